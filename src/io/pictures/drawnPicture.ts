/** An SVG that holds HTML → a PNG of it: the one that was kept, or one that a browser draws now. */
import { createHash } from 'node:crypto'
import type { Cache } from '../cache.js'
import type { Measured } from './format.js'
import { withFontsInside } from './withFontsInside.js'

/** Gives undefined where nobody can draw it. */
export type DrawSvg = (svg: Uint8Array, size: Pick<Measured, 'width' | 'height'>) => Promise<Uint8Array | undefined>

interface DrawnOptions {
  readonly cache: Cache
  /** Draws again what was kept. */
  readonly refresh: boolean
  readonly draw?: DrawSvg
}

/** The part of SVG that needs a browser: what it holds is a page, of which no list says what may stand in it. */
export const HTML_INSIDE = '<foreignObject>'

/** Kept by content: whoever builds it again needs no browser, and gets the same bytes. */
export async function drawnPicture(
  svg: Uint8Array,
  measured: Measured,
  { cache, refresh, draw }: DrawnOptions,
): Promise<Uint8Array | undefined> {
  const { width, height } = measured
  const key = `drawn 2 ${createHash('sha256').update(svg).digest('hex')} ${width}×${height}`
  const kept = refresh && draw ? undefined : await cache.get(key)
  if (kept) return kept
  const drawn = draw && (await draw(Buffer.from(await withFontsInside(Buffer.from(svg).toString())), { width, height }))
  if (drawn) await cache.put(key, drawn)
  return drawn
}
