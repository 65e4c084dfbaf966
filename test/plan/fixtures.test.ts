/**
 * fixtures/<name>.md → fixtures/<name>.txt: what `talkback outline` prints. To add one, put the .md there and run the
 * tests: the .txt is written the first time (not in CI). Read it before you keep it.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { coverage } from '../../src/check/coverage.js'
import { outlineText } from '../../src/check/outline.js'
import { readFrontMatter } from '../../src/parse/frontMatter.js'
import { readHtml } from '../../src/parse/html/readHtml.js'
import { parseNotes } from '../../src/parse/parse.js'
import { planDeck } from '../../src/plan/plan.js'
import { resolveSettings } from '../../src/settings/resolve.js'

const folder = fileURLToPath(new URL('fixtures/', import.meta.url))
const kubecon = fileURLToPath(new URL('../../notes/kubecon-china-2018.md', import.meta.url))
const own = readdirSync(folder).filter((name) => name.endsWith('.md'))
const cases = [...own.map((name) => [name, `${folder}${name}`] as const), ['kubecon-china-2018.md', kubecon] as const]

/** Everything from the text of the notes to the deck. */
function deckOf(file: string, path: string, flags = {}) {
  const source = { file, text: readFileSync(path, 'utf8').replaceAll('\r\n', '\n') }
  const head = readFrontMatter(source)
  const { settings } = resolveSettings({ front: head.front, flags })
  const deck = planDeck(parseNotes(source, head, settings, readHtml), settings)
  return { deck, covered: coverage(source, deck, head.bodyLine) }
}

describe('notes become slides', () => {
  it.each(cases)('%s', (name, path) => {
    const { deck, covered } = deckOf(name, path)
    const expected = `${folder}${name.replace(/\.md$/, '.txt')}`
    const outline = outlineText(deck)
    if (!existsSync(expected) && !process.env['CI']) writeFileSync(expected, outline)
    expect(outline).toBe(readFileSync(expected, 'utf8').replaceAll('\r\n', '\n'))
    expect(covered.lost).toEqual([])
  })

  it.each(cases)('%s loses no word under any settings', (name, path) => {
    for (const flags of [{ density: 'brief' }, { slides: 1 }, { slides: 2 }, { sections: 3 }, { title: 'Other' }])
      expect(deckOf(name, path, flags).covered.lost).toEqual([])
  })
})
