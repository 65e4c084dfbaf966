import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { deckNames, openNames } from '../../src/commands/deckNames.js'

it.each([
  [['notes/kubecon.md'], ['kubecon']],
  [
    ['a/day1.md', 'b/day1.md'],
    ['a-day1', 'b-day1'],
  ],
  [['kubecon/README.md'], ['kubecon']],
  [
    ['kubecon/README.md', 'kubecon.md'],
    ['kubecon', 'kubecon'],
  ],
  [['笔记/第一天 上午.markdown'], ['第一天-上午']],
  [
    ['x/a:b?.md', 'x/..md'],
    ['a-b', 'deck'],
  ],
  // Half of an emoji could not be part of an address.
  [[`${'a'.repeat(79)}🐳🐳.md`], [`${'a'.repeat(79)}🐳`]],
  [
    ['x/CON.md', 'x/.hidden.md'],
    ['deck-CON', 'hidden'],
  ],
])('%j are called %j', (files, names) => {
  const given = deckNames(files.map((file) => join('talks', file)))
  if (new Set(names).size === names.length) expect(given).toEqual(names)
  else expect(new Set(given).size).toBe(names.length)
})

it('gives each its own name, also where capitals do not count, and never one that leads elsewhere', () => {
  const part = fc.string({ minLength: 1 }).filter((text) => !/[/\\\0]/.test(text))
  const path = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => `${parts.join('/')}.md`)
  fc.assert(
    fc.property(fc.uniqueArray(path, { maxLength: 8 }), (files) => {
      const names = deckNames(files)
      expect(names).toHaveLength(files.length)
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(files.length)
      for (const name of names) expect(name).toMatch(/^[^./\\:*?"<>|\s][^/\\:*?"<>|\s]*$/)
    }),
    { numRuns: 300 },
  )
})

it('notes that come and go have one name each for good, which no other ever has', () => {
  const named = openNames((file, name) => ({ file, name }))
  const [first] = named(['a/day.md'])
  expect(first?.name).toBe('day')
  const [other, again] = named(['b/day.md', 'a/day.md'])
  expect(again).toBe(first)
  expect(other?.name).toBe('b-day')
  expect(named(['day/README.md']).map(({ name }) => name)).toEqual(['day-2'])
  expect(named(['a/day.md'])[0]).toBe(first)
})
