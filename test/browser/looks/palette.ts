/** A picture of a slide → a PNG of at most 256 colours: a quarter of the size, and no eye sees the difference. */
import { crc32, deflateSync } from 'node:zlib'
import type { PNG } from 'pngjs'

/** Colours that are not told apart: channels are rounded to this many steps. */
const STEP = 8
const MOST = 256

export function palettePng({ width, height, data }: PNG): Uint8Array {
  const counts = new Map<number, number>()
  const colours = Array.from({ length: width * height }, (_, at) => rounded(data, at * 4))
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const palette = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST)
  const known = new Map(palette.map(([colour], index) => [colour, index]))
  const indexOf = (colour: number): number => {
    const index = known.get(colour) ?? nearest(colour, palette)
    known.set(colour, index)
    return index
  }
  // Each row begins with a 0: its bytes stand as they are.
  const rows = new Uint8Array((width + 1) * height)
  colours.forEach((colour, at) => {
    rows[at + Math.floor(at / width) + 1] = indexOf(colour)
  })

  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // Eight bits a pixel, colours from a palette.
  head.set([8, 3], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('PLTE', Uint8Array.from(palette.flatMap(([colour]) => channels(colour)))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ])
}

function rounded(data: Uint8Array, at: number): number {
  const round = (channel = 0): number => Math.min(255, Math.round(channel / STEP) * STEP)
  return (round(data[at]) << 16) | (round(data[at + 1]) << 8) | round(data[at + 2])
}

const channels = (colour: number): readonly number[] => [colour >> 16, (colour >> 8) & 255, colour & 255]

function nearest(colour: number, palette: readonly (readonly [colour: number, count: number])[]): number {
  const [red = 0, green = 0, blue = 0] = channels(colour)
  const distances = palette.map(([other]) => {
    const [r = 0, g = 0, b = 0] = channels(other)
    return (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2
  })
  return distances.indexOf(Math.min(...distances))
}

function chunk(name: string, content: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(content.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
