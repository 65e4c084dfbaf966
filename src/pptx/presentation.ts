/** What is in the file as a whole: its slides in order, their sections and size, and what it is about. */
import type { FontFace } from '../model/typefaces.js'
import type { EditableDeck } from './deck.js'
import { fontListXml, travelling } from './fonts.js'
import { languageTag } from './languages.js'
import { emu } from './units.js'
import { escapeXml, tag, xmlPart } from './xml.js'

/** Ids of references. */
interface Referred {
  readonly master: string
  readonly notesMaster?: string
  readonly slides: readonly string[]
  readonly font: (face: FontFace) => string
}

/** Slides count from here; smaller numbers mean other things. */
const FIRST_SLIDE = 256
/** Masters and layouts share one row of numbers, from here. */
export const FIRST_MASTER = 2_147_483_648

export function presentationXml(deck: EditableDeck, referred: Referred): string {
  const { canvas, lang, sections, typefaces } = deck
  const { master, notesMaster } = referred
  const fonts = travelling(typefaces)
  return xmlPart(
    'p:presentation',
    // Fonts that travel are saved whole again, so that the next one can edit it too.
    { embedTrueTypeFonts: fonts.length > 0 ? 1 : undefined, autoCompressPictures: 0 },
    tag('p:sldMasterIdLst', {}, tag('p:sldMasterId', { id: FIRST_MASTER, 'r:id': master })),
    notesMaster === undefined ? '' : tag('p:notesMasterIdLst', {}, tag('p:notesMasterId', { 'r:id': notesMaster })),
    tag(
      'p:sldIdLst',
      {},
      ...referred.slides.map((id, index) => tag('p:sldId', { id: FIRST_SLIDE + index, 'r:id': id })),
    ),
    tag('p:sldSz', { cx: emu(canvas.width), cy: emu(canvas.height) }),
    tag('p:notesSz', { cx: 6_858_000, cy: 9_144_000 }),
    fontListXml(fonts, referred.font),
    tag('p:defaultTextStyle', {}, tag('a:defPPr', {}, tag('a:defRPr', { lang: languageTag(lang) })), newText),
    sections.length === 0 ? '' : sectionsXml(deck),
  )
}

/** Text that a colleague adds. */
const newText = tag(
  'a:lvl1pPr',
  {},
  tag(
    'a:defRPr',
    { sz: 2100 },
    tag('a:solidFill', {}, tag('a:schemeClr', { val: 'tx1' })),
    ...['latin', 'ea', 'cs'].map((script) =>
      tag(`a:${script}`, { typeface: `+mn-${script === 'latin' ? 'lt' : script}` }),
    ),
  ),
)

/** A piece of the row of slides, as programs show it beside them; what is before the first section has the talk's name. */
function sectionsXml({ title, slides, sections }: EditableDeck): string {
  const pieces: { readonly name: string; readonly slides: number[]; readonly section: number | undefined }[] = []
  slides.forEach(({ section }, index) => {
    const last = pieces.at(-1)
    if (last && last.section === section) last.slides.push(index)
    else pieces.push({ name: sections[section ?? -1] ?? title, slides: [index], section })
  })
  const entries = pieces.map((piece, index) =>
    tag(
      'p14:section',
      { name: piece.name, id: `{00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}}` },
      tag('p14:sldIdLst', {}, ...piece.slides.map((slide) => tag('p14:sldId', { id: FIRST_SLIDE + slide }))),
    ),
  )
  const list = tag(
    'p14:sectionLst',
    { 'xmlns:p14': 'http://schemas.microsoft.com/office/powerpoint/2010/main' },
    ...entries,
  )
  return tag('p:extLst', {}, tag('p:ext', { uri: '{521415D9-36F7-43E2-AB2F-B90AF26B5E84}' }, list))
}

/** How much there is, as file managers show it. */
export function appXml({ slides }: EditableDeck): string {
  const noted = slides.filter(({ notes }) => notes.length > 0).length
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${tag(
    'Properties',
    { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
    tag('Application', {}, 'Talkback'),
    tag('Slides', {}, String(slides.length)),
    tag('Notes', {}, String(noted)),
  )}`
}

/** Title, author, language and date, where libraries and search engines look for them. */
export function coreXml({ title, subject, author, keywords, lang, date }: EditableDeck): string {
  const when = `${date.toISOString().slice(0, 19)}Z`
  const dated = (name: string) => tag(`dcterms:${name}`, { 'xsi:type': 'dcterms:W3CDTF' }, when)
  const told = (name: string, value: string) => (value === '' ? '' : tag(name, {}, escapeXml(value)))
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${tag(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    told('dc:title', title),
    told('dc:subject', subject),
    told('dc:creator', author),
    told('cp:keywords', keywords),
    told('dc:language', languageTag(lang)),
    dated('created'),
    dated('modified'),
  )}`
}
