/** Texts and shapes of a slide → its elements. */
import { least, most } from '../model/lists.js'
import type { Box, Link, Outline, Paint, Run, ShapePart, TextPart, TextRole } from '../model/parts.js'
import { solid } from './colours.js'
import { ALIGNS, liftOf, paragraphsXml } from './paragraphs.js'
import { linkXml, runStyleXml } from './runs.js'
import type { Scene } from './style.js'
import { emu, placeOf } from './units.js'
import { tag } from './xml.js'

/** How a text shows in lists of what is on a slide. */
const NAMES: Readonly<Record<TextRole, string>> = {
  title: 'Title',
  body: 'Content',
  foot: 'Footer',
  'page-number': 'Slide Number',
  text: 'Text',
}

/**
 * @param room the box it is given (room.ts)
 * @param placeholder reference to the layout's placeholder that it fills, '' for a text of its own
 * @param id unique on the slide
 */
export function textXml(text: TextPart, room: Box, placeholder: string, id: number, above: Scene): string {
  const scene: Scene = { ...above, fonts: text.role === 'title' ? 'mj' : 'mn' }
  const link = wholeLink(text)
  const paragraphs = link ? text.paragraphs.map((one) => ({ ...one, runs: one.runs.map(unlinked) })) : text.paragraphs
  const [first] = paragraphs
  const lift = first ? liftOf(first, scene) : 0
  const { edges, insets, box } = placed(text, room, lift)
  const anchor = isCentred(text) ? 'ctr' : 't'
  const content =
    text.role === 'page-number' && first
      ? tag('a:p', {}, tag('a:pPr', { algn: ALIGNS[first.align] }), pageNumberXml(first.runs[0], scene))
      : paragraphsXml(paragraphs, edges, scene)
  return tag(
    'p:sp',
    {},
    tag(
      'p:nvSpPr',
      {},
      nameXml({ id, name: `${NAMES[text.role]} ${id}` }, link ? linkXml(link, scene) : ''),
      placeholder === '' ? tag('p:cNvSpPr', { txBox: 1 }) : tag('p:cNvSpPr', {}, tag('a:spLocks', { noGrp: 1 })),
      tag('p:nvPr', {}, placeholder),
    ),
    tag('p:spPr', {}, placeOf(box), rectangle(false), paintXml(text, scene)),
    tag(
      'p:txBody',
      {},
      tag('a:bodyPr', { wrap: 'square', ...insets, rtlCol: 0, anchor }, '<a:normAutofit/>'),
      '<a:lstStyle/>',
      content,
    ),
  )
}

/** In a painted box the text stands off its edges, and takes some of the padding at its right as room. */
function placed(text: TextPart, room: Box, lift: number) {
  const { box, paragraphs, fill, outline } = text
  const none = { lIns: 0, tIns: 0, rIns: 0, bIns: 0 }
  const [first] = paragraphs
  if (!first || (fill === undefined && outline === undefined))
    return { box: { ...room, y: Math.max(0, room.y - lift) }, edges: box, insets: none }
  const left = least(paragraphs.map(({ box, bullet, hang = 0 }) => box.x - (bullet?.hang ?? hang)))
  const right = most(paragraphs.map(({ box }) => box.x + box.width))
  const kept = emu((room.x + room.width - right) * KEPT_PADDING)
  if (isCentred(text))
    return { box: room, edges: { x: left, width: right - left }, insets: { ...none, lIns: kept, rIns: kept } }
  const insets = {
    lIns: emu(left - room.x),
    tIns: emu(Math.max(0, first.box.y - room.y - lift)),
    rIns: kept,
    bIns: 0,
  }
  return { box: room, edges: { x: left, width: right - left }, insets }
}

const KEPT_PADDING = 0.4

/** In the middle of a painted box it stays there in letters of any size. */
function isCentred({ box, paragraphs, fill, outline }: TextPart): boolean {
  const [first, last] = [paragraphs[0], paragraphs.at(-1)]
  if (!first || !last || (fill === undefined && outline === undefined)) return false
  const [above, below] = [first.box.y - box.y, box.y + box.height - (last.box.y + last.box.height)]
  return Math.abs(above - below) <= UNEVEN && paragraphs.every(({ align }) => align === 'center')
}

const UNEVEN = 4

/** A text that is one link and does not look like one: a click anywhere on it leads there. */
function wholeLink({ paragraphs }: TextPart): Link | undefined {
  const runs = paragraphs.flatMap((paragraph) => paragraph.runs)
  const link = runs[0]?.link
  const same = runs.every((run) => !run.underline && JSON.stringify(run.link) === JSON.stringify(link))
  return same ? link : undefined
}

const unlinked = ({ link: _, ...run }: Run): Run => run

/** Any GUID will do, as long as it is the same for all. */
export const SLIDE_NUMBER = '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}'

/** Counted by the program: slides may be moved. */
function pageNumberXml(run: Run | undefined, scene: Scene): string {
  const { text, ...style } = run ?? { text: '', size: 20, colour: '#000000' }
  return tag('a:fld', { id: SLIDE_NUMBER, type: 'slidenum' }, runStyleXml(style, scene, { text }), tag('a:t', {}, text))
}

export function shapeXml(shape: ShapePart, id: number, scene: Scene): string {
  return tag(
    'p:sp',
    {},
    tag('p:nvSpPr', {}, nameXml({ id, name: `Shape ${id}` }, decorative), '<p:cNvSpPr/>', tag('p:nvPr', {}, '')),
    tag('p:spPr', {}, placeOf(shape.box, shape.turn), rectangle(shape.round), paintXml(shape, scene)),
  )
}

interface Named {
  readonly id: number
  readonly name: string
  /** What a screen reader says of it. */
  readonly descr?: string
}

export const nameXml = (named: Named, ...children: readonly string[]): string =>
  tag('p:cNvPr', { id: named.id, name: named.name, descr: named.descr }, ...children)

/** Screen readers pass it by. */
export const decorative = tag(
  'a:extLst',
  {},
  tag(
    'a:ext',
    { uri: '{C183D7F6-B498-43B3-948B-1728B52AA6E4}' },
    tag('adec:decorative', { 'xmlns:adec': 'http://schemas.microsoft.com/office/drawing/2017/decorative', val: 1 }),
  ),
)

export const rectangle = (round: boolean): string =>
  tag('a:prstGeom', { prst: round ? 'ellipse' : 'rect' }, '<a:avLst/>')

function paintXml(
  { fill, outline }: { readonly fill?: Paint; readonly outline?: Outline },
  { palette }: Scene,
): string {
  const line = outline
    ? tag(
        'a:ln',
        { w: emu(outline.width) },
        solid(outline.colour, palette),
        outline.dashed ? tag('a:prstDash', { val: 'dash' }) : '',
        '<a:miter lim="800000"/>',
      )
    : tag('a:ln', {}, '<a:noFill/>')
  return (fill === undefined ? '<a:noFill/>' : solid(fill, palette)) + line
}
