/** Notes that are one long list of sentences → the same, four or five of them a slide, all under the title of the talk. */
import type { Block, List } from '../model/notes.js'
import { displayWidth, plainText } from '../model/text.js'

/** On a slide; so many more than that still stand together. */
const MOST = 5
const MOST_TOGETHER = 6
/** Columns: shorter points are read at a glance, and stand in two columns. */
const SENTENCE = 36

/** @param blocks of the one slide of a talk that has no headings but its title */
export function fewPoints(blocks: readonly Block[]): readonly Block[] {
  const list = blocks.at(-1)
  if (list?.kind !== 'list' || list.as !== undefined || blocks.length > 2) return blocks
  if (list.items.length <= MOST_TOGETHER || !isSentences(list)) return blocks
  const slides = Math.ceil(list.items.length / MOST)
  const starts = Array.from({ length: slides }, (_, at) => Math.ceil((at * list.items.length) / slides))
  const lists = starts.flatMap((start, at): readonly Block[] => {
    const items = list.items.slice(start, starts[at + 1])
    const lines = [items[0]?.lines[0] ?? list.lines[0], items.at(-1)?.lines[1] ?? list.lines[1]] as const
    const part: List = { ...list, items, lines }
    return at === 0 ? [part] : [{ kind: 'cut', ours: true, lines: [lines[0], lines[0]] }, part]
  })
  return [...blocks.slice(0, -1), ...lists]
}

function isSentences({ items }: List): boolean {
  const long = items.filter(({ blocks: [first] }) => {
    return first?.kind === 'paragraph' && displayWidth(plainText(first.inlines)) > SENTENCE
  })
  return long.length * 2 > items.length
}
