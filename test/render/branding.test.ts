import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownFile } from '../../src/io/assets.js'
import { variables } from '../../src/io/templates/starter.js'
import { type Deck, layouts } from '../../src/model/deck.js'
import type { Block } from '../../src/model/notes.js'
import type { Template } from '../../src/model/template.js'
import { readFrontMatter } from '../../src/parse/frontMatter.js'
import { parseNotes } from '../../src/parse/parse.js'
import { planDeck } from '../../src/plan/plan.js'
import { brandingCss, noBranding } from '../../src/render/branding.js'
import { AA, contrast, hex, readable } from '../../src/render/colour.js'
import { lastValue } from '../../src/render/css.js'
import { slideContext, slideRenderer } from '../../src/render/slide.js'
import { parseColour } from '../../src/settings/colour.js'
import { resolveSettings } from '../../src/settings/resolve.js'
import { p } from '../plan/build.js'

const colour = fc.tuple(
  fc.integer({ max: 255, min: 0 }),
  fc.integer({ max: 255, min: 0 }),
  fc.integer({ max: 255, min: 0 }),
)

describe('colours', () => {
  test('contrast is that of WCAG', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBe(21)
    expect(contrast([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 2)
  })

  test('any colour can be made readable on any ground, and one that is stays as it is', () => {
    fc.assert(
      fc.property(colour, colour, (text, ground) => {
        const made = readable(text, ground)
        expect(contrast(made, ground)).toBeGreaterThanOrEqual(AA)
        if (contrast(text, ground) >= AA) expect(made).toEqual(text)
      }),
    )
  })
})

describe('the accent', () => {
  const css = ':root{--paper:#ffffff;--section:#101010}'
  test('stands out on the paper and on dividers', () => {
    const made = brandingCss({ ...noBranding, accent: 'gold' }, css)
    const at = (name: string) => parseColour(lastValue(made, name) ?? '') ?? [0, 0, 0]
    expect(contrast(at('accent'), [255, 255, 255])).toBeGreaterThanOrEqual(AA)
    expect(hex(at('section-accent'))).toBe('#ffd700')
  })

  test('of dividers is the template’s affair where these stand on the accent itself', () => {
    const made = brandingCss({ ...noBranding, accent: 'teal' }, ':root{--paper:#fff;--section:var(--accent)}')
    expect(made).toBe(':root{--accent:#008080}')
  })

  test('that is none changes nothing', () => expect(brandingCss(noBranding, css)).toBe(''))
})

test('a logo keeps its shape', () => {
  const logo = { state: 'ready', path: 'pictures/x.svg', bytes: new Uint8Array(), width: 300, height: 100 } as const
  const css = brandingCss({ ...noBranding, logo }, '')
  expect(css).toContain('url("../pictures/x.svg")')
  expect(css).toContain('height:72px;width:216px')
  expect(css).toContain('height:28px;width:84px')
})

/** A deck as planned from some notes. */
function deckOf(text: string): Deck {
  const source = { file: 'x.md', text }
  const head = readFrontMatter(source)
  const { settings } = resolveSettings({ front: head.front, flags: {} })
  return planDeck(parseNotes(source, head, settings), settings)
}

const pictures = new Map()
const deck = deckOf(
  '# Talk\n\n## Day <1>\n\n### A\n\n![x](x.png)\n\ntext\n\n### B\n\ntext\n\n## Day 2\n\n### C\n\ntext\n',
)
const slide = deck.slides.find(({ kind, section }) => kind === 'content' && section === 0)

/** A template of one layout. */
const only = (html: string): Template => ({
  name: 'x',
  description: '',
  layouts: new Map([['content', html]]),
  css: '',
  fonts: 'sans',
})

test.each([
  ['', 'Day &lt;1&gt;'],
  ['Team <A>', 'Team &lt;A&gt;'],
])('the foot says the section, or the footer that was set: %j', (footer, foot) => {
  expect(slide).toBeDefined()
  if (slide)
    expect(slideRenderer(deck, only('{{ foot }}'), pictures, footer)(slide)).toContain(
      `<div class="frame">${foot}</div>`,
    )
})

test('what a title slide says below its title is there, whether the layout asks for it or not', () => {
  const footnote: Block = { kind: 'footnote', label: 't', number: 1, blocks: [p('Says t.')], lines: [1, 1] }
  const titles = deck.slides.filter(({ kind }) => kind === 'title').map((each) => ({ ...each, blocks: [footnote] }))
  expect(titles).toHaveLength(1)
  for (const html of ['{{ title }}', '{{ title }}{{ body | raw }}']) {
    const template = { ...only(html), layouts: new Map([['title', html]]) }
    const shown = titles.map(slideRenderer(deck, template, pictures))
    expect(shown.join('').match(/Says t\./g)).toHaveLength(1)
  }
})

describe('docs/templates.md', async () => {
  const page = await readFile(ownFile('docs', 'templates.md'), 'utf8')

  test('names everything a layout may use', () => {
    const sections = [{ title: 'Day <1>', id: 'day-1' }]
    const names = deck.slides.flatMap((each) => {
      const context = slideContext(each, { deck, sections, context: { pictures, targets: new Set() }, footer: '' })
      return Object.entries(context).flatMap(([name, value]) => [name, ...membersOf(name, value)])
    })
    const unnamed = [...new Set(names)].filter((name) => !page.includes(`\`${name}\``))
    expect(unnamed).toEqual([])
  })

  test('names every layout, and every colour a new template lists', () => {
    const names = [...layouts, ...variables.map(([name]) => `--${name}`)]
    expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
  })
})

/** `deck.title` and so on; what the entries of lists have is named by itself. */
function membersOf(name: string, value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  return Object.keys(value).map((member) => `${name}.${member}`)
}

test('only what :root says counts: slides may have colours of their own', () => {
  const css = ':root{--paper:#fff}/* :root{--paper:#111} */.x{--paper:#000}:root { --ink: red; --paper-edge: 1px }'
  expect(lastValue(css, 'paper')).toBe('#fff')
  expect(lastValue(css, 'ink')).toBe('red')
  expect(lastValue(css, 'soft')).toBeUndefined()
})
