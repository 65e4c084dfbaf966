/** Notes written in another way than Markdown's → Markdown, each line with the number it has in the notes. */
import { fencedLines } from '../fences.js'
import type { Line, Mended } from '../lines.js'
import { asciiDoc } from './asciiDoc.js'
import { evernote } from './evernote.js'
import { logseq } from './logseq.js'
import { mediaWiki } from './mediaWiki.js'
import { org } from './org.js'
import { type Origin, Pen } from './origin.js'
import { restructured } from './restructured.js'
import { subtitles } from './subtitles.js'
import { textile } from './textile.js'
import { transcript } from './transcript.js'

/** Tried from the first to the last. */
const origins: readonly Origin[] = [
  evernote,
  org,
  logseq,
  subtitles,
  transcript,
  asciiDoc,
  restructured,
  mediaWiki,
  textile,
]
/** What the notes are written in, when it is one of them. */
export function originOf(texts: readonly string[]): Origin | undefined {
  const whole = texts.join('\n')
  const possible = origins.filter(({ sign }) => sign.test(whole))
  if (possible.length === 0) return undefined
  const fenced = fencedLines(texts)
  const prose = texts.filter((_, index) => fenced[index] === undefined).map((text) => text.slice(0, 400))
  return possible.find(({ is }) => is(prose))
}

/** @param head what stands above the body: keywords that are settings show what the notes are written in, too */
export const readOrigins = (lines: readonly Line[], head: readonly string[] = []): Mended => {
  const keywords = head.filter((text) => text.startsWith('#+'))
  const origin = originOf([...keywords, ...lines.map(({ text }) => text)])
  if (origin === undefined) return { lines, findings: [] }
  const pen = new Pen()
  origin.write(
    lines.map((line, index) =>
      line.text.length > longest && !origin.takesLongLines ? { ...line, text: `\ue000${index}\ue001` } : line,
    ),
    pen,
  )
  const line = lines.find(({ text }) => text.trim() !== '')?.line ?? 1
  return {
    lines: pen.lines.map(isolated).map((line) => withLongText(line, lines)),
    findings: [{ code: 'origin-read', place: { line }, facts: { tool: origin.name, lines: pen.dropped } }],
  }
}

/** A line as long as a book is nobody's title or item: it goes by in the guise of a character that no notes hold by now. */
const longest = 2000
const guise = /\ue000(\d+)\ue001/
const withLongText = (line: Line, lines: readonly Line[]): Line => {
  const index = guise.exec(line.text)?.[1]
  return index === undefined
    ? line
    : { ...line, text: line.text.replace(guise, () => lines[Number(index)]?.text ?? '') }
}

/** What a line was before is not said of it any more. */
const isolated = ({ text, line, inferred }: Line): Line => ({ text, line, ...(inferred && { inferred }) })
