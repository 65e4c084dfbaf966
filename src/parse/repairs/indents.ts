/** Typographic indents (`　　`, `&emsp;&emsp;`), directives of other tools and odd picture links → what CommonMark reads. */

import { displayWidth } from '../../model/text.js'
import type { Line, Repair } from '../lines.js'
import { asBraces } from '../pictureSize.js'
import { pointWidth } from '../shapes.js'

const wideIndent = /^[ \t]*(?:\u3000|\u2003|\u2002|\u00a0|&emsp;|&ensp;|&nbsp;)(?:[\s\u00a0]|&emsp;|&ensp;|&nbsp;)*/
/** Asks another tool for something: a table of contents. */
const directive = /^\s*(?:@?\[toc\]|\[\[_?toc_?\]\]|\{:toc\})\s*$/i
const sizedPicture =
  /(!\[[^\]\n]{0,400}\]\((?:<[^<>\n]{1,800}>|[^()\n]{1,800}?)(?:[ \t]+"[^"\n]{0,400}")?)[ \t]+=(\d{0,5}(?:px|%)?(?:x\d{0,5}(?:px|%)?)?)[ \t]*\)/g
/** Jekyll's `{{ "/assets/a.png" | relative_url }}`. */
const filteredPicture =
  /(!\[[^\]\n]{0,400}\]\()[ \t]*\{\{-?[ \t]*["']([^"'\n]{1,400})["'][ \t]*\|[ \t]*(?:relative|absolute)_url[ \t]*-?\}\}/g
const spacedPicture =
  /!\[([^\]\n]{0,400})\]\((?![^()\n]{0,800}")([^()<>\s][^()<>\n]{0,400}[ \t][^()<>\n]{0,400}\.(?:png|jpe?g|gif|svg|webp|bmp|avif))[ \t]*\)/gi

export const isDirective = (text: string): boolean => directive.test(text)

/** `![alt](a b.png =100x50)` → a picture for CommonMark. */
export const mendPictures = (text: string): string =>
  text.length < 5000 && text.includes('![')
    ? text
        .replace(filteredPicture, '$1$2')
        .replace(sizedPicture, (_, picture: string, size: string) => `${picture})${asBraces(size)}`)
        .replace(spacedPicture, '![$1](<$2>)')
    : text

export const cleanIndents: Repair = (lines) => {
  const cleaned: Line[] = []
  for (const line of lines) {
    if (line.verbatim) {
      cleaned.push(line.isRow ? { ...line, text: mendPictures(line.text) } : line)
      continue
    }
    if (isDirective(line.text)) {
      cleaned.push({ ...line, text: '' })
      continue
    }
    if (paragraphIndent.test(line.text) && endsParagraph(cleaned.at(-1))) cleaned.push({ text: '', line: line.line })
    const text = mendPictures(line.text.replace(wideIndent, ''))
    cleaned.push(text === line.text ? line : { ...line, text })
  }
  return { lines: cleaned, findings: [] }
}

/** Where Chinese begins a paragraph: two characters in. */
const paragraphIndent = /^[ \t]*(?:\u3000{2}|\u2003{2}|(?:&emsp;){2})/

/** Prose, not a point among points. */
const endsParagraph = (above: Line | undefined): boolean =>
  above !== undefined &&
  !above.verbatim &&
  (/[。！？…：；.!?]["”』」）)]?\s*$/.test(above.text) || displayWidth(above.text.slice(0, 400)) > pointWidth)
