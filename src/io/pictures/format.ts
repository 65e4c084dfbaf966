/** The bytes of a picture → its format and size, whatever its name says. */
import type { PictureKind } from '../../model/pictureKinds.js'

export interface Measured {
  readonly extension: PictureKind
  /** CSS pixels, turned as EXIF says. */
  readonly width: number
  readonly height: number
  /** How the camera was held, as EXIF has it: 1 for upright, as everything else is. */
  readonly orientation: number
}

const BEFORE_ROOT = /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!doctype[^[>]*(\[[^\]]*\])?[^>]*>/gi
// What browsers give an SVG that names no size.
const UNSIZED = { width: 300, height: 150 } as const
// A small file can unpack to more memory than the reader's browser has.
const MOST_PIXELS = 150_000_000

/** @returns undefined for bytes that are no picture a browser shows, or a broken one */
export async function measure(bytes: Uint8Array): Promise<Measured | undefined> {
  const extension = extensionOf(bytes)
  if (extension === undefined || (extension === 'jpg' && !hasScan(bytes))) return undefined
  const size = extension === 'svg' ? { ...svgSize(bytes), orientation: 1 } : await sizeOf(bytes)
  const { width, height, orientation } = size
  const real = width >= 1 && height >= 1 && width * height <= MOST_PIXELS
  return real ? { extension, width: Math.round(width), height: Math.round(height), orientation } : undefined
}

/** A photograph whose file ends before its first line. */
const hasScan = (bytes: Uint8Array): boolean => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(SCAN)
const SCAN = Buffer.from([0xff, 0xda])

function extensionOf(bytes: Uint8Array): PictureKind | undefined {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (start.startsWith('\xff\xd8\xff')) return 'jpg'
  if (start.startsWith('GIF87a') || start.startsWith('GIF89a')) return 'gif'
  if (start.startsWith('RIFF') && start.startsWith('WEBP', 8)) return 'webp'
  if (brandsOf(bytes).some((brand) => brand === 'avif' || brand === 'avis')) return 'avif'
  if (start.startsWith('BM') && bytes.length > 26) return 'bmp'
  if (start.startsWith('\0\0\x01\0')) return 'ico'
  return rootOfSvg(bytes) === undefined ? undefined : 'svg'
}

/** What a file of boxes (`ftyp`: HEIC, AVIF, films) says it is: first what it is above all. */
function brandsOf(bytes: Uint8Array): readonly string[] {
  const head = Buffer.from(bytes.subarray(0, 256))
  if (head.length < 16 || head.toString('latin1', 4, 8) !== 'ftyp') return []
  const brands = head.toString('latin1', 8, Math.min(head.readUInt32BE(0), head.length)).match(/.{4}/gs) ?? []
  // Behind the first one is its version.
  return brands.filter((_, index) => index !== 1)
}

const FOREIGN: readonly (readonly [name: string, ...starts: string[]])[] = [
  ['TIFF', 'II*\0', 'MM\0*'],
  ['JPEG XL', '\xff\x0a', '\0\0\0\x0cJXL '],
  ['a PDF', '%PDF-'],
  ['a Photoshop file', '8BPS'],
]

/** The name of a format in which people have pictures, and which browsers don't draw. */
export function foreignFormat(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  const brands = brandsOf(bytes)
  if (brands.some((brand) => /^(?:hei[cxms]|hev[cx]|mif1|msf1)$/.test(brand))) return 'HEIC'
  if (brands.length > 0) return 'a film'
  return FOREIGN.find(([, ...starts]) => starts.some((known) => start.startsWith(known)))?.[0]
}

async function sizeOf(bytes: Uint8Array): Promise<Omit<Measured, 'extension'>> {
  const { imageSize } = await import('image-size')
  try {
    const { width, height, orientation = 1 } = imageSize(bytes)
    // From 5 on the camera was held upright: the picture is shown on its side.
    return orientation >= 5
      ? { width: height, height: width, orientation }
      : { width, height, orientation: Math.max(1, orientation) }
  } catch {
    return { width: 0, height: 0, orientation: 1 }
  }
}

/** The `<svg …>` tag, after what may stand before it: XML head, comments, document type. */
function rootOfSvg(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 64 * 1024)).toString('utf8')
  const bare = start.replace(/^\ufeff/, '').replace(BEFORE_ROOT, '')
  return /^\s*<svg\b[^>]*>/i.exec(bare)?.[0]
}

function svgSize(bytes: Uint8Array): { readonly width: number; readonly height: number } {
  const root = rootOfSvg(bytes) ?? ''
  const length = (name: string): number | undefined => {
    const [, number, unit = ''] = new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)([a-z%]*)`, 'i').exec(root) ?? []
    const inPixels = { '': 1, px: 1, pt: 4 / 3, pc: 16, mm: 96 / 25.4, cm: 96 / 2.54, in: 96, em: 16, rem: 16 }[
      unit.toLowerCase()
    ]
    return number === undefined || inPixels === undefined ? undefined : Number(number) * inPixels
  }
  const box =
    /\sviewBox\s*=\s*["']([^"']*)/i
      .exec(root)?.[1]
      ?.trim()
      .split(/[\s,]+/)
      .map(Number) ?? []
  const [, , boxWidth = 0, boxHeight = 0] = box
  const ratio = boxWidth > 0 && boxHeight > 0 ? boxWidth / boxHeight : undefined
  const [width, height] = [length('width'), length('height')]
  if (width !== undefined && height !== undefined) return { width, height }
  if (ratio === undefined) return { width: width ?? UNSIZED.width, height: height ?? UNSIZED.height }
  if (width !== undefined) return { width, height: width / ratio }
  if (height !== undefined) return { width: height * ratio, height }
  return { width: boxWidth, height: boxHeight }
}
