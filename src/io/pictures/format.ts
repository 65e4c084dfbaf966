/** The bytes of a picture → its format and size, whatever its name says. */
export interface Measured {
  readonly extension: 'png' | 'jpg' | 'gif' | 'webp' | 'avif' | 'svg'
  /** CSS pixels, turned as EXIF says. */
  readonly width: number
  readonly height: number
}

const BEFORE_ROOT = /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!doctype[^[>]*(\[[^\]]*\])?[^>]*>/gi
// What browsers give an SVG that names no size.
const UNSIZED = { width: 300, height: 150 } as const
// A small file can unpack to more memory than the reader's browser has.
const MOST_PIXELS = 150_000_000

/** @returns undefined for bytes that are no picture a browser shows, or a broken one */
export async function measure(bytes: Uint8Array): Promise<Measured | undefined> {
  const extension = extensionOf(bytes)
  if (extension === undefined) return undefined
  const { width, height } = extension === 'svg' ? svgSize(bytes) : await sizeOf(bytes)
  const real = width >= 1 && height >= 1 && width * height <= MOST_PIXELS
  return real ? { extension, width: Math.round(width), height: Math.round(height) } : undefined
}

function extensionOf(bytes: Uint8Array): Measured['extension'] | undefined {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (start.startsWith('\xff\xd8\xff')) return 'jpg'
  if (start.startsWith('GIF87a') || start.startsWith('GIF89a')) return 'gif'
  if (start.startsWith('RIFF') && start.startsWith('WEBP', 8)) return 'webp'
  if (start.startsWith('ftypavif', 4) || start.startsWith('ftypavis', 4)) return 'avif'
  return rootOfSvg(bytes) === undefined ? undefined : 'svg'
}

async function sizeOf(bytes: Uint8Array): Promise<{ readonly width: number; readonly height: number }> {
  const { imageSize } = await import('image-size')
  try {
    const { width, height, orientation } = imageSize(bytes)
    // From 5 on the camera was held upright: the picture is shown on its side.
    const turned = orientation !== undefined && orientation >= 5
    return turned ? { width: height, height: width } : { width, height }
  } catch {
    return { width: 0, height: 0 }
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
