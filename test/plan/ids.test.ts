import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignIds, type Named, slug } from '../../src/plan/ids.js'

const slide = (title: string, more: Partial<Named> = {}): Named => ({ kind: 'content', title, ...more })
const divider = (title: string, section: number): Named => ({ kind: 'section', title, section })

describe('slug', () => {
  it.each([
    ["What's new in 1.12?", 'what-s-new-in-1-12'],
    ['  下午  灵雀云的原生客户峰会 ', '下午-灵雀云的原生客户峰会'],
    ['ＡＢＣ', 'abc'],
    ['2018', '_2018'],
    ['2018年', '_2018年'],
    ['???', 'slide'],
    ['“a" <b> &c#d', 'a-b-c-d'],
    ['a__b--c', 'a-b-c'],
  ])('%s → %s', (title, expected) => {
    expect(slug(title)).toBe(expected)
  })

  it('is short, and ends in no dash', () => {
    expect([...slug('word '.repeat(40))].length).toBeLessThanOrEqual(48)
    expect(slug('word '.repeat(40))).not.toMatch(/-$/)
  })
})

describe('assignIds', () => {
  it('puts section, then eyebrow, then a number to titles that come again', () => {
    const ids = assignIds([
      divider('Day 1', 0),
      slide('Opening', { section: 0 }),
      slide('Keynote', { section: 0, eyebrow: 'Morning' }),
      slide('Keynote', { section: 0, eyebrow: 'Evening' }),
      slide('Keynote', { section: 0, eyebrow: 'Evening' }),
      divider('Day 2', 1),
      slide('Opening', { section: 1 }),
      slide('Unique', { section: 1, eyebrow: 'Morning' }),
    ])
    expect(ids).toEqual([
      'day-1',
      'day-1_opening',
      'day-1_morning_keynote',
      'day-1_evening_keynote',
      'day-1_evening_keynote_2',
      'day-2',
      'day-2_opening',
      'unique',
    ])
  })

  it('keeps the names of the title slide, the agenda and the dividers free', () => {
    const ids = assignIds([slide('Agenda'), slide('Title'), divider('Day', 0), slide('Day', { section: 0 })])
    expect(ids).toEqual(['agenda_2', 'title_2', 'day', 'day_day'])
    expect(assignIds([divider('Day', 0), slide('Day', { section: 0, borrowed: true })])).toEqual(['day', 'day_1'])
  })

  const titles = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/), { minLength: 1, maxLength: 12 })
  const repeated = fc.array(fc.constantFrom('same', 'again', '2', 'Day 1', 'slide'), { maxLength: 8 })

  it('gives every slide another id, whatever the titles are', () => {
    const any = fc.record({
      title: fc.constantFrom('a', 'b', '2', '3', 'a 2', '', 'agenda', 'title', 'slide'),
      eyebrow: fc.constantFrom('a', 'b', '2'),
      opens: fc.boolean(),
      borrowed: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (all) => {
        let section = -1
        const named = all.map(({ title, eyebrow, opens, borrowed }): Named => {
          if (opens) return divider(title, ++section)
          return slide(title, { eyebrow, borrowed, ...(section < 0 ? {} : { section }) })
        })
        const ids = assignIds(named)
        expect(new Set(ids).size).toBe(all.length)
        for (const id of ids) expect(id).toMatch(/^[\p{L}_][\p{L}\p{N}\p{M}_-]*$/u)
      }),
    )
  })

  it('leaves the others their ids when slides with titles of their own come, go or move', () => {
    fc.assert(
      fc.property(titles, titles, repeated, fc.infiniteStream(fc.nat()), (before, after, shared, chance) => {
        const place = (own: readonly string[]): readonly string[] => {
          const all = shared.map((title) => `${title}!`)
          for (const title of own) all.splice(chance.next().value % (all.length + 1), 0, title)
          return all
        }
        // Titles of the two decks' own slides are unique in each; those with `!` come again, in the same order.
        const idsOf = (all: readonly string[]) => {
          const ids = assignIds([divider('Day one', 0), ...all.map((title) => slide(title, { section: 0 }))])
          return {
            own: new Map(all.map((title, at) => [title, ids[at + 1]])),
            shared: all.flatMap((title, at) => (title.endsWith('!') ? [ids[at + 1]] : [])),
          }
        }
        const names = new Set(shared.map(slug))
        const free = (own: readonly string[]) => own.filter((title) => !names.has(slug(title)))
        const [one, other] = [idsOf(place(free(before))), idsOf(place(free(after)))]
        expect(other.shared).toEqual(one.shared)
        for (const title of free(before))
          if (other.own.has(title)) expect(other.own.get(title)).toBe(one.own.get(title))
      }),
    )
  })

  it('numbers thousands of equal slides as fast as different ones', () => {
    const many = Array.from({ length: 20_000 }, () => slide('same'))
    expect(new Set(assignIds(many)).size).toBe(20_000)
  })
})
