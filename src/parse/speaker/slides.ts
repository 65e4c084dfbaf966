/** Lines of the notes → where slides may begin: at headings, and at rules between them; where their author cut slides, there alone. */
import { isBlank, isRule, type Line } from '../lines.js'

export interface Slides {
  /** 1 to 6 for a heading, 7 for a rule, 0 for any other line. */
  level(index: number): number
  /** The first line behind this one that begins a slide, or the number of lines. */
  end(index: number): number
  /** The same for what stands below a heading of this level: deeper headings belong to it. */
  endBelow(index: number, level: number): number
  /** Level of the heading above a line; 0 above the first. */
  above(index: number): number
  /** Behind this line there is nothing on the slide that only makes sense to those who see it: paragraphs and lists. */
  isPlain(index: number): boolean
  /** The first line behind this one that is something else than that, or begins a slide. */
  plainEnd(index: number): number
}

const ruleLevel = 7
const heading = /^ {0,3}(?:(#{1,6})(?:[ \t]|$)|(#{2,6})[^\s#]|(＃{1,6})\s*\S)/
const seen = /!\[|<img\b|^\s*(?:`{3}|~{3}|\|)/i
const underline = /^ {0,3}(?:=+|-+)[ \t]*$/

export function slidesIn(lines: readonly Line[], cutsAtHeadings = true): Slides {
  const levels = lines.map((line, index) => levelOf(lines, line, index))
  const ends: number[] = []
  const cuts: number[] = []
  const isCut = !cutsAtHeadings && lines.some(({ slide }) => slide !== undefined)
  const aboves: number[] = []
  const plainEnds: number[] = []
  for (const [index, one] of levels.entries())
    aboves[index + 1] = one > 0 && one < ruleLevel ? one : (aboves[index] ?? 0)
  for (let index = lines.length - 1; index >= 0; index--) {
    const isLast = (levels[index + 1] ?? 0) > 0 || index === lines.length - 1
    ends[index] = isLast ? index + 1 : (ends[index + 1] ?? lines.length)
    cuts[index] = lines[index + 1]?.slide ? index + 1 : (cuts[index + 1] ?? lines.length)
    const endsHere = isLast || seen.test(lines[index + 1]?.text ?? '')
    plainEnds[index] = endsHere ? index + 1 : (plainEnds[index + 1] ?? lines.length)
  }
  const level = (index: number): number => levels[index] ?? 0
  const next = (index: number): number => ends[index] ?? lines.length
  return {
    level,
    end: (index) => (isCut ? (cuts[index] ?? lines.length) : next(index)),
    endBelow(index, own) {
      let at = next(index)
      while (at < lines.length && level(at) > own && level(at) < ruleLevel) at = next(at)
      return at
    },
    above: (index) => aboves[index] ?? 0,
    isPlain: (index) => plainEnds[index] === undefined || plainEnds[index] === next(index),
    plainEnd: (index) => plainEnds[index] ?? lines.length,
  }
}

function levelOf(lines: readonly Line[], { text, verbatim }: Line, index: number): number {
  if (verbatim) return 0
  const found = heading.exec(text)
  if (found !== null) return (found[1] ?? found[2] ?? found[3] ?? '').length
  if (isRule(text)) return ruleLevel
  const below = lines[index + 1]
  const isTitle = !isBlank(text) && below !== undefined && !below.verbatim && underline.test(below.text)
  if (!isTitle || !isBlank(lines[index - 1]?.text ?? '') || /^\s*(?:[-*+>|:]|\^ |\?{3})/.test(text)) return 0
  return below.text.includes('=') ? 1 : below.text.trim().length > 2 ? 2 : 0
}
