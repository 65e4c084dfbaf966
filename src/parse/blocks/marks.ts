/** Marks inside the text of blocks: callouts' tones, task boxes, labels of links. */
import type { Callout, Inline, ListItem } from '../../model/notes.js'
import type { Token } from '../markdown.js'

/** GitHub's five and what Obsidian calls them. */
export const tones: ReadonlyMap<string, Callout['tone']> = new Map<string, Callout['tone']>([
  ...['note', 'info', 'abstract', 'summary', 'todo', 'example', 'quote'].map((name) => [name, 'note'] as const),
  ...['tip', 'hint', 'success', 'done', 'check'].map((name) => [name, 'tip'] as const),
  ['important', 'important'],
  ...['warning', 'attention', 'question', 'help', 'faq'].map((name) => [name, 'warning'] as const),
  ...['caution', 'danger', 'error', 'bug', 'failure'].map((name) => [name, 'caution'] as const),
])

/** `[x] done`, `[ ] not yet`. */
export const asTask = (item: ListItem): ListItem => {
  const [first, ...rest] = item.blocks
  const text = first?.kind === 'paragraph' ? first.inlines[0] : undefined
  if (first?.kind !== 'paragraph' || text?.kind !== 'text') return item
  const match = /^\[([ xX])\]\s+/.exec(text.text)
  if (match === null) return item
  const said = text.text.slice(match[0].length)
  const others = first.inlines.slice(1)
  if (said === '' && others.length === 0) return item
  const inlines: readonly Inline[] = said === '' ? others : [{ kind: 'text', text: said }, ...others]
  return { ...item, done: match[1] !== ' ', blocks: [{ ...first, inlines }, ...rest] }
}

/** Labels in brackets anywhere in the text, written as Markdown compares them. */
export const referredLabels = (tokens: readonly Token[]): ReadonlySet<string> => {
  const labels = new Set<string>()
  for (const token of tokens) {
    if (token.type !== 'inline') continue
    for (const match of token.content.matchAll(/\[([^[\]]{1,999})\]/g)) {
      labels.add((match[1] ?? '').trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase())
    }
  }
  return labels
}
