/** Every line of docs/coming-from.md: what stands left, read and planned, gives what stands right. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Deck } from '../../src/model/deck.js'
import { blocksText, plainText } from '../../src/model/text.js'
import { inlinesOf, visitBlocks, visitInlines } from '../../src/model/visit.js'
import { readFrontMatter } from '../../src/parse/frontMatter.js'
import { readHtml } from '../../src/parse/html/readHtml.js'
import { parseNotes } from '../../src/parse/parse.js'
import { withIncluded } from '../../src/pipeline/included.js'
import { planDeck } from '../../src/plan/plan.js'
import { resolveSettings } from '../../src/settings/resolve.js'
import { folderWith } from '../io/folders.js'

const page = readFileSync(join(import.meta.dirname, '../../docs/coming-from.md'), 'utf8')

/** What stands beside the deck of a row. */
const besides = { 'b.md': '# B\n\nwords of b\n' }

/** @param head the line that stands in front of each; what a row has above a rule of its own goes on with it */
async function deckOf(head: string, written: string): Promise<Deck> {
  const lines = written.split('⏎')
  const own = /^[\w-]+: /.test(lines[0] ?? '') && lines[1] === '---' ? lines.splice(0, 2).slice(0, 1) : []
  const text = ['---', head, ...own, '---', '', ...lines, ''].join('\n')
  const source = await withIncluded({ file: join(await folderWith(besides), 'x.md'), text })
  const front = readFrontMatter(source)
  const { settings } = resolveSettings({ front: front.front, flags: { read: 'slides' } })
  return planDeck(parseNotes(source, front, settings, readHtml), settings)
}

const shownOn = (deck: Deck): string =>
  deck.slides.map(({ title, blocks }) => `${plainText(title)} ${blocksText(blocks)}`).join('\n') +
  Object.values(deck.facts).join('\n')
const notesOf = (deck: Deck): string =>
  deck.slides.flatMap(({ speakerNotes }) => speakerNotes.map(({ text }) => text)).join('\n')
const words = (text: string): readonly string[] => text.split(/[^\p{L}\p{N}]+/u)

function count(deck: Deck, kind: 'steps' | 'columns'): number {
  let found = 0
  for (const { blocks } of deck.slides)
    visitBlocks(blocks, (block) => {
      if (kind === 'columns' && block.kind === 'columns') found += block.columns.length
      if (kind === 'steps' && 'step' in block && block.step) found++
      if (kind === 'steps' && block.kind === 'list') found += block.items.filter(({ step }) => step).length
    })
  for (const { blocks } of deck.slides)
    visitBlocks(blocks, (block) => {
      for (const run of inlinesOf(block)) visitInlines(run, (one) => kind === 'steps' && one.kind === 'step' && found++)
    })
  return found
}

/** What the right column may say, and how it is looked up. */
const claims: readonly (readonly [pattern: RegExp, holds: (deck: Deck, found: readonly string[]) => void])[] = [
  [
    /^(\d+) slides?: (.+)$/,
    (deck, [, number, titles = '']) => {
      expect(deck.slides.map(({ title }) => `«${plainText(title) || '—'}»`).join(', ')).toBe(titles)
      expect(deck.slides).toHaveLength(Number(number))
    },
  ],
  [/^shows «(.+)»$/, (deck, [, text = '']) => expect(shownOn(deck)).toContain(text)],
  [/^never «(.+)»$/, (deck, [, word = '']) => expect(words(shownOn(deck))).not.toContain(word)],
  [/^speaker note «(.+)»$/, (deck, [, text = '']) => expect(notesOf(deck)).toContain(text)],
  [/^no speaker note$/, (deck) => expect(notesOf(deck)).toBe('')],
  [/^canvas 4:3$/, (deck) => expect(deck.canvas).toEqual({ width: 1280, height: 960 })],
  [/^(\d+) steps?$/, (deck, [, number]) => expect(count(deck, 'steps')).toBe(Number(number))],
  [
    /^footer «(.+)» on (\d+) slides?$/,
    (deck, [, text, number]) => {
      const found = deck.slides.flatMap(({ wish }) => wish?.footer ?? [])
      expect(found).toEqual(Array(Number(number)).fill(text))
    },
  ],
  [/^(\d+) columns$/, (deck, [, number]) => expect(count(deck, 'columns')).toBe(Number(number))],
  [
    /^background (\S+) on (\d+) slides?(?:, (left|right), (\d+) %)?$/,
    (deck, [, what, number, side, percent]) => {
      const found = deck.slides.flatMap(({ wish }) => wish?.backgrounds ?? [])
      expect(found.map(({ picture, colour }) => picture ?? colour)).toEqual(Array(Number(number)).fill(what))
      if (side !== undefined) expect(found[0]).toMatchObject({ side, share: Number(percent) / 100 })
    },
  ],
]

const sections = page
  .split(/^## /m)
  .slice(1)
  .map((text) => ({
    tool: text.split('\n', 1)[0] ?? '',
    head: /^In front of each: `(.*)`$/m.exec(text)?.[1] ?? '',
    rows: [...text.matchAll(/^\| `(.*)` \| (.*) \|$/gm)].map(([, written = '', said = '']) => [written, said] as const),
  }))

describe.each(sections)('$tool', ({ head, rows }) => {
  it.each(rows)('%s → %s', async (written, said) => {
    const deck = await deckOf(head, written)
    for (const claim of said.split('; ')) {
      const known = claims.find(([pattern]) => pattern.test(claim))
      expect(known, `«${claim}» is nothing that the test can look up`).toBeDefined()
      known?.[1](deck, known[0].exec(claim) ?? [])
    }
  })
})
