/** A slide's content → its layout: the first of the table that suits, unless the heading asks for one. */
import type { Finding } from '../../model/finding.js'
import type { Block, Heading } from '../../model/notes.js'
import { beside, besideLeft, besideRight } from './beside.js'
import { closing } from './closing.js'
import { code } from './code.js'
import { comparison } from './comparison.js'
import { full } from './full.js'
import { gallery } from './gallery.js'
import { type ContentLayout, type Frame, type LayoutRule, shapeOf } from './layout.js'
import { numbers } from './numbers.js'
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
  numbers,
  statement,
  quote,
  picture,
  full,
  gallery,
  comparison,
  beside,
  besideLeft,
  besideRight,
  code,
  table,
  points,
  prose,
]

export interface Chosen {
  readonly layout: ContentLayout
  /** As the layout orders them. */
  readonly blocks: readonly Block[]
  readonly findings: readonly Finding[]
}

/** @param heading may ask for a layout by `{layout=…}`; one that is not in the table gives a finding */
export function chooseLayout(blocks: readonly Block[], heading?: Heading, frame?: Frame): Chosen {
  const wish = heading?.attributes?.['layout']
  const wished = rules.find((rule) => wishOf(rule) === wish)
  const shape = shapeOf(blocks, frame)
  const rule = wished ?? rules.find(({ suits }) => suits(shape)) ?? prose
  const chosen = { layout: rule.name, blocks: rule.arrange?.(blocks) ?? blocks, findings: [] }
  if (wished || !heading || wish === undefined) return chosen
  const expected = rules.map((known) => `\`${wishOf(known)}\``).join(', ')
  const facts = { name: 'layout', value: wish, expected }
  return { ...chosen, findings: [{ code: 'setting-invalid', place: { line: heading.lines[0] }, facts }] }
}

const wishOf = ({ name, wish }: LayoutRule): string => wish ?? name
