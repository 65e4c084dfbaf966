/** Text that says again what was just said: a line under its heading, or a passage pasted twice. */
import { wordsOf } from '../model/commonText.js'
import type { Finding } from '../model/finding.js'
import type { Line } from './lines.js'
import { isHan } from './scripts.js'

const words = (text: string): readonly string[] => wordsOf(text.normalize('NFKC').toLowerCase())

/** Whether a line is its heading over again, or the whole beginning or end of it. */
export const repeatsHeading = (heading: string, line: string): boolean => {
  if (line.length > 300) return false
  const said = words(heading)
  const again = words(line)
  const text = again.join('')
  if (text === '') return false
  if (said.join('') === text) return true
  const longEnough = [...text].filter(isHan).length >= 2 || text.length >= 4
  if (!longEnough || again.length >= said.length) return false
  const part = again.join(' ')
  return said.slice(0, again.length).join(' ') === part || said.slice(-again.length).join(' ') === part
}

/** So many lines in a row, said twice, are a paste rather than a habit. */
const window = 5
const fewestLetters = 20

/** Passages of five lines or more (blank ones not counted) that stand in the notes a second time; longest runs only. */
export const findRepeatedLines = (lines: readonly Line[]): readonly Finding[] => {
  const ids = new Map<string, number>()
  const sequence: { readonly id: number; readonly line: number; readonly text: string }[] = []
  for (const line of lines) {
    const text = line.text.trim()
    if (text === '') continue
    const id = ids.get(text) ?? ids.size
    ids.set(text, id)
    sequence.push({ id, line: line.line, text })
  }

  // A line that stands there once is in no such passage, and most lines do.
  const times = new Uint32Array(ids.size)
  for (const { id } of sequence) times[id] = (times[id] ?? 0) + 1
  const seen = new Map<string, number>()
  const findings: Finding[] = []
  let reported = 0
  let inRow = 0
  for (const [last, { id }] of sequence.entries()) {
    inRow = (times[id] ?? 0) > 1 ? inRow + 1 : 0
    if (inRow < window) continue
    const at = last - window + 1
    const passage = sequence.slice(at, at + window)
    const key = passage.map((entry) => entry.id).join(' ')
    const before = seen.get(key)
    if (before === undefined) {
      seen.set(key, at)
      continue
    }
    if (at < reported || before + window > at || !saysSomething(passage)) continue
    let length = window
    while (
      before + length < at &&
      sequence[at + length] !== undefined &&
      sequence[before + length]?.id === sequence[at + length]?.id
    ) {
      length++
    }
    const line = sequence[at]?.line ?? 1
    const endLine = sequence[at + length - 1]?.line ?? line
    const first = sequence[before]?.line ?? 1
    findings.push({ code: 'repeated-lines', place: { line, endLine }, facts: { first, count: length } })
    reported = at + length
  }
  return findings
}

/** Rows of empty headings or rules repeat without anyone having pasted them. */
const saysSomething = (passage: readonly { readonly id: number; readonly text: string }[]): boolean => {
  const distinct = new Set(passage.map((entry) => entry.id)).size
  const letters = passage.reduce((sum, entry) => sum + wordsOf(entry.text.slice(0, 200)).join('').length, 0)
  return distinct >= 3 && letters >= fewestLetters
}
