/** What is being done, in the language of a deck: all that an export says, and nothing is left without words. */
import { expect, it } from 'vitest'
import { stageIn, workStages } from '../../src/model/workStages.js'

it.each(['zh', 'zh-Hans', 'zh-TW'])('every stage has words in %s', (lang) => {
  for (const sentence of Object.values(workStages)) expect(stageIn(lang, sentence)).toMatch(/\p{Script=Han}/u)
  expect(stageIn(lang, 'Reading notes/$&.md')).toMatch(/^\p{Script=Han}+ notes\/\$&\.md$/u)
})

it('leaves what it has no words for as it is', () => {
  expect(stageIn('zh', 'Waking the cat')).toBe('Waking the cat')
  expect(stageIn('en', 'Reading x.md')).toBe('Reading x.md')
  expect(stageIn('fr', workStages.writing)).toBe('Writing the deck')
})
