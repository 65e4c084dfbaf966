/** presenterm: `<!-- end_slide -->` cuts, underlined lines are titles, comments direct. */
import type { SlideWish } from '../../model/notes.js'
import { isBlank, type Line } from '../lines.js'
import { type Dialect, Telling } from './dialect.js'
import { oneLine, type Separator, splitAt } from './stretch.js'
import { takeComments } from './takeComments.js'

export const presenterm: Dialect = {
  cut: (lines, deck) => {
    const options = deck.headLines.join('\n')
    const isShort = /^\s+end_slide_shorthand:\s*true/m.test(options)
    const isImplicit = /^\s+implicit_slide_ends:\s*true/m.test(options)
    const prefix = prefixIn(options)
    return splitAt(lines, (all, index): Separator | undefined => {
      const line = all[index]
      if (line === undefined) return undefined
      if (/^\s*<!--\s*end[_ ]slide\s*-->\s*$/i.test(withoutPrefix(line, prefix).text)) return oneLine
      if (line.verbatim) return undefined
      if (isShort && /^---[ \t]*$/.test(line.text) && isBlank(all[index - 1]?.text ?? '')) return oneLine
      return isImplicit && index > 0 && isUnderlined(all, index) ? { lines: 0 } : undefined
    })
  },
  asker: ({ headLines }) => {
    const options = headLines.join('\n')
    const isIncremental = /^\s+incremental_lists:\s*true/m.test(options)
    const prefix = prefixIn(options)
    return (stretch) => {
      const told = new Telling()
      let wish: SlideWish = {}
      const own = stretch.lines.map((line) => withoutPrefix(line, prefix))
      for (const [at, { text, line }] of stretch.lines.entries()) if (own[at]?.text !== text) told.obey(prefix, [line])
      const inSteps = withSteps(own, isIncremental, told)
      const lines = takeComments(inSteps, (text, at) => {
        const name =
          /^\s*(jump_to_middle|font_size|no_footer|new_?lines?|skip_slide|alignment|incremental_lists|list_item_newlines|image|snippet_output)\b/i
            .exec(text)?.[1]
            ?.toLowerCase()
        if (name === undefined) return false
        if (name === 'skip_slide') wish = { ...wish, hidden: true }
        if (name === 'no_footer') wish = { ...wish, footer: '' }
        return /^(?:skip_slide|no_footer)$/.test(name) ? told.obey(name, at) : told.drop(name, at)
      })
      return { lines: lines.map((line) => sized(line, told)), wish, ...told }
    }
  },
}

const prefixIn = (options: string): string =>
  /^\s+command_prefix:[ \t]*["']?([^"'\n]{1,40}?)["']?[ \t]*$/m.exec(options)?.[1] ?? ''

/** `<!-- cmd:pause -->`, where the front matter says that commands begin so. */
function withoutPrefix(line: Line, prefix: string): Line {
  const before = /^\s*(?:<!--\s*)?/.exec(line.text)?.[0] ?? ''
  return prefix !== '' && line.verbatim && !line.isCode && line.text.startsWith(prefix, before.length)
    ? { ...line, text: before + line.text.slice(before.length + prefix.length) }
    : line
}

/** From `<!-- incremental_lists: true -->` on, points come one after another. */
function withSteps(lines: readonly Line[], isIncremental: boolean, told: Telling): readonly Line[] {
  let isOn = isIncremental
  return lines.map((line): Line => {
    const said = line.isCode ? undefined : /^\s*<!--\s*incremental_lists:\s*(true|false)\s*-->\s*$/.exec(line.text)?.[1]
    if (said !== undefined) {
      isOn = said === 'true'
      told.obey('incremental_lists', [line.line])
      return { text: '', line: line.line }
    }
    return isOn && !line.verbatim && /^\s*(?:[*+-]|\d{1,9}[.)])[ \t]/.test(line.text) ? { ...line, isStep: true } : line
  })
}

/** `![image:width:50%](a.png)` → the picture with its size in braces. */
function sized(line: Line, told: Telling): Line {
  if (line.verbatim || !line.text.includes('![image:')) return line
  told.obey('image:width', [line.line])
  return {
    ...line,
    text: line.text.replace(/!\[image:w(?:idth)?:(\d{1,3}%)\](\([^()\n]{1,600}\))/g, '![]$2{width=$1}'),
  }
}

const isUnderlined = (lines: readonly Line[], index: number): boolean =>
  !isBlank(lines[index]?.text ?? '') && /^ {0,3}(?:=+|-+)[ \t]*$/.test(lines[index + 1]?.text ?? '')
