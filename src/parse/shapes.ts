/** A line of text → what it looks like: code, prose, a point, a heading's worth of words. */

import { most } from '../model/lists.js'
import { once } from '../model/once.js'
import { displayWidth } from '../model/text.js'
import { isCjk, isHan } from './scripts.js'

const codeSigns =
  /[{};]\s*$|^\s*[{}[\]]|=>|[=!]=|\w\(|^\s*(?:\/\/|#|\$ |>>> |\/\*|<\/?\w)|^\s*[\w.-]+\s*[:=]\s*(?:\S.*)?$|^\s*(?:import|from|def|class|return|if|for|while|const|let|var|func|public|private|SELECT|sudo|npm|git|kubectl|docker|cd|curl)\b/
const proseEnd = /[.!?。！？；：，、”』」）]["'”)]?$/

/** Signs that a program or a shell reads this line rather than a person. */
export const looksLikeCode = (text: string): boolean => codeSigns.test(text.slice(0, 400))

/** Indented lines that are somebody's paragraphs: mostly Chinese, or sentences; not a third of them code. */
export const looksLikeProse = (lines: readonly string[]): boolean => {
  const written = lines.filter((line) => line.trim() !== '').map((line) => line.trim())
  const code = written.filter(looksLikeCode).length
  if (code * 3 >= written.length) return false
  const prose = written.filter((line) => isMostlyHan(line) || isSentence(line)).length
  return prose * 2 >= written.length
}

const isMostlyHan = (text: string): boolean => {
  let han = 0
  let letters = 0
  for (const character of text.slice(0, 400)) {
    if (isHan(character)) han++
    else if (/[A-Za-z]/.test(character)) letters++
  }
  return han > 0 && han * 3 >= letters
}

const isSentence = (text: string): boolean => {
  const words = text.slice(0, 400).split(/\s+/)
  if (words.length < 3 || /[/\\|<>_]|--| {2}/.test(text.slice(0, 400))) return false
  return proseEnd.test(text) || (/^["“'(]?[A-ZÀ-ÖØ-Þ]/.test(text) && words.length > 4)
}

/** How wide a line may be and still be a point among points; columns, a Chinese character takes two. */
export const pointWidth = 56

const continues = /[,，、]$|(?:^|\s)(?:a|an|the|of|and|or|to|in|for|with|that|is|are|by|on|as|at|from)$/i

/**
 * Whether lines of one paragraph are points of their own, or prose that an editor broke.
 * @param lines plain text, at least two
 */
export const arePoints = (lines: readonly string[]): boolean => {
  const widths = lines.map((line) => displayWidth(line.slice(0, 400)))
  const widest = most(widths)
  const long = widths.filter((width) => width > pointWidth).length
  if (long > 1 || (long === 1 && lines.length < 3) || widest > 160) return false
  if (isEvenlyBroken(lines, widths, widest)) return false
  const ends = lines.slice(0, -1)
  const running = ends.filter((line, index) => runsOn(line, lines[index + 1] ?? '', widest)).length
  return running * 2 < ends.length
}

/** Wrapped at one column: all lines but the last about equally wide, and wide enough for it to be a wrap. */
const isEvenlyBroken = (lines: readonly string[], widths: readonly number[], widest: number): boolean => {
  if (widest < 40 || lines.length < 3) return false
  const slack = isCjk(lines[0]?.[0] ?? '') ? 4 : 10
  const even = widths.slice(0, -1).every((width) => widest - width <= slack)
  const midSentence = lines.slice(0, -1).filter((line) => !/[.。!！?？]$/.test(line.trim())).length
  return even && midSentence * 2 >= lines.length - 1
}

const runsOn = (line: string, next: string, widest: number): boolean => {
  const text = line.trim()
  if (continues.test(text)) return true
  return (
    widest >= 40 &&
    /^[a-zß-öø-ÿ]/.test(next.trim()) &&
    /[^\s.!?;:。！？；：]$/.test(text) &&
    /^["“(]?[A-ZÀ-ÖØ-Þ]/.test(text)
  )
}

const turn = once(
  () =>
    /^[@*_[(（【]{0,3}(?=[\p{Lu}\p{Lo}])[^\s:：，。,.!?！？]{1,12}(?: [^\s:：，。,.!?！？]{1,12}){0,2}[:：](?!\/\/)\s*\S/u,
)

/** A line that says first who speaks, or what it is about: `老王：可以。` */
export const isTurn = (line: string): boolean => {
  const start = line.slice(0, 100)
  return /[:：]/.test(start) && turn().test(start)
}

/** Lines of one paragraph that are the turns of a conversation, each with the lines that go on with it. */
export const areTurns = (lines: readonly string[]): boolean => isTurn(lines[0] ?? '') && lines.slice(1).some(isTurn)

/** A line that names what follows: short, ending in a colon. */
export const endsInColon = (text: string): boolean => /[:：]$/.test(text.trim())
