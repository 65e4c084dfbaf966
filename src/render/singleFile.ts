/** A finished bundle → one HTML document with everything inside, which needs nothing beside it: script, style, fonts, pictures. */
import type { Bundle } from '../model/bundle.js'
import { type Content, wholeOf } from '../model/content.js'
import { escapeHtml } from './escape.js'
import { licenceComment } from './licences.js'
import { dataAddress, hole, imageAddresses, isPicture, styleAddresses } from './singleFileAddresses.js'
import { strictPolicy } from './singleFilePolicy.js'

/**
 * Works from a file: address, in any folder and under any name, since nothing in it refers to where it lies. Its script
 * is in the page already; beyond it, its content policy lets nothing be loaded but `data:` addresses.
 *
 * @returns an HTML file in UTF-8; the same bundle gives the same one
 */
export function singleFile({ files }: Bundle): Content {
  const html = documentOf(files)
  return hole.test(html) ? { pieces: () => filled(html, files) } : html
}

/** Large pictures are put in one by one. */
async function* filled(html: string, files: Bundle['files']): AsyncGenerator<Uint8Array> {
  for (const [index, piece] of html.split(hole).entries()) {
    const content = index % 2 === 0 ? undefined : files.get(piece)
    if (content === undefined || typeof content === 'string') yield Buffer.from(piece)
    else yield Buffer.from(Buffer.from(await wholeOf(content)).toString('base64'))
  }
}

function documentOf(files: Bundle['files']): string {
  const style = textOf(files, /^assets\/deck\b.*\.css$/)
  const shared = sharedPictures(files, style)
  const notices = licenceComment(textOf(files, /^LICENSES\.txt$/))

  let html = imageAddresses(textOf(files, PAGE), files, shared)
  html = replaceOnce(html, /(?<="Content-Security-Policy" content=")[^"]*/, strictPolicy)
  html = replaceOnce(html, /<link rel="stylesheet" href="assets\/deck[^"]*">/, () => {
    const css = styleAddresses(style, files, shared)
    return `<style>${inlineStyle(`${css}\n${sharedCss(files, shared)}`)}</style>`
  })
  return replaceOnce(html, /(?=<\/body>\s*<\/html>\s*$)/, () => notices)
}

/** Paths of pictures that are shown more than once → the number that their CSS variable bears. */
function sharedPictures(files: Bundle['files'], style: string): ReadonlyMap<string, number> {
  const html = textOf(files, PAGE)
  const pictures = [...files.keys()].filter(isPicture)
  const often = pictures.filter(
    (path) => occurrences(html, `src="${escapeHtml(path)}"`) + occurrences(style, `url("../${path}")`) > 1,
  )
  return new Map(often.map((path, index) => [path, index + 1]))
}

/** A picture that is shown more than once stands in the style sheet, which lends it to all places. */
const sharedCss = (files: Bundle['files'], shared: ReadonlyMap<string, number>): string =>
  [...shared]
    .map(([path, number]) => {
      const address = dataAddress(path, files.get(path) ?? '')
      return `:root{--picture-${number}:url("${address}")}img[data-picture="${number}"]{content:var(--picture-${number})}`
    })
    .join('\n')

/** Style that can stand between tags: what would end it can only be inside a string or a comment. */
const inlineStyle = (css: string): string => css.replace(/<\/(?=style)/gi, '<\\/')

const PAGE = /^index\.html$/

function textOf(files: Bundle['files'], path: RegExp): string {
  const [, content] = [...files].find(([each]) => path.test(each)) ?? []
  if (typeof content !== 'string') throw new Error(`The bundle has nothing like ${path.source}.`)
  return content
}

/** @throws Error when it is not there: the document is our own, so that is a bug */
function replaceOnce(html: string, pattern: RegExp, replacement: (found: string) => string): string {
  if (!pattern.test(html)) throw new Error(`index.html holds nothing like ${pattern.source}: did its form change?`)
  return html.replace(pattern, replacement)
}

const occurrences = (text: string, part: string): number => text.split(part).length - 1
