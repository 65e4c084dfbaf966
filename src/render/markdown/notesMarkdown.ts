/** Notes after all repairs → clean Markdown that any tool reads, and that Talkback reads as the same notes. */
import type { Block, Notes } from '../../model/notes.js'
import { readFrontMatter } from '../../parse/frontMatter.js'
import { contextOf, writeBlocks } from './blocks.js'
import { type Context, indent, separator } from './context.js'
import { sectionsWithFootnotes } from './footnotes.js'
import { writeFront } from './front.js'
import { holdHeadings } from './headings.js'

/**
 * CommonMark with GitHub's tables, task lists, footnotes and callouts, and definition lists. One blank line between
 * blocks, no line is wrapped, a line end at the end.
 */
export function notesMarkdown({ front, blocks }: Notes): string {
  const head = writeFront(front)
  const written = holdHeadings(
    (closedNumbers) => {
      const lines = writeBody(blocks, contextOf('page', closedNumbers))
      return head === '' && isHead(lines) ? [separator, '', ...lines] : lines
    },
    'title' in front,
  )
  return [head, ...(written.length === 0 ? [] : [`${written.join('\n')}\n`])].filter(Boolean).join('\n')
}

/** Whether the text begins like front matter, which it is not. */
const isHead = (lines: readonly string[]): boolean => readFrontMatter({ file: '', text: lines.join('\n') }).bodyLine > 1

function writeBody(blocks: readonly Block[], context: Context): readonly string[] {
  return sectionsWithFootnotes(blocks)
    .flatMap((section) => [
      writeBlocks(section.blocks, context),
      ...section.footnotes.map(({ label, blocks }) => {
        const lines = context.inner(blocks, 'item')
        return [`[^${label}]: ${lines[0] ?? ''}`.trimEnd(), ...indent(['', ...lines.slice(1)], '    ').slice(1)]
      }),
    ])
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]))
}
