/** `{.steps}` and `{.fragment}` in notes → what appears one after another, in the plan and on the page. */
import { describe, expect, test } from 'vitest'
import { coverage } from '../../src/check/coverage.js'
import type { Block } from '../../src/model/notes.js'
import { blocksText } from '../../src/model/text.js'
import { innerBlocks } from '../../src/model/visit.js'
import { readFrontMatter } from '../../src/parse/frontMatter.js'
import { parseNotes } from '../../src/parse/parse.js'
import { planDeck } from '../../src/plan/plan.js'
import { renderBlocks } from '../../src/render/blocks.js'
import { resolveSettings } from '../../src/settings/resolve.js'

function plan(text: string, flags: Readonly<Record<string, unknown>> = {}) {
  const source = { file: 'notes.md', text }
  const head = readFrontMatter(source)
  const { settings } = resolveSettings({ front: head.front, flags })
  const deck = planDeck(parseNotes(source, head, settings), settings)
  return { deck, lost: coverage(source, deck, head.bodyLine).findings }
}

/** Texts of what appears by itself, in order. */
function stepsIn(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if ('step' in block && block.step) return [blocksText([block])]
    const own = block.kind === 'list' ? block.items : [{ blocks: innerBlocks(block) }]
    return own.flatMap((item) => ('step' in item && item.step ? [blocksText(item.blocks)] : stepsIn(item.blocks)))
  })
}

const steps = (text: string, flags?: Readonly<Record<string, unknown>>): readonly string[] =>
  plan(`# Talk\n\n## Slide\n\n${text}`, flags).deck.slides.flatMap(({ blocks }) => stepsIn(blocks))

describe('what appears by itself', () => {
  test.each([
    ['nothing, unless someone says so', '- a1\n- b1', []],
    ['the points of a list, behind it', '- a1\n- b1\n{.steps}', ['a1', 'b1']],
    ['the points of a list, below it', '- a1\n- b1\n\n{.steps}', ['a1', 'b1']],
    ['a point', '- a1\n- b1 {.fragment}', ['b1']],
    ['a point with what is nested in it', '- a1 {.fragment}\n  - nested\n- b1', ['a1\nnested']],
    ['what follows three dots', 'a1\n\n. . .\n\nb1', ['b1']],
    ['a span that is all of a point', '- [a1]{.fragment}\n- b1', ['a1']],
    ['points between colons', '::: incremental\n- a1\n- b1\n:::\n\nc1', ['a1', 'b1']],
    ['a block between colons', '::: {.fragment .fade-in}\na1\n:::\n\nb1', ['a1']],
    ['points in tags', '<v-clicks>\n\n- a1\n- b1\n\n</v-clicks>', ['a1', 'b1']],
    ['a block in tags', '<v-click>\n\na1\n\n</v-click>\n\n<div v-click>b1</div>\n\nc1', ['a1', 'b1']],
    ['points in columns', '::: columns\n::: column\n- a1\n:::\n::: column\n- b1 {.fragment}\n:::\n:::', ['b1']],
    ['a nested point', '- a1\n  - nested {.fragment}', ['nested']],
    ['a paragraph', 'Some words here. {.fragment}\n\nAnd some more there.', ['Some words here.']],
    ['a quote, by a line below it', '> Words of others\n\n{.fragment}', ['Words of others']],
    ['a point, as reveal.js has it', '- a1\n- b1 <!-- .element: class="fragment" -->', ['b1']],
  ])('%s', (_, text, expected) => {
    expect(steps(text)).toEqual(expected)
  })

  test('all points below a heading that says so, and no others', () => {
    const { deck } = plan('# Talk\n\n## One {.steps}\n\n- a1\n- b1\n\n## Two\n\n- c1\n- d1')
    expect(deck.slides.flatMap(({ blocks }) => stepsIn(blocks))).toEqual(['a1', 'b1'])
    expect(deck.findings).toEqual([])
  })

  test('all points, when the setting says so; but not the agenda', () => {
    const text =
      '# Talk\n\n## One\n\n- a1\n- b1\n\nWords.\n\n## Two\n\n- c1\n- d1\n\n## Three\n\n- e1\n- f1\n\n## Four\n\nMore.'
    const { deck } = plan(text, { steps: 'points', agenda: 'yes' })
    expect(deck.slides.flatMap(({ blocks }) => stepsIn(blocks))).toEqual(['a1', 'b1', 'c1', 'd1', 'e1', 'f1'])
  })
})

test('the signs are on no slide and in no notes, and no word is missed', () => {
  const text =
    '# Talk\n\n## One {.steps}\n\n- a1\n- b1 {.fragment}\n- c1 <!-- .element: class="fragment" -->\n\n{.steps}'
  const { deck, lost } = plan(text)
  expect(JSON.stringify(deck.slides)).not.toMatch(/\.steps|\.fragment|element/)
  expect(lost).toEqual([])
})

test('other braces are text', () => {
  const { deck } = plan('# Talk\n\n## One\n\n- a set {1, 2}\n- a {class}')
  expect(blocksText(deck.slides.at(-1)?.blocks ?? [])).toBe('a set {1, 2}\na {class}')
})

test('on the page they are fragments, as reveal.js calls them', () => {
  const blocks: readonly Block[] = [
    {
      kind: 'list',
      ordered: true,
      numbers: 'cjk',
      items: [{ number: 3, step: true, blocks: [], lines: [1, 1] }],
      lines: [1, 1],
    },
    { kind: 'callout', type: 'tip', step: true, blocks: [], lines: [2, 2] },
  ]
  const { deck } = plan('# Talk')
  const context = { pictures: new Map(), targets: new Set<string>(), words: deck.words, canvas: deck.canvas, level: 2 }
  expect(renderBlocks(blocks, context)).toBe(
    '<ol class="cjk" style="--marker:2em"><li class="fragment" value="3"></li></ol>\n<div class="callout tip fragment"><p class="callout-head"><strong>Tip</strong></p>\n</div>',
  )
})

test('names of settings may be written in parts', () => {
  const head = readFrontMatter({
    file: 'notes.md',
    text: '---\npdf-steps: yes\npageSize: a4\npdf_notes: yes\n---\n# T',
  })
  const { settings, findings } = resolveSettings({ front: head.front, flags: {} })
  expect(settings).toMatchObject({ pdfSteps: true, pageSize: 'a4', pdfNotes: true })
  expect(findings).toEqual([])
})
