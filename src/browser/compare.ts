/** Two pictures of slides → a grid of where they differ, as seen by an eye and not by a byte, and one of where anything is drawn. */
import type { ComparedPixels } from '../diff/regions.js'
import type { PictureType } from '../model/format.js'
import type { RunningBrowser } from './start.js'

/** Pixels of a cell's side. */
const CELL = 16
/** Of 255: what compressing does to a picture stays below it. */
const VISIBLE = 48
/** Pixels of a cell that have to differ. */
const ENOUGH = 2
/** Pixels of a dot: finer than the gap between two letters. */
const DOT = { width: 2, height: 4 }

/** Milliseconds that a comparison may take. */
const patience = 60_000

/** @returns undefined when they are not of one size */
export async function comparePictures(
  { page, during }: RunningBrowser,
  type: PictureType,
  one: Uint8Array,
  other: Uint8Array,
): Promise<ComparedPixels | undefined> {
  const [a, b] = [one, other].map((bytes) => `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`)
  const compared: unknown = await during(
    'comparing slides',
    patience,
    page.evaluate(`(${compare})(${JSON.stringify([a, b, CELL, VISIBLE, ENOUGH, DOT]).slice(1, -1)})`),
  )
  if (typeof compared !== 'object' || compared === null || !('cells' in compared) || !('drawn' in compared)) return
  return { cells: linesIn(compared.cells), drawn: linesIn(compared.drawn) }
}

const linesIn = (lines: unknown): readonly string[] =>
  Array.isArray(lines) ? lines.filter((line) => typeof line === 'string') : []

/** Runs in the page. */
const compare = `async (a, b, cell, visible, enough, dot) => {
  const pixels = async (src) => {
    const image = new Image()
    image.src = src
    await image.decode()
    const { naturalWidth: width, naturalHeight: height } = image
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
    context.drawImage(image, 0, 0)
    return context.getImageData(0, 0, width, height)
  }
  const [one, other] = await Promise.all([pixels(a), pixels(b)])
  if (one.width !== other.width || one.height !== other.height) return null
  const { width, height } = one
  const differs = (data, at, red, green, blue) =>
    Math.abs(data[at] - red) > visible || Math.abs(data[at + 1] - green) > visible || Math.abs(data[at + 2] - blue) > visible
  // What most of a line of pixels is, in either picture, is the ground that the rest is drawn on.
  const groundOf = ({ data }, y) => {
    const counts = new Map()
    for (let at = 4 * y * width; at < 4 * (y + 1) * width; at += 4) {
      const colour = (data[at] >> 3 << 16) | (data[at + 1] >> 3 << 8) | (data[at + 2] >> 3)
      counts.set(colour, (counts.get(colour) ?? 0) + 1)
    }
    const [most] = [...counts].reduce((one, other) => (other[1] > one[1] ? other : one))
    return [(most >> 16) << 3, ((most >> 8) & 255) << 3, (most & 255) << 3]
  }
  const drawn = []
  for (let top = 0; top < height; top += dot.height) {
    const line = new Array(Math.ceil(width / dot.width)).fill('0')
    for (const picture of [one, other])
      for (let y = top; y < Math.min(top + dot.height, height); y++) {
        const ground = groundOf(picture, y)
        for (let x = 0; x < width; x++)
          if (differs(picture.data, 4 * (y * width + x), ...ground)) line[Math.floor(x / dot.width)] = '1'
      }
    drawn.push(line.join(''))
  }
  const cells = []
  for (let top = 0; top < one.height; top += cell) {
    let row = ''
    for (let left = 0; left < one.width; left += cell) {
      let count = 0
      for (let y = top; y < Math.min(top + cell, one.height); y++)
        for (let x = left; x < Math.min(left + cell, one.width); x++) {
          const at = 4 * (y * one.width + x)
          if (differs(one.data, at, other.data[at], other.data[at + 1], other.data[at + 2])) count++
        }
      row += count >= enough ? '1' : '0'
    }
    cells.push(row)
  }
  return { cells, drawn }
}`
