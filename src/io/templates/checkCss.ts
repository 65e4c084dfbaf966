/** The text of a theme.css → itself when it is sound, with what lies beside it put in; and what is wrong with it. */
import { tokenize, tokenTypes } from 'css-tree/tokenizer'
import { cleanAddress } from '../../trust/address.js'
import { cleanCss } from '../../trust/css.js'
import { cleanSvg } from '../../trust/svg.js'
import { type Checked, type Fault, lineFinder } from './fault.js'
import type { OwnSources } from './ownSources.js'

/**
 * Faults: a bracket, string or comment that is not closed (the rest of the file would vanish into it), and what a deck
 * could not show without a network or another folder: `@import`, and addresses that lead out of the template.
 *
 * @returns as content '' when there is a fault: half a look is worse than the parent's
 */
export async function checkCss(css: string, sources: OwnSources): Promise<Checked<string>> {
  const wanted = new Set<string>()
  cleanCss(css, (address) => {
    if (!isInert(address) && mayLieBeside(address)) wanted.add(address)
    return undefined
  })
  const found = new Map(
    await Promise.all([...wanted].map(async (address) => [address, await sources.take(address)] as const)),
  )
  const filled = cleanCss(css, (address) => (isInert(address) ? address : found.get(address)?.address))
  const lineAt = lineFinder(css)
  const outside = filled.refused.map(({ what, text, offset }): Fault => {
    const [shown = ''] = text.split('\n')
    const reason =
      what === 'import'
        ? '`@import` brings nothing into a deck: write the rules here'
        : `\`${shown.slice(0, 60)}\` is not in the deck: a picture lies in the template's folder, or stands here as a \`data:\` address`
    return { line: lineAt(offset), reason }
  })
  const faults = [...unclosed(css, lineAt), ...outside]
  return { content: faults.length > 0 ? '' : filled.css, faults }
}

const isInert = (address: string): boolean => cleanAddress(address, cleanSvg) === address
const mayLieBeside = (address: string): boolean => !/^\s*(?:[a-z][a-z\d+.-]*:|[\\/]|$)/i.test(address)

const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['{', '}'],
  ['(', ')'],
  ['[', ']'],
])

function unclosed(css: string, lineAt: (offset: number) => number): readonly Fault[] {
  const open: { readonly bracket: string; readonly line: number }[] = []
  const faults: Fault[] = []
  tokenize(css, (type, start, end) => {
    const text = css.slice(start, end)
    const line = lineAt(start)
    const bracket = type === tokenTypes.Function ? '(' : text
    if (type === tokenTypes.Comment) {
      if (!text.endsWith('*/') || text.length < 4) faults.push({ line, reason: 'this comment is not closed' })
    } else if (type === tokenTypes.BadString || (type === tokenTypes.String && !isClosed(text))) {
      faults.push({ line, reason: 'this string is not closed' })
    } else if (CLOSERS.has(bracket)) {
      open.push({ bracket, line })
    } else if (/^[})\]]$/.test(text)) {
      const last = open.pop()
      if (last === undefined) faults.push({ line, reason: `this \`${text}\` closes nothing` })
      else if (CLOSERS.get(last.bracket) !== text) faults.push(notClosed(last))
    }
  })
  const last = open.at(-1)
  // The first says it all: what comes behind it is read in another way than it was meant.
  return [...faults, ...(last === undefined ? [] : [notClosed(last)])].slice(0, 1)
}

const notClosed = ({ bracket, line }: { readonly bracket: string; readonly line: number }): Fault => ({
  line,
  reason: `this \`${bracket}\` is not closed`,
})

const isClosed = (text: string): boolean => text.length > 1 && text.endsWith(text.charAt(0))
