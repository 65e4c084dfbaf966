/** What stands in braces. */
import { expect, it } from 'vitest'
import { attributesIn } from '../../src/parse/attributeList.js'

it('knows classes, a name, values and words', () => {
  const { classes, id, values, words } = attributesIn(`.note #one-2 .two-cols Width="40 %" alt='it' n=3 empty= hidden`)
  expect(classes).toEqual(['note', 'two-cols'])
  expect(id).toBe('one-2')
  expect([...values]).toEqual([
    ['width', '40 %'],
    ['alt', 'it'],
    ['n', '3'],
    ['empty', ''],
  ])
  expect(words).toEqual(['hidden'])
})

it.each([['.a.b'], ['a"b"'], ['x=="y"z'], ['#'], ['.'], ['='], ['{a}']])('takes %s for a word', (text) => {
  expect(attributesIn(text)).toMatchObject({ classes: [], id: undefined, words: [text] })
})
