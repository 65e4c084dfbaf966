/** A picture as the notes have it → the same in no more pixels and bytes than slides show, upright, without what the camera told. */
import { createHash } from 'node:crypto'
import type { Cache } from '../cache.js'
import type { Measured } from './format.js'
import { type ImageTool, loadImageTool, type Opened } from './imageTool.js'
import { isMoving, withoutMetadata, withProfileOf } from './metadata.js'

export interface Fitted {
  /** Absent where the picture is best as it is, or nothing else can be had. */
  readonly made?: Uint8Array
  /** There was something to do, and nothing at hand to do it with. */
  readonly kept?: true
  /** The cache has it from now on. */
  readonly fresh?: true
}

/** Pixels of the long side: half as many again as a slide is wide. */
const LONG_SIDE = 1920
/** Slender pictures, such as a screenshot of a whole page, keep so many on the short one. */
const SHORT_SIDE = 1080
const SLENDER = 3
/** A screenshot keeps its pixels, save for those of the largest screens: its text blurs otherwise. */
const SCREEN = 3840
const SCREEN_LEFT = 2560

/** Bytes below which a picture is left alone. */
const LIGHT = { photo: 500_000, screenshot: 1_000_000 } as const
/** Bytes of a photograph, to be aimed at: ten of them then go by mail. */
const WANTED = 360_000

/** Tried until one is small enough: at first less exact, then with fewer pixels. */
const STEPS = [
  { side: LONG_SIDE, qualities: [82, 74, 66, 58] },
  { side: 1600, qualities: [56] },
  { side: 1366, qualities: [50] },
] as const

/** Changes whenever other bytes would come of the same picture. */
const VERSION = 1

/** Kept where a picture is best as it is. */
const AS_IT_IS = Buffer.alloc(0)

/** Pixels of a picture that nothing here can measure: a photograph's. */
const UNKNOWN = 12_000_000

let loading: Promise<ImageTool | undefined> | undefined

/** @param plain the same bytes without what the camera told */
export async function fitPicture(
  bytes: Uint8Array,
  plain: Uint8Array,
  measured: Measured,
  cache: Cache,
): Promise<Fitted> {
  if (!isHeavy(bytes, measured)) return {}
  const key = `fitted ${VERSION} ${createHash('sha256').update(bytes).digest('hex')}`
  const known = await cache.get(key)
  if (known) return known.length === 0 ? {} : { made: known }
  loading ??= loadImageTool()
  const tool = await loading
  if (tool === undefined) return { kept: true }
  try {
    const made = await remake(tool, bytes, measured)
    const better = made !== undefined && (made.length < plain.length || mustChange(measured))
    await cache.put(key, better ? made : AS_IT_IS)
    return better ? { made, fresh: true } : { fresh: true }
  } catch {
    // What the package can't read may be a picture to browsers all the same.
    return {}
  }
}

/** A picture of a kind that browsers don't draw, as one that they do; undefined where nothing here reads it. */
export async function asPng(bytes: Uint8Array, format: string): Promise<Uint8Array | undefined> {
  loading ??= loadImageTool()
  const picture = await loading
  try {
    const opened = picture?.open(bytes, UNKNOWN)
    return await (format === 'HEIC' ? opened?.jpeg(95) : opened?.png())
  } catch {
    return undefined
  }
}

/** Programs for slides don't turn pictures, and some draw no icons and bitmaps. */
const mustChange = ({ orientation, extension }: Measured): boolean =>
  orientation !== 1 || extension === 'bmp' || extension === 'ico'

function isHeavy(bytes: Uint8Array, measured: Measured): boolean {
  const { extension } = measured
  if (extension === 'svg' || isMoving(bytes, extension)) return false
  if (mustChange(measured)) return true
  const long = Math.max(measured.width, measured.height)
  if (extension === 'png') return long > SCREEN || bytes.length > LIGHT.screenshot
  return bytes.length > LIGHT.photo || scaleFor(measured, LONG_SIDE) < 1
}

const scaleFor = ({ width, height }: Measured, side: number): number => {
  const [short, long] = width < height ? [width, height] : [height, width]
  const scale = long > short * SLENDER ? Math.max(side / long, SHORT_SIDE / short) : side / long
  return Math.min(1, scale)
}

async function remake(tool: ImageTool, bytes: Uint8Array, measured: Measured): Promise<Uint8Array | undefined> {
  const { extension } = measured
  const picture = tool.open(bytes, pixelsOf(measured))
  if (extension === 'png') return screenshot(tool, bytes, measured)
  if (extension === 'bmp' || extension === 'ico') return tool.repack(await picture.png())
  if (extension !== 'jpg' && !(await picture.isOpaque())) return undefined
  const made = await photo(tool, bytes, measured)
  return extension === 'jpg' ? withProfileOf(made, bytes) : made
}

async function screenshot(tool: ImageTool, bytes: Uint8Array, measured: Measured): Promise<Uint8Array> {
  const long = Math.max(measured.width, measured.height)
  const scale = long > SCREEN ? SCREEN_LEFT / long : 1
  if (scale === 1 || long > Math.min(measured.width, measured.height) * SLENDER)
    return tool.repack(withoutMetadata(bytes, 'png'))
  return tool.repack(await scaled(tool.open(bytes, pixelsOf(measured)), measured, scale).png())
}

async function photo(tool: ImageTool, bytes: Uint8Array, measured: Measured): Promise<Uint8Array> {
  let made: Uint8Array | undefined
  for (const { side, qualities } of STEPS) {
    const scale = scaleFor(measured, side)
    if (made !== undefined && scale === 1) break
    const exact = await scaled(tool.open(bytes, pixelsOf(measured)), measured, scale).jpeg(95)
    for (const quality of qualities) {
      made = await tool.recode(exact, quality)
      if (made.length <= WANTED * area(measured, scale)) return made
    }
  }
  return made ?? bytes
}

const pixelsOf = ({ width, height }: Measured): number => width * height

/** A panorama may have more bytes than a photograph. */
const area = ({ width, height }: Measured, scale: number): number =>
  Math.max(1, (width * height * scale * scale) / (LONG_SIDE * SHORT_SIDE * 1.4))

const scaled = (picture: Opened, { width, height }: Measured, scale: number): Opened =>
  scale === 1
    ? picture
    : picture.within(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)))
