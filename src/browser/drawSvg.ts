/** An SVG with HTML in it → a picture of it as PNG, drawn by a browser that runs nothing of it and asks nobody for anything. */
import type { Page } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js'
import { loadNothing } from './onlyDeck.js'
import type { RunningBrowser } from './start.js'

export interface SvgSize {
  /** CSS pixels. */
  readonly width: number
  readonly height: number
}

/** Milliseconds for one drawing. */
const patience = 15_000
/** Pixels for each CSS pixel, and how many in all: more than any screen shows. */
const sharpness = 2
const mostPixels = 16_000_000

/**
 * Drawn as `<img>`, in which browsers run no script and load nothing; and in a page of its own that may do neither.
 * @returns undefined when the browser can't draw it
 * @throws UserError (exit 3) when the browser crashes or takes too long
 */
export async function drawSvg(
  { puppeteer, during }: RunningBrowser,
  svg: Uint8Array,
  size: SvgSize,
): Promise<Uint8Array | undefined> {
  const next = <T>(work: Promise<T>): Promise<T> => during('drawing a picture', patience, work)
  const page = await next(puppeteer.newPage())
  try {
    return await next(draw(page, svg, size))
  } finally {
    // With the browser it is gone anyway.
    await page.close().catch(() => {})
  }
}

async function draw(page: Page, svg: Uint8Array, { width, height }: SvgSize): Promise<Uint8Array | undefined> {
  await page.setJavaScriptEnabled(false)
  await loadNothing(page)
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">`
  const style = `<style>html,body{margin:0;background:none}img{display:block;width:${width}px;height:${height}px}</style>`
  await page.setContent(`<!doctype html>${policy}${style}<img src="${source}">`)
  const isDrawn: unknown = await page.evaluate(`document.images[0].decode().then(() => true, () => false)`)
  if (isDrawn !== true) return undefined
  const scale = Math.min(sharpness, Math.sqrt(mostPixels / (width * height)))
  return page.screenshot({ type: 'png', clip: { x: 0, y: 0, width, height, scale }, omitBackground: true })
}
