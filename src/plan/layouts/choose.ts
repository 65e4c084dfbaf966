/** A slide's content → its layout: the first of the table that suits, unless the heading asks for one. */
import { composedLayouts } from '../../model/deck.js'
import type { Finding } from '../../model/finding.js'
import type { Block, Heading } from '../../model/notes.js'
import { beside, besideLeft, besideRight } from './beside.js'
import { closing } from './closing.js'
import { code } from './code.js'
import { type ComposeWish, type Composing, composed, isComposed } from './composed.js'
import { full } from './full.js'
import { gallery } from './gallery.js'
import { type Composed, type Frame, type LayoutRule, shapeOf } from './layout.js'
import { picture } from './picture.js'
import { points } from './points.js'
import { prose } from './prose.js'
import { quote } from './quote.js'
import { statement } from './statement.js'
import { table } from './table.js'

/**
 * Every layout of content, in the order they are tried. A new one: its name in `Layout` (model/deck.ts), a file with
 * its rule, a line here, and a file of that name in the template's `layouts/`, unless `content.html` serves it.
 */
const rules: readonly LayoutRule[] = [
  closing,
  statement,
  quote,
  picture,
  full,
  gallery,
  beside,
  besideLeft,
  besideRight,
  code,
  table,
  points,
  prose,
]

export interface Chosen extends Composed {
  readonly findings: readonly Finding[]
}

/**
 * @param heading may ask for a layout by `{layout=…}`; one that is not in the table gives a finding
 * @param compose `plain`: nothing is dressed up
 */
export function chooseLayout(
  blocks: readonly Block[],
  heading?: Heading,
  frame?: Frame,
  compose: Composing = 'auto',
): Chosen {
  const wish = heading?.attributes?.['layout']
  const wished = rules.find((rule) => wishOf(rule) === wish)
  const shape = shapeOf(blocks, frame)
  const rule = wished ?? rules.find(({ suits }) => suits(shape)) ?? prose
  const set = wished ? undefined : composedIn(rule, blocks, { compose, wish })
  const chosen = set ?? { layout: rule.name, blocks: rule.arrange?.(blocks) ?? blocks }
  if (wished || !heading || wish === undefined || isComposed(wish)) return { ...chosen, findings: [] }
  const expected = [...rules.map(wishOf), ...composedLayouts].map((known) => `\`${known}\``).join(', ')
  const facts = { name: 'layout', value: wish, expected }
  return { ...chosen, findings: [{ code: 'setting-invalid', place: { line: heading.lines[0] }, facts }] }
}

/** Among what is no list, lists are set in their layouts as well; the slide's is another. */
function composedIn({ name }: LayoutRule, blocks: readonly Block[], wish: ComposeWish): Composed | undefined {
  if (name === 'points' || name === 'prose' || name === 'statement' || isComposed(wish.wish))
    return composed(blocks, wish)
  const set = name === 'code' || name === 'table' ? composed(blocks, wish) : undefined
  return set?.blocks.some(({ kind }) => kind === name) ? { ...set, layout: name } : set
}

const wishOf = ({ name, wish }: LayoutRule): string => wish ?? name
