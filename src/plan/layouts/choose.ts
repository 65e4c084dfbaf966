/** A slide's content → its layout: the first of the table that suits, unless the heading asks for one. */
import type { Finding } from '../../model/finding.js'
import type { Block, Heading } from '../../model/notes.js'
import { code } from './code.js'
import { type ContentLayout, type LayoutRule, shapeOf } from './layout.js'
import { picture } from './picture.js'
import { points } from './points.js'
import { prose } from './prose.js'
import { quote } from './quote.js'
import { statement } from './statement.js'
import { table } from './table.js'

/**
 * Every layout of content, in the order they are tried. A new one: its name in `Layout` (model/deck.ts), a file with
 * its rule, a line here, and a file of that name in the template's `layouts/`.
 */
const rules: readonly LayoutRule[] = [statement, quote, picture, code, table, points, prose]

/** @param heading may ask for a layout by `{layout=…}`; one that is not in the table gives a finding */
export function chooseLayout(
  blocks: readonly Block[],
  heading?: Heading,
): { readonly layout: ContentLayout; readonly findings: readonly Finding[] } {
  const wish = heading?.attributes?.['layout']
  const wished = rules.find(({ name }) => name === wish)
  if (wished) return { layout: wished.name, findings: [] }

  const shape = shapeOf(blocks)
  const layout = (rules.find(({ suits }) => suits(shape)) ?? prose).name
  if (!heading || wish === undefined) return { layout, findings: [] }
  const expected = rules.map(({ name }) => `\`${name}\``).join(', ')
  const facts = { name: 'layout', value: wish, expected }
  return { layout, findings: [{ code: 'setting-invalid', place: { line: heading.lines[0] }, facts }] }
}
