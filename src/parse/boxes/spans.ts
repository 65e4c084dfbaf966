/** `[words]{.class}`, Pandoc's way to say how words look → the words, marked where the class means that; `[words]{.fragment}` as all of a line: they appear by themselves. */
import { attributesIn } from '../attributeList.js'
import { STEP } from '../inlineMarks.js'
import type { Line, Repair } from '../lines.js'
import { withoutCode } from '../speaker/tags.js'

/** Links and footnotes may stand in it. */
const span = /(?<![!\]\\])\[((?!\^| \])(?:[^[\]\n]|\[[^[\]\n]{0,200}\]){1,400})\]\{([^{}\n]{1,200})\}/g
/** All that stands on a line, or in a point. */
const whole =
  /^([ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)\[([^[\]\n]{1,400})\]\{[^{}\n]*\.fragment(?![\w-])[^{}\n]*\}[ \t]*$/

export const hasSpan = (text: string): boolean => text.includes(']{')

export function withoutSpanSigns(text: string): string {
  if (!hasSpan(text)) return text
  const alone = whole.exec(text)
  if (alone !== null) return `${alone[1]}${alone[2]} {.fragment}`
  let said = ''
  let from = 0
  for (const found of withoutCode(text).matchAll(span)) {
    if (!areAttributes(found[2] ?? '')) continue
    const inside = found.index + 1
    const words = text.slice(inside, inside + (found[1] ?? '').length)
    said += text.slice(from, found.index) + marked(words, found[2] ?? '')
    from = found.index + found[0].length
  }
  return said + text.slice(from)
}

/** Classes that mean a mark → the same in signs that may stand anywhere (inlineMarks.ts). */
const marks: readonly (readonly [names: RegExp, sign: string])[] = [
  [/^fragment$/, STEP + STEP],
  [/^(?:mark|highlight|hl)$/, '=='],
  [/^(?:underline|ul)$/, '++'],
  [/^(?:strikeout|strike|line-through)$/, '--'],
]

function marked(words: string, attributes: string): string {
  const { classes } = attributesIn(attributes)
  const sign = marks.find(([names]) => classes.some((each) => names.test(each)))?.[1]
  return sign === undefined || words.includes(sign) ? words : `{${sign}${words}${sign}}`
}

/** As good as a class. */
const look = /^(?:style|custom-style|lang|color|data-[\w-]{1,60})$/

/** A class, a name or a look among them: `[a]{b}` and `[a]{b=c}` are text. */
const areAttributes = (text: string): boolean => {
  const { classes, id, values, words } = attributesIn(text)
  return (
    words.length === 0 && (classes.length > 0 || id !== undefined || [...values.keys()].some((name) => look.test(name)))
  )
}

export const readSpans: Repair = (lines) => {
  if (!lines.some(({ text }) => hasSpan(text))) return { lines, findings: [] }
  const mended = lines.map((line): Line => {
    if ((line.verbatim && !line.isRow) || line.text.length > 20_000 || /^(?: {4}|\t)/.test(line.text)) return line
    const text = withoutSpanSigns(line.text)
    return text === line.text ? line : { ...line, text }
  })
  return { lines: mended, findings: [] }
}
