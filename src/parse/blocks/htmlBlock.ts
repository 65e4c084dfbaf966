/** A block of HTML → blocks of its text, code and headings; what it says to nobody but the browser goes. */
import type { Block, Lines } from '../../model/notes.js'
import { readHtml } from '../html.js'
import type { Token } from '../markdown.js'
import { joined } from '../textLines.js'
import type { Around } from './scribe.js'

export const readHtmlBlock = (token: Token, lines: Lines, { scribe, onPage, prose }: Around): readonly Block[] => {
  const blocks: Block[] = []
  const first = token.map?.[0] ?? 0
  let counted = 0
  let ends = 0
  const endsBefore = (offset: number): number => {
    for (; counted < offset; counted++) if (token.content[counted] === '\n') ends++
    return ends
  }
  for (const piece of readHtml(token.content)) {
    const start = first + endsBefore(piece.offset)
    const line = scribe.lineAt(start)
    if (piece.kind === 'dropped') {
      if (piece.length === 0) scribe.noteDropped(piece.tag, line)
      else {
        const endLine = scribe.lineAt(first + endsBefore(piece.offset + piece.length))
        scribe.findings.push({
          code: 'html-dropped',
          place: { line, endLine },
          facts: { tag: piece.tag, count: 1, withContent: true },
        })
      }
    } else if (piece.kind === 'comment' || piece.kind === 'spoken') {
      const origin = piece.kind === 'spoken' ? 'written' : 'comment'
      if (piece.text !== '') scribe.pending.push({ kind: 'aside', origin, text: piece.text, lines: [line, lines[1]] })
    } else if (piece.kind === 'code') {
      blocks.push({ kind: 'code', language: '', text: piece.text, lines: [line, lines[1]] })
    } else if (piece.level !== undefined && onPage) {
      const inlines = joined(scribe.inlines(piece.text, [line, line]).lines)
      if (inlines.length > 0) blocks.push({ kind: 'heading', level: piece.level, inlines, lines: [line, line] })
    } else blocks.push(...prose(piece.text.split('\n'), start))
  }
  return blocks
}
