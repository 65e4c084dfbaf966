/** Slides of no tool in particular: every rule cuts, a comment that says so, and a heading behind what stands on a slide already. */
import { headingLevel, isBlank, type Line } from '../lines.js'
import type { Dialect } from './dialect.js'
import { isMarkdownRule, oneLine, type Separator, splitAt } from './stretch.js'

export const rules: Dialect = {
  cut: (lines, { signs }) => {
    // Who says that these are slides parts them by rules, where there are any.
    const isByHeadings = signs.length > 0 || !lines.some((_, index) => cuts(lines, index))
    /** Of the first heading on the slide; 7 before there is one. */
    let level = 7
    let isShown = false
    const begin = (taken: Separator): Separator => {
      level = 7
      isShown = false
      return taken
    }
    return splitAt(lines, (all, index): Separator | undefined => {
      const { text = '', verbatim } = all[index] ?? {}
      if (cuts(all, index)) return begin(oneLine)
      const own = verbatim || !isByHeadings ? 0 : headingLevel(text)
      const opens = own > 0 && own <= level && isShown
      if (opens) begin(oneLine)
      if (own > 0) level = Math.min(level, own)
      else isShown ||= !isBlank(text) && !/^\s*<!--/.test(text)
      return opens ? { lines: 0 } : undefined
    })
  },
}

function cuts(lines: readonly Line[], index: number): boolean {
  const text = lines[index]?.text ?? ''
  const isSaid = /^\s*<!--\s*(?:slide|end[_ ]slide)\s*-->\s*$/i.test(text)
  const isShort =
    /^--[ \t]*$/.test(text) && isBlank(lines[index - 1]?.text ?? '') && isBlank(lines[index + 1]?.text ?? '')
  return isSaid || isShort || isMarkdownRule(lines, index)
}
