/** Addresses of files in a bundle → `data:` addresses that carry the files themselves. */
import type { Bundle } from '../model/bundle.js'
import { type Content, isLater } from '../model/content.js'
import { pictureKinds } from '../model/pictureKinds.js'
import { escapeHtml } from './escape.js'

type Files = Bundle['files']
/** Path → number of the CSS variable that holds the file. */
type Shared = ReadonlyMap<string, number>

const types: Readonly<Record<string, string>> = { ttf: 'font/ttf', ...pictureKinds }

/** @throws Error when the bundle holds a kind of file that nobody taught this: that is a bug */
export function dataAddress(path: string, content: Content): string {
  const type = types[path.slice(path.lastIndexOf('.') + 1)]
  if (type === undefined) throw new Error(`${path} is no file that a document can carry.`)
  const base64 = isLater(content) || content.length > LARGE ? `\0${path}\0` : Buffer.from(content).toString('base64')
  return `data:${type};base64,${base64}`
}

/** Bytes that are put in only when the document is written: as text, many such pictures are more than a program can hold. */
const LARGE = 100_000

/** The path of a file whose bytes come later; no document holds such a character. */
export const hole = /\0([^\0]*)\0/

export const isPicture = (path: string): boolean => path.startsWith('pictures/')

/** Pictures only. Text of the notes can't look like such an attribute: its quotes are escaped. */
export function imageAddresses(html: string, files: Files, shared: Shared): string {
  const paths = new Map([...files.keys()].filter(isPicture).map((path) => [escapeHtml(path), path]))
  return html.replace(/(?<= )src="([^"]*)"/g, (whole, written: string) => {
    const path = paths.get(written)
    if (path === undefined) return whole
    const number = shared.get(path)
    return number === undefined ? `src="${dataAddress(path, files.get(path) ?? '')}"` : `data-picture="${number}"`
  })
}

/** The style sheet lies in assets/: its addresses begin with `../`. */
export const styleAddresses = (css: string, files: Files, shared: Shared): string =>
  css.replace(/url\("\.\.\/([^"]*)"\)/g, (whole, path: string) => {
    const content = files.get(path)
    if (content === undefined) return whole
    const number = shared.get(path)
    return number === undefined ? `url("${dataAddress(path, content)}")` : `var(--picture-${number})`
  })
