/** Notes whose bytes did not say plainly what they are → what they were taken for, and what of them means nothing. */
import type { Finding, Place } from '../model/finding.js'
import type { Source } from '../model/notes.js'

const SAMPLE = 24

export function encodingFindings({ text, decoded }: Source): readonly Finding[] {
  if (decoded === undefined) return []
  const { encoding, isGuess } = decoded
  const count = text.split('\ufffd').length - 1
  const findings: Finding[] = []
  const at = text.search(/[^\0-\x7f]/)
  if (isGuess && encoding !== 'utf-8' && at >= 0)
    findings.push({
      code: 'encoding-guessed',
      place: placeAt(text, at),
      facts: { encoding, sample: sampleAt(text, at) },
    })
  if (count > 0)
    findings.push({ code: 'bytes-broken', place: placeAt(text, text.indexOf('\ufffd')), facts: { encoding, count } })
  return findings
}

function placeAt(text: string, at: number): Place {
  const before = text.slice(0, at).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

/** From the start of the word, so that it can be read. */
function sampleAt(text: string, at: number): string {
  const line = text.slice(text.lastIndexOf('\n', at) + 1).split('\n', 1)[0] ?? ''
  const column = at - text.lastIndexOf('\n', at) - 1
  const start = line.slice(0, column).search(/\S{0,12}$/)
  return [...line.slice(start)].slice(0, SAMPLE).join('').trim()
}
