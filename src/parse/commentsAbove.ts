/** Comments above the fence of the front matter → the line of the fence, and what they say: to a tool, or of the author's own. */
import type { Finding } from '../model/finding.js'
import type { Aside } from '../model/notes.js'
import { isBlank } from './lines.js'
import { readComment } from './speaker/comments.js'

export interface CommentsAbove {
  /** The first line (from 0) that is none of them. */
  readonly open: number
  readonly asides: readonly Aside[]
  readonly findings: readonly Finding[]
}

const FENCE = /^(?:---|\+\+\+)/

/** @param first the first line (from 0) that says something */
export function commentsAbove(lines: readonly string[], first: number): CommentsAbove {
  const asides: Aside[] = []
  const findings: Finding[] = []
  let at = first
  while (/^\s*<!--/.test(lines[at] ?? '')) {
    const end = lines.findIndex((line, index) => index >= at && line.includes('-->'))
    const text = lines
      .slice(at, end + 1)
      .join('\n')
      .trim()
    if (end < 0 || !text.endsWith('-->')) break
    const read = readComment(text.slice(4, -3), false)
    if (read.kind === 'note')
      asides.push({ kind: 'aside', origin: read.origin, text: read.text, lines: [at + 1, end + 1] })
    else if (read.kind === 'dropped')
      findings.push({ code: 'comment-dropped', place: { line: at + 1 }, facts: { tool: read.tool, lines: [at + 1] } })
    at = lines.findIndex((line, index) => index > end && !isBlank(line))
  }
  return FENCE.test(lines[at] ?? '') ? { open: at, asides, findings } : { open: first, asides: [], findings: [] }
}
