/** A name in a layout or a style sheet → the file of that name in the template's folder, as an address that carries it. */
import { dirname, extname, relative, resolve } from 'node:path'
import { pictureKinds } from '../../model/pictureKinds.js'
import { leadsOut } from '../inside.js'
import { cleanDrawing } from '../pictures/cleanDrawing.js'
import { measure } from '../pictures/format.js'
import { readInside } from '../pictures/localPicture.js'

export interface OwnSource {
  /** Undefined: it may not be shown, or is not there. */
  readonly address: string | undefined
}

export interface OwnSources {
  take(name: string): Promise<OwnSource>
}

const fonts: ReadonlyMap<string, string> = new Map([
  ['.ttf', 'font/ttf'],
  ['.otf', 'font/otf'],
  ['.woff', 'font/woff'],
  ['.woff2', 'font/woff2'],
])

/**
 * Names count from the file that says them, or from the template's folder; nothing outside of that is looked at.
 * @param folder of the template
 */
export function ownSources(file: string, folder: string): OwnSources {
  return {
    async take(name) {
      const path = name.trim().replace(/[?#].*$/, '')
      for (const place of new Set([dirname(file), folder])) {
        const inside = relative(folder, resolve(place, path))
        if (leadsOut(inside, folder)) continue
        const found = await readInside(resolve(folder, inside), folder)
        if (found && 'bytes' in found) return { address: await addressOf(found.bytes, extname(path).toLowerCase()) }
      }
      return { address: undefined }
    },
  }
}

async function addressOf(bytes: Uint8Array, extension: string): Promise<string | undefined> {
  const font = fonts.get(extension)
  if (font !== undefined) return carrying(font, bytes)
  const measured = await measure(bytes)
  if (measured === undefined) return undefined
  if (measured.extension !== 'svg') return carrying(pictureKinds[measured.extension], bytes)
  const drawing = await cleanDrawing(bytes)
  return drawing?.dropped.length === 0 ? carrying(pictureKinds.svg, drawing.bytes) : undefined
}

const carrying = (type: string, bytes: Uint8Array): string =>
  `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
