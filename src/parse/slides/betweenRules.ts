/** Notes in which most of the text stands in short stretches between rules are slides, whoever wrote them for whatever tool. */

import { displayWidth } from '../../model/text.js'
import { headingLevel, isBlank, isRule } from '../lines.js'
import { outsideOfCode } from './outsideOfCode.js'

const fewestRules = 3
/** So many are enough where every stretch has one heading, on top of it. */
const fewestBetweenTitles = 2
/** Of one slide. */
const mostLines = 20
const mostHeadings = 2
/** Columns: a longer line is a paragraph to read. */
const widestLine = 240
/** Of all stretches, so many are as short as slides. */
const share = 0.9
/** Of all slides on the average. */
const averageLines = 9

/** What blogs and notebooks write about a text, and nobody about slides. */
const ofBlogs = /^(?:tags?|categor(?:y|ies)|permalink|slug|draft|layout|aliases|published|updated|cover|toc)[ \t]*[:=]/i

const label = /^(?:notes?|备注|備註)[:：]/i

interface Measured {
  lines: number
  headings: number
  isLong: boolean
  /** Its first line is a heading. */
  isTitled: boolean
  /** What the speaker says has begun: headings in that are none of the slide. */
  isSaid: boolean
}

const nothing: Measured = { lines: 0, headings: 0, isLong: false, isTitled: false, isSaid: false }

export function areMostBetweenRules(lines: readonly string[], bodyLine: number, head: readonly string[]): boolean {
  const ofBlog = head.filter((line) => ofBlogs.test(line))
  if (ofBlog.some((line) => !/^tags?[ \t]*:/i.test(line))) return false
  const stretches: Measured[] = [{ ...nothing }]
  const rules = new Set<string>()
  let above = ''
  for (const { text } of outsideOfCode(lines, bodyLine)) {
    // Below a line of text it may underline that.
    const parts = isRule(text) && (isBlank(above) || headingLevel(above) > 0 || /^\s*[-*+>]\s/.test(above))
    above = text
    if (parts) {
      rules.add(text.trim())
      stretches.push({ ...nothing })
      continue
    }
    const own = stretches.at(-1)
    if (own === undefined || isBlank(text)) continue
    if (own.lines === 0) own.isTitled = headingLevel(text) > 0
    own.lines++
    own.isSaid ||= label.test(text)
    if (headingLevel(text) > 0 && !own.isSaid) own.headings++
    own.isLong ||= text.length > widestLine || (text.length * 2 > widestLine && displayWidth(text) > widestLine)
  }
  const solid = stretches.filter((each) => each.lines > 0)
  const areTitled = solid.every((each) => each.isTitled && each.headings === 1)
  // Slides of HackMD have tags as posts have, and two kinds of rules, as posts have not.
  if (ofBlog.length > 0 && !(areTitled && rules.has('---') && rules.has('----'))) return false
  const fewest = areTitled ? fewestBetweenTitles : fewestRules
  if (stretches.length - 1 < fewest || solid.length < fewest) return false
  const short = solid.filter((each) => each.lines <= mostLines && each.headings <= mostHeadings && !each.isLong)
  const single = solid.filter((each) => each.headings <= 1)
  const all = solid.reduce((sum, each) => sum + each.lines, 0)
  return (
    short.length >= solid.length * share &&
    single.length >= solid.length * share - 1 &&
    all <= solid.length * averageLines
  )
}
