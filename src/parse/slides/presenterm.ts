/** presenterm: `<!-- end_slide -->` cuts, underlined lines are titles, comments direct. */
import { isBlank, type Line } from '../lines.js'
import { type Dialect, Telling } from './dialect.js'
import { oneLine, type Separator, splitAt } from './stretch.js'
import { takeComments } from './takeComments.js'

export const presenterm: Dialect = {
  cut: (lines, deck) => {
    const options = deck.headLines.join('\n')
    const isShort = /^\s+end_slide_shorthand:\s*true/m.test(options)
    const isImplicit = /^\s+implicit_slide_ends:\s*true/m.test(options)
    return splitAt(lines, (all, index): Separator | undefined => {
      const line = all[index]
      if (line === undefined) return undefined
      if (/^\s*<!--\s*end[_ ]slide\s*-->\s*$/i.test(line.text)) return oneLine
      if (line.verbatim) return undefined
      if (isShort && /^---[ \t]*$/.test(line.text) && isBlank(all[index - 1]?.text ?? '')) return oneLine
      return isImplicit && index > 0 && isUnderlined(all, index) ? { lines: 0 } : undefined
    })
  },
  asker: () => (stretch) => {
    const told = new Telling()
    const lines = takeComments(stretch.lines, (text, at) => {
      const name =
        /^\s*(jump_to_middle|font_size|no_footer|new_?lines?|skip_slide|alignment|incremental_lists|list_item_newlines|include|image)\b/i.exec(
          text,
        )?.[1]
      if (name === undefined) return false
      return told.drop(name.toLowerCase(), at)
    })
    const isSkipped = stretch.lines.some(({ text }) => /<!--\s*skip_slide\s*-->/i.test(text))
    return { lines, wish: isSkipped ? { hidden: true } : {}, ...told }
  },
}

const isUnderlined = (lines: readonly Line[], index: number): boolean =>
  !isBlank(lines[index]?.text ?? '') && /^ {0,3}(?:=+|-+)[ \t]*$/.test(lines[index + 1]?.text ?? '')
