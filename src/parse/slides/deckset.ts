/** Deckset: `---` between blank lines cuts, `[.…]` lines direct, `#[fit]` and `![left]` say how large. */
import { isBlank, type Line } from '../lines.js'
import { type Dialect, Telling } from './dialect.js'
import { isMarkdownRule, oneLine, type Separator, splitAt } from './stretch.js'

export const deckset: Dialect = {
  cut: (lines) =>
    splitAt(lines, (all, index): Separator | undefined => (isMarkdownRule(all, index) ? oneLine : undefined)),
  asker: () => (stretch) => {
    const told = new Telling()
    const lines = stretch.lines.map((line): Line => {
      if (line.verbatim) return line
      const directive = /^\[\.([\w-]+)\b[^\]\n]{0,300}\][ \t]*$/.exec(line.text)?.[1]
      // Columns are boxes/signs.ts' to read.
      if (directive !== undefined && directive !== 'column') {
        told.drop(`[.${directive}]`, [line.line])
        return { ...line, text: '' }
      }
      const text = line.text.replace(/^(#{1,6}[ \t]*)\[fit\][ \t]*/, (_, sign: string) =>
        isBlank(sign.slice(-1)) ? sign : `${sign} `,
      )
      return text === line.text ? line : { ...line, text }
    })
    return { lines, wish: {}, ...told }
  },
}
