/** The open deck, laid out on paper in one way → pictures of its pages: what the PDF shows, as pixels. */
import type { CDPSession, Page } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js'
import type { PictureType } from '../model/format.js'
import type { RunningBrowser } from './start.js'

export interface Shots {
  /** JavaScript for the page that gives a Paper (runtime/paper.ts); otherwise the slides, one a page. */
  readonly paper?: string
  /** Which pages of it, from 1; otherwise all. */
  readonly pages?: readonly number[]
  readonly type: PictureType
  /** Pixels of the picture for each CSS pixel. */
  readonly scale: number
  /** Without the background of the slides; not for JPEG. */
  readonly transparent: boolean
}

/** Milliseconds that one picture may take. */
const patience = 60_000

/** Percent: no edges of letters fray. PNG loses nothing. */
const quality = 90

/** The background of slides, and all that lies under it. */
const unground = 'html, body, .talk, .slides, .slide, .frame { background: none !important; }'

interface Size {
  readonly width: number
  readonly height: number
}

/**
 * Takes one picture after the other, so that a thousand are never in memory at once; then the page is as it was.
 * @throws UserError (exit 3) when the browser crashes or takes too long
 */
export async function* takePictures({ page, during }: RunningBrowser, shots: Shots): AsyncGenerator<Uint8Array> {
  const waiting = <T>(work: Promise<T>): Promise<T> => during('taking pictures', patience, work)
  const laid: unknown = await waiting(
    page.evaluate(`(async () => talkback.lay(await (${shots.paper ?? 'undefined'})).pages)()`),
  )
  const chrome = await waiting(page.createCDPSession())
  try {
    // What lies on the table shows in print alone (`.on-paper` in deck.css), and so does what templates say about print.
    await waiting(chrome.send('Emulation.setEmulatedMedia', { media: 'print' }))
    if (shots.transparent) await waiting(clearGround(page, chrome))
    const pages = shots.pages ?? Array.from({ length: Number(laid) }, (_, index) => index + 1)
    let window: Size | undefined
    for (const number of pages) {
      const size = await waiting(putPage(page, number))
      if (size.width !== window?.width || size.height !== window.height) {
        // Nothing is laid out anew by a scale: lines end where they end in the PDF.
        const metrics = { ...size, deviceScaleFactor: shots.scale, mobile: false }
        await waiting(chrome.send('Emulation.setDeviceMetricsOverride', metrics))
        window = size
      }
      yield await waiting(shoot(chrome, shots.type))
    }
  } finally {
    await waiting(restore(page, chrome, shots))
  }
}

async function clearGround(page: Page, chrome: CDPSession): Promise<void> {
  await chrome.send('Emulation.setDefaultBackgroundColorOverride', { color: { r: 0, g: 0, b: 0, a: 0 } })
  await page.evaluate(`document.head.append(Object.assign(document.createElement('style'), {
    id: 'talkback-unground', textContent: ${JSON.stringify(unground)} }))`)
}

/** A page on the table, its pictures decoded, and its size in whole CSS pixels. */
async function putPage(page: Page, number: number): Promise<Size> {
  const size: unknown = await page.evaluate(`(async () => {
    talkback.put(${number - 1}, ${number})
    await Promise.all(Array.from(document.images, (image) => image.decode().catch(() => {})))
    const { width, height } = document.querySelector('.slides').lastElementChild.getBoundingClientRect()
    return { width: Math.round(width), height: Math.round(height) }
  })()`)
  if (!isSize(size)) throw new Error(`Page ${number} could not be laid out for a picture.`)
  return size
}

async function shoot(chrome: CDPSession, format: PictureType): Promise<Uint8Array> {
  const { data } = await chrome.send('Page.captureScreenshot', format === 'png' ? { format } : { format, quality })
  return Buffer.from(data, 'base64')
}

/** A browser that is gone has nothing to restore; why it is gone is told by whoever noticed. */
async function restore(page: Page, chrome: CDPSession, { transparent }: Shots): Promise<void> {
  try {
    // What was emulated ends with the session.
    await chrome.detach()
    await page.evaluate(`talkback.put(0, 0)`)
    if (transparent) await page.evaluate(`document.getElementById('talkback-unground')?.remove()`)
  } catch {
    // See above.
  }
}

function isSize(value: unknown): value is Size {
  return typeof value === 'object' && value !== null && 'width' in value && 'height' in value
}
