/** A slide as measured → its part of the file. */
import type { Box, Part } from '../model/parts.js'
import type { EditableDeck, EditableSlide } from './deck.js'
import { ownParts, type SharedLayout } from './layouts.js'
import { slideContent } from './master.js'
import { type PictureReferences, pictureXml } from './pictures.js'
import { placeholderXml } from './placeholders.js'
import { roomFor } from './room.js'
import { shapeXml, textXml } from './shapes.js'
import type { Scene } from './style.js'
import { tableXml } from './table.js'
import { tag, xmlPart } from './xml.js'

/** Gives the references to a picture's files; undefined for one that can't be had. */
export type PictureOf = (source: string) => PictureReferences | undefined

export function slideXml(
  slide: EditableSlide,
  layout: SharedLayout,
  { canvas }: EditableDeck,
  pictureOf: PictureOf,
  scene: Scene,
): string {
  const parts = titleFirst(ownParts(slide, layout))
  const rooms = parts.map((part) => (part.kind === 'text' ? roomFor(part, slide.parts, canvas) : part.box))
  const things = parts.map((part, index) => {
    const id = index + 2
    const written = (scene: Scene): string =>
      part.kind === 'text'
        ? textXml(part, rooms[index] ?? part.box, placeholderXml(part.role, layout.name), id, scene)
        : thingXml(part, id, pictureOf, scene)
    return hasFormulas(part) ? eitherXml(written({ ...scene, formulas: true }), written(scene)) : written(scene)
  })
  const background = slide.background === layout.background ? undefined : slide.background
  return xmlPart(
    'p:sld',
    {},
    slideContent(undefined, background, things, scene.palette),
    tag('p:clrMapOvr', {}, '<a:masterClrMapping/>'),
  )
}

const hasFormulas = (part: Part): boolean => {
  const paragraphs =
    part.kind === 'text'
      ? part.paragraphs
      : part.kind === 'table'
        ? part.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.paragraphs))
        : []
  return paragraphs.some(({ runs }) => runs.some(({ formula }) => formula !== undefined))
}

/** Programs that know no formulas show them as text; LibreOffice, which drops those in text, goes by the usual name `a14`. */
const eitherXml = (formulas: string, text: string): string =>
  tag(
    'mc:AlternateContent',
    { 'xmlns:mc': 'http://schemas.openxmlformats.org/markup-compatibility/2006' },
    tag(
      'mc:Choice',
      {
        'xmlns:office': 'http://schemas.microsoft.com/office/drawing/2010/main',
        'xmlns:m': 'http://schemas.openxmlformats.org/officeDocument/2006/math',
        Requires: 'office',
      },
      formulas,
    ),
    tag('mc:Fallback', {}, text),
  )

/** Screen readers read in this order. What lies over or under it keeps its place, and so do shapes and pictures. */
function titleFirst(parts: readonly Part[]): readonly Part[] {
  const title = parts.find((part) => part.kind === 'text' && part.role === 'title')
  if (!title) return parts
  const [before, after] = [parts.slice(0, parts.indexOf(title)), parts.slice(parts.indexOf(title) + 1)]
  const stays = before.findLastIndex((part) => part.kind !== 'text' || overlap(part.box, title.box)) + 1
  return [...before.slice(0, stays), title, ...before.slice(stays), ...after]
}

const overlap = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height

/** Everything but text; '' for a picture that can't be had. */
export function thingXml(
  part: Exclude<Part, { kind: 'text' }>,
  id: number,
  pictureOf: PictureOf,
  scene: Scene,
): string {
  if (part.kind === 'shape') return shapeXml(part, id, scene)
  if (part.kind === 'table') return tableXml(part, id, scene)
  const references = pictureOf(part.kind === 'shot' ? part.mark : part.source)
  return references ? pictureXml(part, references, id, scene) : ''
}
