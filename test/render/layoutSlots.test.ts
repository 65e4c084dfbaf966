import { expect, it } from 'vitest'
import { readFrontMatter } from '../../src/parse/frontMatter.js'
import { parseNotes } from '../../src/parse/parse.js'
import { planDeck } from '../../src/plan/plan.js'
import { layoutSlots, slotAt } from '../../src/render/layoutSlots.js'
import { slideContext } from '../../src/render/slide.js'
import { resolveSettings } from '../../src/settings/resolve.js'

it('names all that a slide brings, and nothing else', () => {
  const source = { file: 'x.md', text: '# Talk\n\n## A\n\n### B\n\n![a](a.png)\n\n## C\n\n- d\n' }
  const { settings } = resolveSettings({ front: {}, flags: {} })
  const deck = planDeck(parseNotes(source, readFrontMatter(source), settings), settings)
  const sections = [{ title: 'A', id: 'a' }]
  const context = { pictures: new Map(), targets: new Set<string>() }
  const paths = (value: unknown, path: readonly string[] = []): string[][] =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).flatMap(([name, inner]) => paths(inner, [...path, name]))
      : [[...path]]
  for (const slide of deck.slides) {
    const brought = slideContext({ ...slide, section: 0 }, { deck, sections, context, footer: '' })
    expect(Object.keys(brought).sort()).toEqual(Object.keys(layoutSlots).sort())
    for (const path of paths(brought)) expect(slotAt(path), path.join('.')).toBeDefined()
  }
})
