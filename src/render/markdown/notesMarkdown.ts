/** Notes after all repairs → clean Markdown that any tool reads, and that Talkback reads as the same notes. */
import type { Notes } from '../../model/notes.js'
import { readFrontMatter } from '../../parse/frontMatter.js'
import { knownKeys } from '../../parse/plainHead.js'
import { contextOf, writeBlocks } from './blocks.js'
import { separator } from './context.js'
import { writeFront } from './front.js'
import { holdHeadings } from './headings.js'
import { askedByHeadings } from './slideWishes.js'
import { withStepSigns } from './steps.js'

/**
 * CommonMark with GitHub's tables, task lists, footnotes and callouts, and definition lists. One blank line between
 * blocks, no line is wrapped, a line end at the end.
 */
export function notesMarkdown({ front, blocks, read }: Notes): string {
  const isWritten = read === 'slides'
  const head = writeFront(isWritten ? { ...ownSettings(front), read: { value: 'slides', line: 1 } } : front)
  const signed = withStepSigns(isWritten ? withoutFirstCut(askedByHeadings(blocks)) : blocks)
  const write = (closedNumbers: boolean): readonly string[] => {
    const lines = writeBlocks(signed, contextOf('page', closedNumbers))
    return head === '' && isHead(lines) ? [separator, '', ...lines] : lines
  }
  const written = isWritten ? write(false) : holdHeadings(write, 'title' in front)
  return [head, ...(written.length === 0 ? [] : [`${written.join('\n')}\n`])].filter(Boolean).join('\n')
}

/** What tells another tool how its slides are parted would part these. */
const ownSettings = (front: Notes['front']): Notes['front'] =>
  Object.fromEntries(Object.entries(front).filter(([name]) => knownKeys.has(name)))

/** The first slide begins where the text does, unless it is made of the front matter. */
function withoutFirstCut(blocks: Notes['blocks']): Notes['blocks'] {
  const first = blocks.findIndex(({ kind }) => kind !== 'aside')
  return blocks.filter((block, at) => at !== first || block.kind !== 'cut' || block.slide?.title)
}

/** Whether the text begins like front matter, which it is not. */
const isHead = (lines: readonly string[]): boolean => readFrontMatter({ file: '', text: lines.join('\n') }).bodyLine > 1
