/** A deck as the page measured it → a .pptx file to edit: slides, layouts, master, theme, notes, pictures. */
import type { LaterBytes } from '../model/content.js'
import type { Link } from '../model/parts.js'
import type { FontFace } from '../model/typefaces.js'
import { paletteOf } from './colours.js'
import type { EditableDeck } from './deck.js'
import { layoutsOf } from './layouts.js'
import { layoutXml, masterXml } from './master.js'
import { notesMasterXml, notesXml } from './notes.js'
import { newParcel, type Parcel, type References } from './parcel.js'
import { appXml, coreXml, FIRST_MASTER, presentationXml } from './presentation.js'
import { type PictureOf, slideXml, thingXml } from './slide.js'
import type { Scene, Style } from './style.js'
import { themeXml } from './theme.js'

const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml'
const THEME_TYPE = 'application/vnd.openxmlformats-officedocument.theme+xml'
const APP_TYPE = 'application/vnd.openxmlformats-officedocument.extended-properties+xml'
const CORE_TYPE = 'application/vnd.openxmlformats-package.core-properties+xml'

const PATHS = {
  presentation: 'ppt/presentation.xml',
  core: 'docProps/core.xml',
  app: 'docProps/app.xml',
  master: 'ppt/slideMasters/slideMaster1.xml',
  theme: 'ppt/theme/theme1.xml',
  notesMaster: 'ppt/notesMasters/notesMaster1.xml',
  notesTheme: 'ppt/theme/theme2.xml',
  layout: (number: number) => `ppt/slideLayouts/slideLayout${number}.xml`,
  slide: (page: number) => `ppt/slides/slide${page}.xml`,
  notes: (page: number) => `ppt/notesSlides/notesSlide${page}.xml`,
  font: (number: number) => `ppt/fonts/font${number}.fntdata`,
}

/** The same deck gives the same bytes, on any machine. Pictures are had one by one, as their turn comes. */
export function writePptx(deck: EditableDeck): LaterBytes {
  const parcel = newParcel()
  const { look, lang, typefaces } = deck
  const palette = paletteOf(look)
  const style: Style = { palette, typefaces, lang }
  const theme = themeXml(deck.title || 'Talkback', palette, typefaces)
  const store = pictureStore(deck, parcel)
  const layouts = [...layoutsOf(deck.slides).values()]
  const numbers = new Map(layouts.map(({ name }, index) => [name, index + 1]))
  const noted = deck.slides.some(({ notes }) => notes.length > 0)

  const root = parcel.referencesOf('')
  root.to('officeDocument', PATHS.presentation)
  root.to('core', PATHS.core)
  root.to('properties', PATHS.app)
  parcel.add(PATHS.core, CORE_TYPE, coreXml(deck))
  parcel.add(PATHS.app, APP_TYPE, appXml(deck))

  const presentation = parcel.referencesOf(PATHS.presentation)
  const referred = {
    master: presentation.to('slideMaster', PATHS.master),
    slides: deck.slides.map(({ page }) => presentation.to('slide', PATHS.slide(page))),
    font: fontStore(parcel, presentation),
    ...(noted ? { notesMaster: presentation.to('notesMaster', PATHS.notesMaster) } : {}),
  }
  presentation.to('theme', PATHS.theme)
  parcel.add(PATHS.presentation, `${TYPE}.presentation.main+xml`, presentationXml(deck, referred))
  parcel.add(PATHS.theme, THEME_TYPE, theme)

  const master = parcel.referencesOf(PATHS.master)
  const layoutIds = layouts.map((_, index) => master.to('slideLayout', PATHS.layout(index + 1)))
  master.to('theme', PATHS.theme)
  const masterText = masterXml(deck, layoutIds, FIRST_MASTER + 1, sceneOf(style, master))
  parcel.add(PATHS.master, `${TYPE}.slideMaster+xml`, masterText)

  for (const [index, layout] of layouts.entries()) {
    const path = PATHS.layout(index + 1)
    const references = parcel.referencesOf(path)
    references.to('slideMaster', PATHS.master)
    const scene = sceneOf(style, references)
    const shapes = layout.fixed.flatMap((part, at) =>
      part.kind === 'text' ? [] : [thingXml(part, at + 2, store.pictureOf(references), scene)],
    )
    parcel.add(path, `${TYPE}.slideLayout+xml`, layoutXml(layout, shapes, scene))
  }

  const shared = new Map(layouts.map((layout) => [layout.name, layout]))
  for (const slide of deck.slides) {
    const path = PATHS.slide(slide.page)
    const references = parcel.referencesOf(path)
    const layout = shared.get(slide.layout)
    if (!layout) throw new Error(`Slide ${slide.page} has a layout that no slide has.`)
    references.to('slideLayout', PATHS.layout(numbers.get(slide.layout) ?? 1))
    const scene = sceneOf(style, references)
    parcel.add(path, `${TYPE}.slide+xml`, slideXml(slide, layout, deck, store.pictureOf(references), scene))
    if (slide.notes.length === 0) continue
    const notesPath = PATHS.notes(slide.page)
    references.to('notesSlide', notesPath)
    const notes = parcel.referencesOf(notesPath)
    notes.to('notesMaster', PATHS.notesMaster)
    notes.to('slide', path)
    parcel.add(notesPath, `${TYPE}.notesSlide+xml`, notesXml(slide.notes, style))
  }
  if (noted) {
    parcel.referencesOf(PATHS.notesMaster).to('theme', PATHS.notesTheme)
    parcel.add(PATHS.notesMaster, `${TYPE}.notesMaster+xml`, notesMasterXml(deck.canvas, style))
    parcel.add(PATHS.notesTheme, THEME_TYPE, theme)
  }
  return { pieces: () => parcel.pack(deck.date) }
}

const sceneOf = (style: Style, references: References): Scene => ({
  ...style,
  referenceTo: (link: Link) =>
    'page' in link ? references.to('slide', PATHS.slide(link.page)) : references.to('hyperlink', link.address),
})

function fontStore(parcel: Parcel, references: References): (face: FontFace) => string {
  let count = 0
  return ({ bytes }) => {
    const path = PATHS.font(++count)
    parcel.addFile(path, bytes)
    return references.to('font', path)
  }
}

interface PictureStore {
  pictureOf(references: References): PictureOf
}

/** Each picture is in the file once, however many slides show it. */
function pictureStore({ pictures }: EditableDeck, parcel: Parcel): PictureStore {
  const paths = new Map<string, { readonly shown: string; readonly vector?: string }>()
  const stored = (source: string) => {
    const known = paths.get(source)
    const file = pictures.get(source)
    if (known || !file) return known
    const path = (type: string): string => `ppt/media/image${paths.size + 1}.${type}`
    const { type, bytes, fallback } = file
    const made = fallback ? { shown: path('png'), vector: path(type) } : { shown: path(type) }
    parcel.addFile(made.shown, fallback ?? bytes)
    if (made.vector !== undefined) parcel.addFile(made.vector, bytes)
    paths.set(source, made)
    return made
  }
  return {
    pictureOf: (references) => (source) => {
      const found = stored(source)
      if (!found) return undefined
      const { shown, vector } = found
      return {
        shown: references.to('image', shown),
        ...(vector === undefined ? {} : { vector: references.to('image', vector) }),
      }
    },
  }
}
