/** The deck's most usual slide → the master that all its layouts rest on, and the layouts. */
import type { Paint, Paragraph, TextPart } from '../model/parts.js'
import { colour, colourMap, type Palette } from './colours.js'
import type { EditableDeck } from './deck.js'
import type { SharedLayout } from './layouts.js'
import { levelXml, placeholderShape } from './placeholders.js'
import type { Scene } from './style.js'
import { tag, xmlPart } from './xml.js'

/** @param layoutIds ids of the references to the layouts, in order; @param firstId number of the first of them, unique in the file */
export function masterXml(deck: EditableDeck, layoutIds: readonly string[], firstId: number, scene: Scene): string {
  const models = modelsOf(deck)
  const levels = levelModels(deck, models.body)
  const title = models.title.paragraphs[0]
  return xmlPart(
    'p:sldMaster',
    {},
    slideContent(
      'Master',
      deck.look.colours['paper'] ?? '#ffffff',
      Object.values(models).map((model, index) => placeholderShape(model, '', index + 2, scene)),
      scene.palette,
    ),
    tag('p:clrMap', colourMap(scene.palette)),
    tag(
      'p:sldLayoutIdLst',
      {},
      ...layoutIds.map((reference, index) => tag('p:sldLayoutId', { id: firstId + index, 'r:id': reference })),
    ),
    tag(
      'p:txStyles',
      {},
      tag('p:titleStyle', {}, title ? levelXml('a:lvl1pPr', title, models.title.box.x, { ...scene, fonts: 'mj' }) : ''),
      tag('p:bodyStyle', {}, ...levels.map((level, index) => levelXml(`a:lvl${index + 1}pPr`, level, 0, scene))),
      tag('p:otherStyle', {}, tag('a:defPPr', {}, tag('a:defRPr', { lang: scene.lang }))),
    ),
  )
}

/** @param shapes what all slides of this layout have, behind its placeholders */
export function layoutXml(layout: SharedLayout, shapes: readonly string[], scene: Scene): string {
  const first = shapes.length + 2
  const placeholders = [...layout.models.values()].map((model, index) =>
    placeholderShape(model, layout.name, first + index, scene),
  )
  const name = layout.name.replace(/^./, (letter) => letter.toUpperCase())
  return xmlPart(
    'p:sldLayout',
    { type: typeOf(layout), preserve: 1, userDrawn: 1 },
    slideContent(name, layout.background, [...shapes, ...placeholders], scene.palette),
    tag('p:clrMapOvr', {}, '<a:masterClrMapping/>'),
  )
}

function typeOf({ name, models }: SharedLayout): string {
  if (name === 'title') return 'title'
  if (name === 'section') return 'secHead'
  return models.has('body') ? 'tx' : 'titleOnly'
}

/** What slides, layouts and masters have alike: a name, a ground, and things in order. */
export function slideContent(
  name: string | undefined,
  background: Paint | undefined,
  things: readonly string[],
  palette: Palette,
): string {
  const ground =
    background === undefined
      ? ''
      : tag('p:bg', {}, tag('p:bgPr', {}, tag('a:solidFill', {}, colour(background, palette)), '<a:effectLst/>'))
  const group = tag('p:nvGrpSpPr', {}, tag('p:cNvPr', { id: 1, name: '' }), '<p:cNvGrpSpPr/>', '<p:nvPr/>')
  const tree = tag('p:spTree', {}, group, GROUP_PLACE, ...things)
  return tag('p:cSld', { name }, ground, tree)
}

const NOWHERE = { x: 0, y: 0 }
const NOTHING = { cx: 0, cy: 0 }
const GROUP_PLACE = tag(
  'p:grpSpPr',
  {},
  tag('a:xfrm', {}, tag('a:off', NOWHERE), tag('a:ext', NOTHING), tag('a:chOff', NOWHERE), tag('a:chExt', NOTHING)),
)

interface Models {
  readonly title: TextPart
  readonly body: TextPart
  readonly foot: TextPart
  readonly number: TextPart
}

/** Of each role the first text on a slide that has a title over a text; what the deck lacks is set as others set it. */
function modelsOf({ slides, canvas, look }: EditableDeck): Models {
  const texts = slides.map(({ parts }) => parts.filter((part) => part.kind === 'text'))
  const usual = [...texts].sort((one, other) => rolesIn(other) - rolesIn(one))
  const find = (role: TextPart['role'], otherwise: TextPart): TextPart =>
    usual.flatMap((list) => list.filter((text) => text.role === role))[0] ?? otherwise
  const [edge, width] = [92, canvas.width - 184]
  const ink = look.colours['ink'] ?? '#000000'
  const plain = (role: TextPart['role'], y: number, size: number, height: number): TextPart => {
    const box = { x: edge, y, width, height }
    const runs = [{ text: '', size, colour: ink }]
    return { kind: 'text', role, box, paragraphs: [{ runs, box, size, line: size * 1.4, align: 'left', level: 0 }] }
  }
  return {
    title: find('title', plain('title', 60, 42, 60)),
    body: find('body', plain('body', 150, 28, canvas.height - 260)),
    foot: find('foot', plain('foot', canvas.height - 62, 20, 28)),
    number: find('page-number', plain('page-number', canvas.height - 62, 20, 28)),
  }
}

const rolesIn = (texts: readonly TextPart[]): number => new Set(texts.map(({ role }) => role)).size

/** Of each level the first point that is met; deeper ones than the deck has stand in by as much again. */
function levelModels({ slides }: EditableDeck, body: TextPart): readonly Paragraph[] {
  const found: (Paragraph | undefined)[] = []
  for (const { parts } of slides)
    for (const part of parts) {
      if (part.kind !== 'text' || part.role !== 'body') continue
      for (const paragraph of part.paragraphs) {
        const { level, bullet, box } = paragraph
        if (bullet && 'mark' in bullet && !found[level])
          found[level] = { ...paragraph, box: { ...box, x: box.x - part.box.x } }
      }
    }
  const [plain] = body.paragraphs
  const first = found[0] ?? (plain && { ...plain, box: { ...plain.box, x: 0 } })
  if (!first) return []
  const step = first.size * 1.35
  return Array.from({ length: LEVELS }, (_, level) => {
    const model = found[level] ?? found.findLast((one, index) => one && index < level) ?? first
    return { ...model, box: { ...model.box, x: found[level]?.box.x ?? first.box.x + step * level } }
  })
}

const LEVELS = 9
