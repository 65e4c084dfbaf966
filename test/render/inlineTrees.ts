/** Runs of inlines as reading makes them, at random: every sign that could be markup, in text, code, addresses and emphasis. */
import fc from 'fast-check'
import type { Inline } from '../../src/model/notes.js'
import { trimmed } from '../../src/parse/textLines.js'

const signs = [
  ...['*', '**', '_', '__', '`', '``', '~', '~~', '=', '==', '[', ']', '](', '(', ')', '[^', '![', '!', '^', '[['],
  ...[
    '<',
    '>',
    '<b>',
    '</b>',
    '<br>',
    '<!--',
    '-->',
    '&',
    '&amp;',
    '&#35;',
    '\\',
    '$',
    '|',
    ':',
    '#',
    '{',
    '}',
    '-',
    '+',
  ],
  ...[
    'https://a.bc/d',
    'http://',
    '://',
    '1.',
    '1、',
    '①',
    '·',
    '"',
    "'",
    '。',
    '，',
    '：',
    '「',
    '」',
    '\u00a0',
    '\u200b',
  ],
]
const words = ['a', 'Word', 'x1', '云原生', '的', 'é', '😀', '7', ' ', ' ', '  ']

const text = fc
  .array(fc.oneof(fc.constantFrom(...words), fc.constantFrom(...signs)), { minLength: 1, maxLength: 6 })
  .map((pieces): Inline => ({ kind: 'text', text: pieces.join('') }))

const code = fc
  .array(fc.constantFrom('a', '`', '``', ' b', '|', '\\', '$x', '<i>', '云', '**', '=='), {
    minLength: 1,
    maxLength: 4,
  })
  .map((pieces): Inline => ({ kind: 'code', text: `c${pieces.join('')}` }))

const address = fc
  .array(
    fc.constantFrom('a', '/', '(', ')', ' ', '%20', '_', '*', '&copy;', '\\', '云', '?b=1&c=2', '#d', '|', '<', '$'),
    {
      maxLength: 5,
    },
  )
  .map((pieces) => `https://a.bc/${pieces.join('').trim()}`)

const image = fc
  .record({
    src: address,
    alt: fc.oneof(
      fc.constant(''),
      text.map((one) => (one.kind === 'text' ? one.text.trim() : '')),
    ),
  })
  .map(({ src, alt }): Inline => ({ kind: 'image', src, alt }))

type Leaves = fc.Arbitrary<Inline>

const autolink = address
  .filter((href) => !/[\s<>]/.test(href))
  .map((href): Inline => ({ kind: 'link', href, children: [{ kind: 'text', text: href }] }))

const emphasis = (inner: fc.Arbitrary<readonly Inline[]>): Leaves =>
  fc
    .record({ kind: fc.constantFrom('strong' as const, 'em' as const, 'strike' as const), children: inner })
    .map(({ kind, children }): Inline => ({ kind, children }))

const lineBreak: Leaves = fc.constant({ kind: 'break' })

const run = (leaves: Leaves): fc.Arbitrary<readonly Inline[]> =>
  fc.array(leaves, { minLength: 1, maxLength: 4 }).map(joined)

const flat = run(fc.oneof({ weight: 4, arbitrary: text }, code, image))
const inner = run(fc.oneof({ weight: 3, arbitrary: text }, code, emphasis(flat), lineBreak))
const link = fc
  .record({ href: address, children: inner })
  .map(({ href, children }): Inline => ({ kind: 'link', href, children }))
const outer = run(fc.oneof({ weight: 4, arbitrary: text }, code, emphasis(inner), link))

/** A heading's, cell's or paragraph's worth, without space at either end. */
export const inlineTrees = run(
  fc.oneof({ weight: 5, arbitrary: text }, code, image, link, autolink, lineBreak, {
    weight: 3,
    arbitrary: emphasis(outer),
  }),
)
  .map(trimmed)
  .filter((inlines) => inlines.length > 0)

/** With plain words at both ends: nothing that a paragraph as a whole could be taken for. */
export const framedTrees = inlineTrees.map((inlines) =>
  joined([{ kind: 'text', text: 'Am' }, ...inlines, { kind: 'text', text: 'Ende' }]),
)

/** Two texts in a row are one. */
function joined(inlines: readonly Inline[]): readonly Inline[] {
  const all: Inline[] = []
  for (const inline of inlines) {
    const last = all.at(-1)
    if (inline.kind === 'text' && last?.kind === 'text')
      all[all.length - 1] = { kind: 'text', text: last.text + inline.text }
    else all.push(inline)
  }
  return all
}
