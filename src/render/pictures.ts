/** Pictures that stand alone → figures that carry their shape, so that CSS sizes them before they are loaded. */
import type { Canvas, DeckWords } from '../model/deck.js'
import type { Drawing, Picture } from '../model/notes.js'
import { copyMark, namelessCopy } from '../model/text.js'
import { askedWidth } from './askedSize.js'
import { captionLines } from './captionRoom.js'
import { attribute, escapeHtml } from './escape.js'
import { galleryRows } from './gallery.js'
import { type InlineContext, linked } from './inlines.js'
import { renderLostPicture } from './lostPictures.js'
import { fileOf } from './pictureNames.js'

export interface PictureContext extends InlineContext {
  readonly words: DeckWords
  /** Size of a slide, CSS px. */
  readonly canvas: Canvas
}

/** What layouts need to know of a picture: width to height, and its own width in CSS px. */
export interface PictureShape {
  readonly ratio: number
  readonly width: number
  /** The widest that the notes let it be, as CSS. */
  readonly asked?: string
}

/** What nobody knows the shape of. */
const unknownShape: PictureShape = { ratio: 1.6, width: 560 }

export function shapeOfPicture({ src, drawing, size }: Picture, { pictures }: InlineContext): PictureShape {
  if (drawing) return { ratio: drawing.width / drawing.height, width: drawing.width }
  const found = pictures.get(src)
  if (found?.state !== 'ready') return unknownShape
  const shape = { ratio: found.width / Math.max(1, found.height), width: found.width }
  const asked = askedWidth(size, shape)
  return asked === undefined ? shape : { ...shape, asked }
}

/**
 * One picture is a figure; several are rows of figures, arranged by their shapes. Below them stands what has no shape to be
 * arranged by: what is not there, icons, which rows would blow up, and pictures as slender as strips.
 */
export function renderPictures(pictures: readonly Picture[], context: PictureContext): string {
  if (pictures.length < 2) return pictures.map((picture) => renderPicture(picture, context)).join('')
  const arranged = pictures.filter((picture) => fitsRows(picture, context))
  const rest = pictures.filter((picture) => !arranged.includes(picture))
  const above = arranged.length > 1 ? renderRows(arranged, context) : renderPictures(arranged, context)
  const below = rest.map((picture) =>
    renderPicture(picture, context, isSlender(picture, context) ? undefined : 'small'),
  )
  return [above, ...below].filter(Boolean).join('\n')
}

/** Narrower pictures are icons. CSS px. */
const narrowest = 200
/** Width to height, and height to width: beyond that a picture in a row is a stroke, or makes one of its neighbours. */
const slenderest = 4

const fitsRows = ({ src }: Picture, { pictures }: InlineContext): boolean => {
  const found = pictures.get(src)
  return found?.state === 'ready' && found.width >= narrowest && !isSlender({ src }, { pictures })
}

const isSlender = ({ src }: Pick<Picture, 'src'>, { pictures }: Pick<InlineContext, 'pictures'>): boolean => {
  const found = pictures.get(src)
  if (found?.state !== 'ready') return false
  return Math.max(found.width / Math.max(1, found.height), found.height / Math.max(1, found.width)) > slenderest
}

function renderRows(pictures: readonly Picture[], context: PictureContext): string {
  const captioned = pictures.map((picture) => ({ ...picture, ratio: shapeOfPicture(picture, context).ratio }))
  let from = 0
  const pages = galleryRows(
    captioned.map(({ ratio }) => ratio),
    roomRatio(context.canvas),
    (gap + (pictures.some(({ caption }) => caption) ? captionLine : 0)) / roomHeight(context.canvas),
  ).map(({ rows, across, shape }) => {
    const taken = rows.map((count) => {
      const row = captioned.slice(from, from + count)
      from += count
      return row
    })
    const lines = captionLines(
      taken,
      (below, { length }) => widthShare(shape, rows.length, below, context.canvas) * shareOf(length, across),
    )
    const page = `--shape:${short(shape)};--rows:${rows.length};--captions:${lines}`
    const html = taken.map((row) => renderRow(row, page + share(row.length, across), context))
    return { html: html.join('\n'), fits: lines !== undefined }
  })
  // Each is as large as if it were alone, and they go on on further slides.
  return pages.every(({ fits }) => fits)
    ? pages.map(({ html }) => html).join('\n')
    : pictures.map((picture) => renderPicture(picture, context)).join('\n')
}

