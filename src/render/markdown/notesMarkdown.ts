/** Notes after all repairs → clean Markdown that any tool reads, and that Talkback reads as the same notes. */
import type { Notes } from '../../model/notes.js'
import { readFrontMatter } from '../../parse/frontMatter.js'
import { contextOf, writeBlocks } from './blocks.js'
import { separator } from './context.js'
import { writeFront } from './front.js'
import { holdHeadings } from './headings.js'
import { withStepSigns } from './steps.js'

/**
 * CommonMark with GitHub's tables, task lists, footnotes and callouts, and definition lists. One blank line between
 * blocks, no line is wrapped, a line end at the end.
 */
export function notesMarkdown({ front, blocks }: Notes): string {
  const head = writeFront(front)
  const signed = withStepSigns(blocks)
  const written = holdHeadings(
    (closedNumbers) => {
      const lines = writeBlocks(signed, contextOf('page', closedNumbers))
      return head === '' && isHead(lines) ? [separator, '', ...lines] : lines
    },
    'title' in front,
  )
  return [head, ...(written.length === 0 ? [] : [`${written.join('\n')}\n`])].filter(Boolean).join('\n')
}

/** Whether the text begins like front matter, which it is not. */
const isHead = (lines: readonly string[]): boolean => readFrontMatter({ file: '', text: lines.join('\n') }).bodyLine > 1
