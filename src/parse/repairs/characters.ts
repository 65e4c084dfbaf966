/** Characters that no font draws or no page may hold → gone; bullets pasted from a word processor → real bullets. */

import { hasWord } from '../../model/commonText.js'
import type { Finding } from '../../model/finding.js'
import { placeOf } from '../../model/text.js'
import { fencedLines } from '../fences.js'
import { isBlank, type Line, type Repair } from '../lines.js'

// Never allowed on a page: controls, lone surrogates, noncharacters, terminal colours. Dropped from code as well.
const harmful =
  /\x1b\[[0-9;]*[A-Za-z]|[\0-\x08\x0e-\x1f\x7f-\x9f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufdd0-\ufdef\ufffe\uffff]|[\ud83f\ud87f\ud8bf\ud8ff\ud93f\ud97f\ud9bf\ud9ff\uda3f\uda7f\udabf\udaff\udb3f\udb7f\udbbf\udbff][\udffe\udfff]/g
// Private use, the replacement character, invisible junk.
const junk = /[\ue000-\uf8ff\ufffd\ufeff\u200b\u2060]|[\udb80-\udbff][\udc00-\udfff]/g
const suspicious =
  /[^\t\n -~\u00a0-\u1fff\u2000-\u200a\u200c-\u2027\u202a-\u205f\u3000-\ud7ff\uf900-\ufdcf\ufdf0-\ufefe\uff00-\uffef]/

// What Word and PowerPoint write for a bullet: private-use characters of the fonts Symbol and Wingdings.
const wordBullet = /^(\s*)[\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf06c\uf0a8\uf0e0](?=\s*\S)/
const lineBreaks = /[\v\f\u2028\u2029]/g

/** Drops what can't be shown. A run of such lines, blank ones between them included, is told once. */
export const dropCharacters =
  (alsoJunk: boolean): Repair =>
  (lines) => {
    const kept: Line[] = []
    const findings: Finding[] = []
    let run: { line: number; endLine: number; count: number; sample: string } | undefined
    const endRun = (): void => {
      if (run === undefined) return
      const { line, endLine, count, sample } = run
      findings.push({
        code: 'characters-dropped',
        place: placeOf([line, endLine]),
        facts: { count, sample },
      })
      run = undefined
    }

    const fenced = fencedLines(lines.map(({ text }) => text))
    for (const [at, line] of lines.entries()) {
      const inCode = fenced[at] === 'inside' || fenced[at] === 'closes'
      if (!suspicious.test(line.text)) {
        if (!isBlank(line.text)) endRun()
        kept.push(line)
        continue
      }
      const dropped: string[] = []
      const drop = (text: string): string => {
        dropped.push(text)
        return ''
      }
      let text = line.text.replace(/\r$/, '').replace(lineBreaks, ' ')
      if (alsoJunk && !inCode) text = text.replace(wordBullet, '$1•')
      text = text.replace(harmful, drop)
      if (alsoJunk && !inCode) text = text.replace(junk, drop)
      if (dropped.length > 0) {
        if (!inCode && !hasWord(text)) text = ''
        const sample = dropped.slice(0, 4).map(codePoint).join(' ')
        if (run === undefined) run = { line: line.line, endLine: line.line, count: 0, sample }
        run.count += dropped.length
        run.endLine = line.line
      } else if (!isBlank(text)) endRun()
      kept.push(text === line.text ? line : { ...line, text })
    }
    endRun()
    return { lines: kept, findings }
  }

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