/** Between two rows, and a line of a caption with what keeps it apart; the style sheet says so, too. CSS px. */
const gap = 16
const captionLine = 44

/** Of the slide's width, what rows take that leave room for so many lines below them. */
const widthShare = (shape: number, rows: number, lines: number, canvas: Canvas): number =>
  Math.min(1, (shape / roomRatio(canvas)) * (1 - (gap * (rows - 1) + captionLine * lines) / roomHeight(canvas)))

/** Width to height of what is left of a slide below its title, about; the style sheet scales the rows to what it is. */
const roomRatio = (canvas: Canvas): number => Math.max(1, canvas.width - 184) / roomHeight(canvas)
const roomHeight = ({ height }: Canvas): number => Math.max(1, height - 230)

/** What a shorter row takes of the width. */
const shareOf = (count: number, across = count): number => Math.min(1, count / across)

const share = (count: number, across?: number): string => {
  const taken = shareOf(count, across)
  return taken < 1 ? `;--share:${short(taken)}` : ''
}

function renderRow(row: readonly Picture[], style: string, context: PictureContext): string {
  return `<figure class="row" style="${style}">${row.map((picture) => renderPicture(picture, context)).join('')}</figure>`
}

/** @param size `small` for icons among other pictures */
function renderPicture(picture: Picture, context: PictureContext, size?: 'small'): string {
  const shape = shapeOfPicture(picture, context)
  if (picture.drawing) return renderDrawing(picture, picture.drawing, shape, context)
  const found = context.pictures.get(picture.src)
  if (found?.state !== 'ready') return renderLostPicture(picture, context.words.pictureUnavailable, context)
  const caption = picture.caption ? `<figcaption>${escapeHtml(picture.caption)}</figcaption>` : ''
  const alt = picture.alt || picture.caption || unnamed(picture, context.words)
  const measures = ` width="${found.width}" height="${found.height}"`
  const classes = [shape.ratio < 1.2 ? 'tall' : '', size ?? ''].filter(Boolean).join(' ')
  const image = `<img${attribute('src', found.path)}${attribute('alt', alt)}${measures}>`
  return `<figure${attribute('class', classes || undefined)}${shapeStyle(shape)}>${linked(picture, image, context)}${caption}</figure>`
}

/** A part of the page, whose labels are text; whoever can't see it is told them in the order they stand in. */
function renderDrawing({ alt }: Picture, drawing: Drawing, shape: PictureShape, { canvas }: PictureContext): string {
  const { svg } = drawing
  const classes = ['diagram', shape.ratio < 1.2 ? 'tall' : '', isLarge(drawing, canvas) ? 'large' : '']
  const figure = `<figure class="${classes.filter(Boolean).join(' ')}"${shapeStyle(shape)}>`
  return `${figure}${svg.replace('<svg', () => `<svg role="img"${attribute('aria-label', alt)}`)}</figure>`
}

/** A tenth smaller, and its letters are still read: two thirds of a slide, which a picture has beside text, are too little for it. */
const isLarge = ({ height }: Drawing, canvas: Canvas): boolean => height * 0.9 > roomHeight(canvas) * 0.66

/** Whoever can't see it is told at least that it is there, and which file it is. */
function unnamed({ src }: Picture, { picture }: DeckWords): string {
  const own = fileOf(src)
    .replace(/(?<=.)\.\w{1,5}$/, '')
    .replace(copyMark, '')
  return picture.replace('{name}', () => (own === namelessCopy ? '' : own)).trim()
}

/** `--ratio`, `--natural` and `--asked` as the style sheet reads them. */
export const shapeStyle = ({ ratio, width, asked }: PictureShape): string =>
  ` style="--ratio:${short(ratio)};--natural:${width}px${asked === undefined ? '' : `;--asked:${asked}`}"`

const short = (number: number): string => String(Math.round(number * 1000) / 1000)
