/** The text of a theme.css → itself when it is sound, and what is wrong with it. */
import { withoutComments } from '../../render/css.js'
import type { Checked, Fault } from './fault.js'

const CLOSERS: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']' }
// A comment, a string, an unquoted address, a bracket: what has to be told apart to count brackets.
const TOKENS =
  /\/\*[\s\S]*?(?:\*\/|$)|"(?:\\[\s\S]|[^"\\\n])*(?:"|\n|$)|'(?:\\[\s\S]|[^'\\\n])*(?:'|\n|$)|url\(\s*[^"'\s)][^)]*\)|[{}()[\]]/gi
const ADDRESSES = /@import\s+(?:url\(\s*)?["']?([^"');]*)|url\(\s*["']?([^"')]*)/gi

/**
 * Faults: a bracket, string or comment that is not closed (the rest of the file would vanish into it), and what a deck
 * could not show without a network: `@import`, and addresses outside the style sheet itself.
 *
 * @returns as content '' when there is a fault: half a look is worse than the parent's
 */
export function checkCss(css: string): Checked<string> {
  const faults = [...unclosed(css), ...outside(withoutComments(css))]
  return { content: faults.length > 0 ? '' : css, faults }
}

function unclosed(css: string): readonly Fault[] {
  const open: { readonly bracket: string; readonly line: number }[] = []
  for (const { 0: token, index } of css.matchAll(TOKENS)) {
    const line = lineAt(css, index)
    if (token.startsWith('/*')) {
      if (!token.endsWith('*/') || token.length < 4) return [{ line, reason: 'this comment is not closed' }]
    } else if (/^["']/.test(token)) {
      if (token.length < 2 || !token.endsWith(token.charAt(0))) return [{ line, reason: 'this string is not closed' }]
    } else if (CLOSERS[token] !== undefined) {
      open.push({ bracket: token, line })
    } else if (/^[})\]]$/.test(token)) {
      const last = open.pop()
      if (last === undefined) return [{ line, reason: `this \`${token}\` closes nothing` }]
      if (CLOSERS[last.bracket] !== token)
        return [{ line: last.line, reason: `this \`${last.bracket}\` is not closed` }]
    }
  }
  const last = open.at(-1)
  return last === undefined ? [] : [{ line: last.line, reason: `this \`${last.bracket}\` is not closed` }]
}

function outside(css: string): readonly Fault[] {
  return [...css.matchAll(ADDRESSES)].flatMap(({ 0: whole, 1: imported, 2: address = '', index }) => {
    const line = lineAt(css, index)
    if (imported !== undefined) return [{ line, reason: '`@import` brings nothing into a deck: write the rules here' }]
    if (/^(?:data:|#)/i.test(address.trim())) return []
    const [shown = ''] = whole.split('\n')
    return [{ line, reason: `\`${shown})\` is not in the deck: a picture stands here as a \`data:\` address` }]
  })
}

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length
