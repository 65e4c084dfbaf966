/** Text as it was typed → HTML as it is set: no space before a mark, English quotations in English marks, names broken at their joints. */
import { escapeHtml } from './escape.js'

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
/** Some type a space before a mark, and the next line would begin with the mark. */
const spaceBeforeMark = /(?<=\S)[ \u00a0]+(?=[，。、；：！？）」』》〉】])/g
/** Behind \uE001 a title's next clause begins (title.ts): what is to stand in one element ends there. */
const quotation = /“[^“”\uE001]{1,400}”/g

/** @param wideQuotes the deck's “ and ” are as wide as a Chinese character, which tears holes around English words */
export function setText(text: string, wideQuotes = false): string {
  const typed = text.replace(spaceBeforeMark, '')
  if (!wideQuotes || !typed.includes('“')) return escapeHtml(typed)
  let html = ''
  let done = 0
  for (const { 0: quoted, index } of typed.matchAll(quotation)) {
    if (wide.test(quoted)) continue
    html += `${escapeHtml(typed.slice(done, index))}<span class="quoted">${escapeHtml(quoted)}</span>`
    done = index + quoted.length
  }
  return html + escapeHtml(typed.slice(done))
}

/** From so many characters on, a path, a file's name or an address may need more than one line of a cell. */
const name = /[\w./-]{16,}/g
const joint = /(?<=\w)([/_.-])(?=\w)/g

/** Takes HTML that `setText` or `escapeHtml` made. */
export const breakNames = (html: string): string =>
  html.replace(/<[^>]*>|[^<]+/g, (piece) =>
    piece.startsWith('<')
      ? piece
      : piece.replace(name, (found) => (/[a-z]/i.test(found) ? found.replace(joint, '$1<wbr>') : found)),
  )

/** Shorter text stands on one line. */
const SHORTEST = 24
const lastFour =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][^\s<>&;]{3}(?<![。，、；：！？…」』）》〉】”’])[。，、；：！？…」』）》〉】”’]{0,3}$/u

/** The last line of a Chinese paragraph would be one or two characters, as browsers break anywhere: four stay together. */
export const holdLast = (html: string): string =>
  html.length < SHORTEST ? html : html.replace(lastFour, '<span class="held">$&</span>')

/** A quotation mark that a paragraph begins with stands in the margin, its letters on the edge. */
export const hangQuote = (html: string, wideQuotes = false): string =>
  html.replace(/^(<span class="quoted">)?([“‘「『«„])/, (_all, quoted = '', mark: string) => {
    const isWide = /[「『]/.test(mark) || (mark === '“' && wideQuotes && quoted === '')
    return `${quoted}<span class="hung${isWide ? ' wide' : ''}">${mark}</span>`
  })
