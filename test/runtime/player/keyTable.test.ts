import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { stageWords } from '../../../src/model/stageWords.js'
import { speakerKeys, stageKeys } from '../../../src/runtime/player/keyTable.js'

const words = stageWords('en')
const capsOf = (rows: ReturnType<typeof stageKeys>) => new Set(rows.flatMap(([keys]) => keys))

it('the README names the keys that the help sheet names, and no others', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
  const section = /^## On stage\n([\s\S]*?)^!\[/m.exec(readme)?.[1] ?? ''
  const caps = new Set([...section.matchAll(/<kbd>(.*?)<\/kbd>/g)].map(([, cap]) => cap))
  const sheet = capsOf(stageKeys(words))
  // «A number», in the README.
  sheet.delete('1 2')
  expect([...caps].sort()).toEqual([...sheet].sort())
})

it('every key has one meaning on a sheet', () => {
  for (const rows of [stageKeys(words), speakerKeys(words)]) {
    const caps = rows.map(([keys]) => keys.join(' '))
    expect(new Set(caps).size).toBe(caps.length)
    expect(rows.every(([, meaning]) => meaning !== '')).toBe(true)
  }
})
