/** Two pictures of slides → a grid of where they differ, as seen by an eye and not by a byte. */
import type { PictureType } from '../model/format.js'
import type { RunningBrowser } from './start.js'

/** Pixels of a cell's side. */
const CELL = 16
/** Of 255: what compressing does to a picture stays below it. */
const VISIBLE = 48
/** Pixels of a cell that have to differ. */
const ENOUGH = 2

/** Milliseconds that a comparison may take. */
const patience = 60_000

/** @returns a line of the grid each, `1` where they differ; undefined when they are not of one size */
export async function comparePictures(
  { page, during }: RunningBrowser,
  type: PictureType,
  one: Uint8Array,
  other: Uint8Array,
): Promise<readonly string[] | undefined> {
  const [a, b] = [one, other].map((bytes) => `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`)
  const rows: unknown = await during(
    'comparing slides',
    patience,
    page.evaluate(`(${compare})(${JSON.stringify([a, b, CELL, VISIBLE, ENOUGH]).slice(1, -1)})`),
  )
  return Array.isArray(rows) ? rows.filter((row) => typeof row === 'string') : undefined
}

/** Runs in the page. */
const compare = `async (a, b, cell, visible, enough) => {
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
  const rows = []
  for (let top = 0; top < one.height; top += cell) {
    let row = ''
    for (let left = 0; left < one.width; left += cell) {
      let count = 0
      for (let y = top; y < Math.min(top + cell, one.height); y++)
        for (let x = left; x < Math.min(left + cell, one.width); x++) {
          const at = 4 * (y * one.width + x)
          for (let channel = 0; channel < 3; channel++)
            if (Math.abs(one.data[at + channel] - other.data[at + channel]) > visible) { count++; break }
        }
      row += count >= enough ? '1' : '0'
    }
    rows.push(row)
  }
  return rows
}`
