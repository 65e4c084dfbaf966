/** An open deck → what stands where on its slides, and the files of its pictures: all that a copy to edit is made of. */

import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { imageSize } from 'image-size'
import type { Page } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js'
import { isLater, type LaterBytes, type Shelf, wholeOf } from '../model/content.js'
import type { FitReport } from '../model/fitted.js'
import { pushAll } from '../model/lists.js'
import type { Box, DeckLook, DeckParts, Part, PictureFile, PicturePart, SlideParts } from '../model/parts.js'
import type { RunningBrowser } from './start.js'

/** Milliseconds that one thing which is asked of the page may take: no portion is larger because the deck is. */
const patience = 60_000

/** What lies on the table is laid out at once: no more than these. */
const slidesAtOnce = 50

const MARK = 'data-shot'

/** Pixels of a picture that is taken, for each CSS pixel. */
const sharpness = 2
/** Widest picture that is taken of a file, CSS px. */
const widest = 1280
/** Bytes of one that is held in memory. */
const light = 500_000

/**
 * Then the page is as it was.
 *
 * @param script what scripts/build.mjs made of runtime/parts/
 * @param shelf where large pictures lie that are taken
 * @throws UserError (exit 3) when the browser crashes or takes too long
 */
export async function readParts(
  { page, during }: RunningBrowser,
  report: FitReport,
  script: string,
  shelf: Shelf,
): Promise<DeckParts> {
  return read(page, report.slides.length, script, shelf, (work) => during('measuring the slides', patience, work))
}

/** @param next waits for what shows that it goes on */
async function read(
  page: Page,
  count: number,
  script: string,
  shelf: Shelf,
  next: <T>(work: Promise<T>) => Promise<T>,
): Promise<DeckParts> {
  // What lies on the table shows in print alone (`.on-paper` in deck.css).
  await next(page.emulateMediaType('print'))
  try {
    await next(page.evaluate(script))
    const look: unknown = await next(page.evaluate(`talkback.lay(), talkbackParts.prepare()`))
    if (!isLook(look)) throw new Error('The colours of the deck could not be read in the browser.')
    const slides: SlideParts[] = []
    const pictures = new Map<string, PictureFile>()
    for (let from = 0; from < count; from += slidesAtOnce) {
      const to = Math.min(count, from + slidesAtOnce)
      await next(page.evaluate(`talkback.put(${from}, ${to})`))
      const some: unknown = await next(page.evaluate(`talkbackParts.readSlides(${from}, ${to}, '${MARK}')`))
      if (!areSlides(some)) throw new Error('The slides could not be measured in the browser.')
      for (const mark of marksIn(some)) {
        const bytes = await next(shoot(page, `talkbackParts.aimAtElement('${MARK}', '${mark}')`, false))
        if (bytes) pictures.set(mark, { type: 'png', bytes: await kept(bytes, shelf) })
      }
      pushAll(slides, some)
    }
    for (const [source, width] of sourcesIn(slides)) {
      const file = await next(pictureFile(page, source, width))
      if (file) pictures.set(source, { ...file, bytes: await kept(file.bytes, shelf) })
    }
    return { look, slides, pictures }
  } finally {
    await next(restore(page))
  }
}

const kept = async (bytes: PictureFile['bytes'], shelf: Shelf): Promise<PictureFile['bytes']> =>
  isLater(bytes) || bytes.length <= light ? bytes : shelf.put(bytes)

/** A browser that is gone has nothing to restore; why it is gone is told by whoever noticed. */
async function restore(page: Page): Promise<void> {
  try {
    await page.evaluate(`talkbackParts.lookAway(), talkback.put(0, 0)`)
    await page.emulateMediaType()
  } catch {
    // See above.
  }
}

const marksIn = (slides: readonly SlideParts[]): readonly string[] =>
  slides.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'shot' ? [part.mark] : [])))

/** Each file once, with the largest width it is shown in. */
function sourcesIn(slides: readonly SlideParts[]): ReadonlyMap<string, number> {
  const isPicture = (part: Part): part is PicturePart => part.kind === 'picture'
  const widths = new Map<string, number>()
  for (const { source, box, crop } of slides.flatMap(({ parts }) => parts.filter(isPicture))) {
    const whole = box.width / Math.max(0.01, 1 - crop.left - crop.right)
    widths.set(source, Math.max(widths.get(source) ?? 0, whole))
  }
  return widths
}

/** Files that programs for slides show are taken as they are; of all others a picture is taken. */
async function pictureFile(page: Page, source: string, width: number): Promise<PictureFile | undefined> {
  const found = bytesOf(source)
  const bytes = found && (await wholeOf(found))
  const type = bytes && typeOf(bytes)
  if (found && type !== undefined && type !== 'svg') return { type, bytes: found }
  const shown = Math.round(Math.min(widest, Math.max(1, width)))
  const drawn = await shoot(page, `talkbackParts.aimAtPicture(${JSON.stringify(source)}, ${shown})`, true)
  if (!drawn) return undefined
  const isPlain = bytes && type === 'svg' && (await import('../trust/plainSvg.js')).isPlainSvg(textOf(bytes))
  return isPlain ? { type, bytes, fallback: drawn } : { type: 'png', bytes: drawn }
}

/** Pictures lie in the deck's folder; small ones of a template stand in its style sheet. */
function bytesOf(source: string): Uint8Array | LaterBytes | undefined {
  if (source.startsWith('file:')) return fileBytes(fileURLToPath(source))
  const [, base64] = /^data:[^,]*;base64,(.*)$/s.exec(source) ?? []
  return base64 === undefined ? undefined : Buffer.from(base64, 'base64')
}

const fileBytes = (file: string): LaterBytes => ({
  async *pieces() {
    yield await readFile(file)
  },
})

function typeOf(bytes: Uint8Array): PictureFile['type'] | undefined {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  if (start.startsWith('\x89PNG')) return 'png'
  if (start.startsWith('GIF8')) return 'gif'
  // Programs for slides don't turn photographs as the camera says.
  if (start.startsWith('\xff\xd8\xff')) return isTurned(bytes) ? undefined : 'jpeg'
  return /<svg\b/i.test(textOf(bytes.subarray(0, 64 * 1024))) ? 'svg' : undefined
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')

function isTurned(bytes: Uint8Array): boolean {
  try {
    return (imageSize(bytes).orientation ?? 1) !== 1
  } catch {
    return false
  }
}

async function shoot(page: Page, aim: string, transparent: boolean): Promise<Uint8Array | undefined> {
  const box: unknown = await page.evaluate(aim)
  if (!isBox(box) || box.width < 1 || box.height < 1) return undefined
  return page.screenshot({ type: 'png', clip: { ...box, scale: sharpness }, omitBackground: transparent })
}

/** Our own script's work: it is enough to know that it is that. */
const isBox = (value: unknown): value is Box =>
  typeof value === 'object' && value !== null && 'width' in value && 'height' in value
const isLook = (value: unknown): value is DeckLook => typeof value === 'object' && value !== null && 'colours' in value
const areSlides = (value: unknown): value is readonly SlideParts[] => Array.isArray(value)
