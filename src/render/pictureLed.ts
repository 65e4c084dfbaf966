/** A slide of a picture beside short text → how wide the picture may be, up to the slide's edges, and whether it may be cropped for it. */
import type { Canvas, Slide } from '../model/deck.js'
import { most } from '../model/lists.js'
import type { Block, Picture } from '../model/notes.js'
import { columnsOf } from '../plan/estimate.js'
import type { InlineContext } from './inlines.js'
import { shapeOfPicture } from './pictures.js'

export interface Led {
  /** `cover`: it fills its side to three edges; `contain`: it stands whole on a ground that does. */
  readonly fit: 'cover' | 'contain'
  /** CSS px. */
  readonly width: number
}

/** Of the slide's width. */
const widest = 0.55
const narrowest = 0.38
/** What the picture has around it on its ground, px. */
const margin = 40
/** Smaller ones are icons. */
const least = 240
/** Share of a photograph that may be cut off. */
const mostCropped = 0.28
/** A picture may be enlarged so far. */
const enlarged = 1.6

/** A line of code in px: its letters, and what stands around it up to the picture. */
const codeLetter = 13.3
const aroundCode = 196

/** Who says so is told apart from them: what stands at the edges is meant to be seen. */
const namesParts =
  /[左右上下角边邊缘緣]|截图|截圖|截屏|幻灯|投影|图表|圖表|架构|架構|白板|海报|海報|议程|議程|\b(?:left|right|top|bottom|corner|edge|slides?|screen(?:shot)?|chart|diagram|whiteboard|poster|agenda|table)\b/i

/** @returns nothing for slides that are set as they always were */
export function ledBy(
  { layout, blocks, candidates = [] }: Slide,
  canvas: Canvas,
  context: InlineContext,
): Led | undefined {
  if (layout !== 'beside' || !candidates.includes('led')) return undefined
  const picture = blocks.find((block): block is Picture => block.kind === 'picture')
  if (!picture || picture.size) return undefined
  const { ratio, width } = shapeOfPicture(picture, context)
  if (width < least) return undefined
  const room = Math.min(widest * canvas.width, canvas.width - aroundCode - widestCode(blocks) * codeLetter)
  const side = (wished: number): number => Math.round(Math.min(room, Math.max(narrowest * canvas.width, wished)))
  if (room < narrowest * canvas.width) return undefined
  const covered = side(canvas.height * ratio)
  if (isPhoto(picture, context) && bearsCropping({ ratio, width }, covered, canvas))
    return { fit: 'cover', width: covered }
  return { fit: 'contain', width: side(Math.min((canvas.height - 2 * margin) * ratio, width * enlarged) + 2 * margin) }
}

const widestCode = (blocks: readonly Block[]): number =>
  most(
    blocks.flatMap((block) => (block.kind === 'code' ? [columnsOf(block)] : [])),
    0,
  )

/** Drawings and what programs show come in formats that lose nothing. */
function isPhoto({ src, alt, caption, drawing }: Picture, { pictures }: InlineContext): boolean {
  const found = pictures.get(src)
  if (drawing || found?.state !== 'ready') return false
  return /\.(?:jpe?g|webp|avif)$/i.test(found.path) && !namesParts.test(`${alt} ${caption}`)
}

/** @param side px that it would fill, over the whole height */
function bearsCropping({ ratio, width }: { ratio: number; width: number }, side: number, { height }: Canvas): boolean {
  const shape = side / height
  const kept = Math.min(shape / ratio, ratio / shape)
  return 1 - kept <= mostCropped && Math.max(side, height * ratio) <= width * enlarged
}
