/** What the speaker says → pages of notes, and the master they rest on. */
import { colourMap } from './colours.js'
import { languagesOf } from './languages.js'
import { slideContent } from './master.js'
import { nameXml } from './shapes.js'
import type { Style } from './style.js'
import { placeOf } from './units.js'
import { escapeXml, tag, xmlPart } from './xml.js'

/** A4-like, upright, as programs have it. Px. */
const PAGE = { width: 720, height: 960 }

/** @param canvas size of a slide, for the picture of it */
export function notesMasterXml(
  canvas: { readonly width: number; readonly height: number },
  { palette }: Style,
): string {
  const width = PAGE.width - 144
  const height = Math.min(PAGE.height / 2, (width * canvas.height) / canvas.width)
  const picture = { x: 72, y: 72, width: (height * canvas.width) / canvas.height, height }
  const text = { x: 72, y: 96 + height, width, height: PAGE.height - height - 168 }
  const content = tag(
    'p:txBody',
    {},
    '<a:bodyPr/>',
    '<a:lstStyle/>',
    tag('a:p', {}, tag('a:r', {}, tag('a:rPr', { lang: 'en-US' }), tag('a:t', {}, 'Notes'))),
  )
  return xmlPart(
    'p:notesMaster',
    {},
    slideContent(undefined, '#ffffff', [slidePicture(placeOf(picture)), notesText(placeOf(text), content)], palette),
    tag('p:clrMap', colourMap({ ...palette, dark: false })),
    tag(
      'p:notesStyle',
      {},
      tag('a:lvl1pPr', {}, tag('a:spcBef', {}, tag('a:spcPts', { val: 600 })), tag('a:defRPr', { sz: 1200 })),
    ),
  )
}

export function notesXml(paragraphs: readonly string[], { palette, lang }: Style): string {
  const lines = paragraphs
    .flatMap((text) => text.split('\n'))
    .map((text) =>
      text === ''
        ? '<a:p/>'
        : tag('a:p', {}, tag('a:r', {}, tag('a:rPr', { ...languagesOf(text, lang) }), tag('a:t', {}, escapeXml(text)))),
    )
  const content = tag('p:txBody', {}, '<a:bodyPr/>', '<a:lstStyle/>', ...lines)
  return xmlPart(
    'p:notes',
    {},
    slideContent(undefined, undefined, [slidePicture(''), notesText('', content)], palette),
    tag('p:clrMapOvr', {}, '<a:masterClrMapping/>'),
  )
}

function slidePicture(place: string): string {
  const locks = tag('a:spLocks', { noGrp: 1, noRot: 1, noChangeAspect: 1 })
  return tag(
    'p:sp',
    {},
    tag(
      'p:nvSpPr',
      {},
      nameXml({ id: 2, name: 'Slide' }),
      tag('p:cNvSpPr', {}, locks),
      tag('p:nvPr', {}, tag('p:ph', { type: 'sldImg' })),
    ),
    tag('p:spPr', {}, place, place === '' ? '' : tag('a:prstGeom', { prst: 'rect' }, '<a:avLst/>')),
  )
}

function notesText(place: string, content: string): string {
  return tag(
    'p:sp',
    {},
    tag(
      'p:nvSpPr',
      {},
      nameXml({ id: 3, name: 'Notes' }),
      tag('p:cNvSpPr', {}, tag('a:spLocks', { noGrp: 1 })),
      tag('p:nvPr', {}, tag('p:ph', { type: 'body', idx: 1 })),
    ),
    tag('p:spPr', {}, place, place === '' ? '' : tag('a:prstGeom', { prst: 'rect' }, '<a:avLst/>')),
    content,
  )
}
