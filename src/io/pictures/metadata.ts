/** The bytes of a photograph → the same picture without what the camera wrote about where, when and by whom; how it was held stays. */

/** A file that is not as it should be stays as it is: no browser would show it either. */
export function withoutMetadata(bytes: Uint8Array, extension: string, orientation = 1): Uint8Array {
  if (extension === 'jpg') return withoutSegments(bytes, orientation)
  if (extension === 'png') return withoutChunks(bytes)
  return extension === 'webp' ? withoutRiff(bytes) : bytes
}

/** EXIF and XMP, Photoshop's notes, comments; of APP2 all but profiles of colours (Apple's holds further pictures). */
const isToldOf = (marker: number, content: Buffer): boolean =>
  marker === 0xe1 ||
  marker === 0xed ||
  marker === 0xfe ||
  (marker === 0xe2 && !content.subarray(0, 11).equals(PROFILE)) ||
  (marker > 0xe2 && marker < 0xee) ||
  marker === 0xef

const PROFILE = Buffer.from('ICC_PROFILE')

interface Segments {
  /** Markers and contents before the picture itself. */
  readonly head: readonly { readonly marker: number; readonly whole: Buffer; readonly content: Buffer }[]
  readonly rest: Buffer
}

function segmentsOf(bytes: Uint8Array): Segments | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head: Segments['head'][number][] = []
  for (let at = 2; ; ) {
    if (at + 4 > data.length || data[at] !== 0xff) return undefined
    const marker = data[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    const end = at + 2 + data.readUInt16BE(at + 2)
    if (marker === 0xda || marker === 0xd9) return { head, rest: data.subarray(at) }
    if (end > data.length) return undefined
    head.push({ marker, whole: data.subarray(at, end), content: data.subarray(at + 4, end) })
    at = end
  }
}

function withoutSegments(bytes: Uint8Array, orientation: number): Uint8Array {
  const parts = segmentsOf(bytes)
  if (parts === undefined) return bytes
  const kept = parts.head.filter(({ marker, content }) => !isToldOf(marker, content))
  // What Apple and Google put behind the end: a second picture, a film.
  const end = endOfPicture(parts.rest)
  if (kept.length === parts.head.length && end === parts.rest.length) return bytes
  const held = orientation === 1 ? [] : [orientationSegment(orientation)]
  return Buffer.concat([START, ...held, ...kept.map(({ whole }) => whole), parts.rest.subarray(0, end)])
}

const START = Buffer.from([0xff, 0xd8])

/** In the data of a picture no byte FF comes before D9 but at its end. */
function endOfPicture(rest: Buffer): number {
  const end = rest.indexOf(Buffer.from([0xff, 0xd9]))
  return end < 0 ? rest.length : end + 2
}

/** EXIF that says nothing but how the camera was held. */
function orientationSegment(orientation: number): Buffer {
  const exif = Buffer.from('ffe1002245786966000049492a0008000000010012010300010000000000000000000000', 'hex')
  exif.writeUInt16LE(orientation, 28)
  return exif
}

/** The colours of a photograph are meant as its profile says: a new JPEG of it gets the old one's. */
export function withProfileOf(bytes: Uint8Array, original: Uint8Array): Uint8Array {
  const [parts, old] = [segmentsOf(bytes), segmentsOf(original)]
  const profile = old?.head.filter(({ marker, content }) => marker === 0xe2 && !isToldOf(marker, content)) ?? []
  // Profiles of greys and inks are of no use once it is red, green and blue.
  const isRgb = profile[0]?.content.toString('latin1', 14 + 16, 14 + 20) === 'RGB '
  if (parts === undefined || !isRgb) return bytes
  const [first, ...others] = parts.head
  const isJfif = first?.marker === 0xe0
  const before = isJfif ? [first.whole] : []
  const after = (isJfif ? others : parts.head).map(({ whole }) => whole)
  return Buffer.concat([START, ...before, ...profile.map(({ whole }) => whole), ...after, parts.rest])
}

const TOLD_CHUNKS: ReadonlySet<string> = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'])

interface Chunk {
  readonly name: string
  readonly whole: Buffer
}

/** Of a PNG; nothing when it is not whole. */
function chunksOf(bytes: Uint8Array): readonly Chunk[] | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: Chunk[] = []
  for (let at = 8; at < data.length; ) {
    if (at + 12 > data.length) return undefined
    const end = at + 12 + data.readUInt32BE(at)
    if (end > data.length) return undefined
    const name = data.toString('latin1', at + 4, at + 8)
    chunks.push({ name, whole: data.subarray(at, end) })
    if (name === 'IEND') return chunks
    at = end
  }
  return undefined
}

function withoutChunks(bytes: Uint8Array): Uint8Array {
  const chunks = chunksOf(bytes)
  if (!chunks?.some(({ name }) => TOLD_CHUNKS.has(name))) return bytes
  const kept = chunks.filter(({ name }) => !TOLD_CHUNKS.has(name))
  return Buffer.concat([bytes.subarray(0, 8), ...kept.map(({ whole }) => whole)])
}

/** Moves: its frames are kept as they are. */
export const isMoving = (bytes: Uint8Array, extension: string): boolean =>
  extension === 'gif' ||
  (extension === 'png' && (chunksOf(bytes)?.some(({ name }) => name === 'acTL') ?? false)) ||
  (extension === 'webp' && (riffOf(bytes)?.some(({ name }) => name === 'ANIM') ?? false)) ||
  (extension === 'avif' && Buffer.from(bytes.subarray(8, 12)).equals(Buffer.from('avis')))

function riffOf(bytes: Uint8Array): readonly Chunk[] | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: Chunk[] = []
  for (let at = 12; at + 8 <= data.length; ) {
    const length = data.readUInt32LE(at + 4)
    const end = Math.min(data.length, at + 8 + length + (length % 2))
    if (at + 8 + length > data.length) return undefined
    chunks.push({ name: data.toString('latin1', at, at + 4), whole: data.subarray(at, end) })
    at = end
  }
  return chunks
}

/** Bits of a WebP's head that say there is EXIF or XMP. */
const TOLD_FLAGS = 0x0c

function withoutRiff(bytes: Uint8Array): Uint8Array {
  const chunks = riffOf(bytes)
  if (!chunks?.some(({ name }) => name === 'EXIF' || name === 'XMP ')) return bytes
  const kept = chunks
    .filter(({ name }) => name !== 'EXIF' && name !== 'XMP ')
    .map(({ name, whole }) => (name === 'VP8X' ? withFlags(whole) : whole))
  const content = Buffer.concat(kept)
  const head = Buffer.from(bytes.subarray(0, 12))
  head.writeUInt32LE(content.length + 4, 4)
  return Buffer.concat([head, content])
}

function withFlags(chunk: Buffer): Buffer {
  const copy = Buffer.from(chunk)
  copy.writeUInt8(copy.readUInt8(8) & ~TOLD_FLAGS, 8)
  return copy
}
