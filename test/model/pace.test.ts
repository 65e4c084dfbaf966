import { describe, expect, it } from 'vitest'
import { clockTime, secondsToSay } from '../../src/model/pace.js'

describe('secondsToSay', () => {
  it('counts Chinese by characters and the rest by words', () => {
    expect(secondsToSay('云'.repeat(220))).toBe(60)
    expect(secondsToSay('word '.repeat(130))).toBe(60)
    expect(secondsToSay(`${'云'.repeat(110)} ${'word '.repeat(65)}`)).toBe(60)
    expect(secondsToSay('𠮷'.repeat(220))).toBe(60)
  })

  it('takes one word for what is said as one', () => {
    expect(secondsToSay("don't ".repeat(130))).toBe(60)
    expect(secondsToSay('1.12 '.repeat(130))).toBe(60)
    expect(secondsToSay('cloud-native '.repeat(130))).toBe(60)
  })

  it('goes by the notes where they say more, and gives every slide a moment', () => {
    expect(secondsToSay('word', 'word '.repeat(130))).toBe(60)
    expect(secondsToSay('word '.repeat(130), 'word')).toBe(60)
    expect(secondsToSay('')).toBe(5)
  })
})

it('clockTime writes seconds, minutes, hours', () => {
  expect([0, 59.9, 65, 3600, 3725, -61].map(clockTime)).toEqual(['0:00', '0:59', '1:05', '1:00:00', '1:02:05', '1:01'])
})
