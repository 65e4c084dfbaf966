/** Marks inside the text of blocks: task boxes, labels of links. */
import type { Inline, ListItem } from '../../model/notes.js'
import type { Token } from '../markdown.js'

/** `[x] done`, `[ ] not yet`, `[-] dropped`, `[?] open`. */
export const asTask = (item: ListItem): ListItem => {
  const [first, ...rest] = item.blocks
  const text = first?.kind === 'paragraph' ? first.inlines[0] : undefined
  if (first?.kind !== 'paragraph' || text?.kind !== 'text') return item
  const match = /^\[([ xX\-/<>?!*])\]\s+/.exec(text.text)
  if (match === null) return item
  const sign = match[1] ?? ' '
  const said = text.text.slice(match[0].length)
  const others = first.inlines.slice(1)
  if (said === '' && others.length === 0) return item
  const inlines: readonly Inline[] = said === '' ? others : [{ kind: 'text', text: said }, ...others]
  const shown = taskText(sign, inlines)
  return { ...item, done: /[xX-]/.test(sign), blocks: [{ ...first, inlines: shown }, ...rest] }
}

/** Signs of Obsidian and Logseq for what is neither done nor to be done. */
const taskSigns: ReadonlyMap<string, string> = new Map([
  ['?', '❓ '],
  ['!', '❗ '],
  ['*', '★ '],
  ['>', '→ '],
  ['<', '← '],
  ['/', '◐ '],
])

/** `[-]` is dropped: done with, and struck. */
function taskText(sign: string, inlines: readonly Inline[]): readonly Inline[] {
  if (sign === '-') return [{ kind: 'strike', children: inlines }]
  const shown = taskSigns.get(sign)
  return shown === undefined ? inlines : [{ kind: 'text', text: shown }, ...inlines]
}

/** Labels in brackets anywhere in the text. */
export const referredLabels = (tokens: readonly Token[]): ReadonlySet<string> => {
  const labels = new Set<string>()
  for (const token of tokens) {
    if (token.type !== 'inline') continue
    for (const match of token.content.matchAll(/\[([^[\]]{1,999})\]/g)) {
      labels.add(asLabel(match[1] ?? ''))
    }
  }
  return labels
}

/** As Markdown compares them. */
export const asLabel = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase()
