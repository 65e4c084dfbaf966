import { describe, expect, it } from 'vitest'
import { behindPlan, planOf } from '../../../src/runtime/player/pace.js'

describe('planOf', () => {
  it('shares the time out by the words', () => {
    expect(planOf([10, 30, 20], 600)).toEqual({ slides: [100, 300, 200], starts: [0, 100, 400], total: 600 })
  })

  it('takes as long as the words take when nobody said how long', () => {
    expect(planOf([10, 30, 20])).toEqual({ slides: [10, 30, 20], starts: [0, 10, 40], total: 60 })
    expect(planOf([], 600).total).toBe(600)
  })
})

describe('behindPlan', () => {
  const plan = planOf([100, 300, 200])
  it('is nothing while a slide is shown at about its time', () => {
    expect(behindPlan(plan, 1, 100)).toBe(0)
    expect(behindPlan(plan, 1, 429)).toBe(0)
    expect(behindPlan(plan, 1, 71)).toBe(0)
    expect([behindPlan(plan, 1, 430), behindPlan(plan, 1, 70)]).toEqual([30, -30])
  })

  it('counts from when the slide should have been left, or reached', () => {
    expect(behindPlan(plan, 1, 460)).toBe(60)
    expect(behindPlan(plan, 2, 340)).toBe(-60)
  })
})
