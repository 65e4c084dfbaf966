/** shapes.md: each list there becomes a slide in the layout that stands before it, and no word of it is lost. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { coverage } from '../../src/check/coverage.js'
import { readFrontMatter } from '../../src/parse/frontMatter.js'
import { readHtml } from '../../src/parse/html/readHtml.js'
import { parseNotes } from '../../src/parse/parse.js'
import { planDeck } from '../../src/plan/plan.js'
import { resolveSettings } from '../../src/settings/resolve.js'

const file = fileURLToPath(new URL('shapes.md', import.meta.url))
const [, ...shapes] = readFileSync(file, 'utf8').replaceAll('\r\n', '\n').split(/^## /m)

/** Alone in a deck, below a heading of its own. */
function deckOf(content: string, compose: 'auto' | 'plain') {
  const source = {
    file: 'n.md',
    text: `# Notes\n\n## Before\n\nSome words.\n\n## Shape\n${content}\n## After\n\nMore words.\n`,
  }
  const head = readFrontMatter(source)
  const { settings } = resolveSettings({ front: head.front, flags: { compose } })
  const deck = planDeck(parseNotes(source, head, settings, readHtml), settings)
  return { deck, lost: coverage(source, deck, head.bodyLine).lost }
}

it.each(shapes.map((shape) => [shape.slice(0, shape.indexOf('\n')), shape.slice(shape.indexOf('\n'))] as const))(
  '%s',
  (name, content) => {
    const [layout] = name.split(':')
    const { deck, lost } = deckOf(content, 'auto')
    expect(deck.slides.filter(({ id }) => id === 'shape').map((slide) => slide.layout)).toEqual([layout])
    expect(lost).toEqual([])
    expect(deckOf(content, 'plain').lost).toEqual([])
  },
)
