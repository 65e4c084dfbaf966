/** A line, a list or a block of code that is names with arrows between them → a list of these names, each with the way to it. */

import { cutInlines } from '../../model/cutInlines.js'
import type { Block, Inline, List, ListItem } from '../../model/notes.js'
import { plainText } from '../../model/text.js'
import { chainIn } from './chain.js'
import { linesOfList, type Pieces, setAs } from './pieces.js'

/** Code of a language is code, whatever it is made of. */
const noLanguage: ReadonlySet<string> = new Set(['', 'text', 'txt', 'plain', 'plaintext'])

/** @returns undefined for any other block */
export function flowOf(block: Block): List | undefined {
  const inlines = inlinesOf(block)
  if (inlines === undefined) return undefined
  const text = inlines.map((inline) => (inline.kind === 'break' ? '\n' : plainText([inline]))).join('')
  const links = chainIn(text)
  if (!links) return undefined
  let rest = inlines
  let done = 0
  const items: ListItem[] = []
  const pieces: Pieces[] = []
  for (const { name, label } of links) {
    // What came on lines of their own stands on no line here.
    if (rest[0]?.kind === 'break') [rest, done] = [rest.slice(1), done + 1]
    const [said, behind] = cutInlines(rest, name[1] - done)
    const ends: Pieces = [
      ...(label
        ? ([
            ['between', label[0]],
            ['rest', label[1]],
          ] as const)
        : []),
      ['between', name[0]],
      ['lead', name[1]],
    ]
    const from = done
    pieces.push(ends.map(([kind, end]) => [kind, end - from]))
    items.push({ blocks: [{ kind: 'paragraph', inlines: said, lines: block.lines }], lines: block.lines })
    rest = behind
    done = name[1]
  }
  const step = 'step' in block && block.step ? { step: block.step } : {}
  return setAs({ kind: 'list', ordered: false, items, lines: block.lines, instead: [block], ...step }, 'flow', pieces)
}

/** What a block says, where that may be a chain: its arrows are text, not formulas, code in a line, or what a link leads to. */
function inlinesOf(block: Block): readonly Inline[] | undefined {
  if (block.kind === 'code') {
    const isText = noLanguage.has(block.language) && block.numbered === undefined && block.marks === undefined
    return isText ? [{ kind: 'text', text: block.text }] : undefined
  }
  const inlines = block.kind === 'paragraph' ? block.inlines : block.kind === 'list' ? inlinesOfList(block) : undefined
  return inlines?.every(isNaming) ? inlines : undefined
}

function inlinesOfList(list: List): readonly Inline[] | undefined {
  const lines = list.ordered ? undefined : linesOfList(list)
  return lines?.flatMap(({ inlines }, at) => (at === 0 ? inlines : [{ kind: 'break' } as const, ...inlines]))
}

const isArrow = /[→⟶➜➔➝➡⇒⟹▶►⮕↓⬇▼⇓]|[-=]>/u

const isNaming = (inline: Inline): boolean =>
  inline.kind === 'text' || inline.kind === 'break' || (inline.kind !== 'math' && !isArrow.test(plainText([inline])))
