/** Slidev: `---` cuts, and a block of settings may stand right below it, up to the next `---`. */
import type { SlideWish } from '../../model/notes.js'
import { isBlank, type Line } from '../lines.js'
import { readComment } from '../speaker/comments.js'
import { asBackgrounds, backgroundOf, pictureOrColour } from './background.js'
import { type Dialect, Telling } from './dialect.js'
import { type Entries, looseEntries } from './looseEntries.js'
import { anyHead } from './slideHead.js'
import { oneLine, type Separator, type Stretch, splitAt } from './stretch.js'
import { withoutVue } from './vue.js'

export const slidev: Dialect = {
  cut: (lines, deck) => {
    const texts = lines.map(({ text }) => text)
    const [first, ...others] = splitAt(lines, (all, index): Separator | undefined => {
      const { text = '', verbatim } = all[index] ?? {}
      if (verbatim || !/^---+[ \t]*$/.test(text)) return undefined
      const head = text.trim() === '---' ? anyHead(texts, index) : undefined
      return head ? { lines: head.lines, head: head.entries } : oneLine
    })
    return first ? [{ ...first, head: deck.head }, ...others] : []
  },
  asker: () => (stretch) => {
    const told = new Telling()
    const { head, lines } = headInCode(stretch, told)
    return { lines: withNotes(withoutVue(inOrder(lines, told), told), told), wish: wishOf(head), ...told }
  },
}

/** The settings of a slide may stand in a block of YAML on top of it. */
function headInCode(
  { head, lines }: Stretch,
  told: Telling,
): { readonly head: Entries; readonly lines: readonly Line[] } {
  const first = lines.findIndex(({ text }) => !isBlank(text))
  const end = lines.findIndex(({ text }, at) => at > first && /^`{3,}[ \t]*$/.test(text))
  const isHead = head === undefined && /^```ya?ml[ \t]*$/.test(lines[first]?.text ?? '') && end > 0
  const entries = isHead ? looseEntries(lines.slice(first + 1, end).map(({ text }) => text)) : undefined
  if (entries === undefined) return { head: head ?? new Map(), lines }
  told.obey(
    '```yaml',
    lines.slice(first, end + 1).map(({ line }) => line),
  )
  return { head: entries, lines: lines.slice(end + 1) }
}

const slot = /^::[ \t]*([a-z]+)[ \t]*::[ \t]*$/

/** `::right::` may stand above `:: default ::`; what is said first is on the left. */
function inOrder(lines: readonly Line[], told: Telling): readonly Line[] {
  if (!lines.some(({ text, verbatim }) => !verbatim && slot.test(text))) return lines
  const parts: { readonly name: string; readonly lines: Line[] }[] = [{ name: '', lines: [] }]
  for (const line of lines) {
    const name = line.verbatim ? undefined : slot.exec(line.text)?.[1]
    if (name === undefined) parts.at(-1)?.lines.push(line)
    else {
      if (!line.text.startsWith(`::${name}::`)) told.obey(`::${name}::`, [line.line])
      parts.push({ name, lines: [{ ...line, text: `::${name}::` }] })
    }
  }
  const right = parts.findIndex(({ name }) => name === 'right')
  const left = parts.findIndex(({ name }) => /^(?:default|left)$/.test(name))
  const moved = right < 0 || left < right ? [] : parts.splice(left, 1)
  return [...parts.slice(0, right), ...moved, ...parts.slice(Math.max(0, right))].flatMap((part) => part.lines)
}

/** Only a comment that ends a slide is for the speaker; others are the author's own, as presenterm writes them. */
function withNotes(lines: readonly Line[], told: Telling): readonly Line[] {
  const last = lines.findLastIndex(({ text }) => !isBlank(text))
  const isNote = lines[last]?.text.trimEnd().endsWith('-->') === true
  const begins = isNote ? lines.findLastIndex(({ text, isCode }) => !isCode && text.includes('<!--')) : -1
  return lines.map((line, at): Line => {
    if (begins >= 0 && at >= begins) {
      const text = line.text.replace(/\[click(?::\d{1,3})?\][ \t]*/g, '')
      if (text === line.text) return line
      told.obey('[click]', [line.line])
      return { ...line, text }
    }
    const [, said] = (!line.isCode && /^\s*<!--(.{0,2000}?)(?:-->.*)?$/.exec(line.text)) || []
    const comment = said === undefined ? undefined : readComment(said, true)
    return comment?.kind === 'note' && comment.origin === 'written' && comment.spelling === undefined
      ? { ...line, text: line.text.replace('<!--', '<!-- //') }
      : line
  })
}

function wishOf(head: Entries): SlideWish {
  const isHidden = head.get('hide') === 'true' || head.get('disabled') === 'true'
  const side = /^image-(left|right)$/.exec(head.get('layout') ?? '')?.[1]
  const backgrounds = [
    ...backgroundOf(pictureOrColour(head.get('background'))),
    ...backgroundOf({ picture: head.get('image'), side }),
  ]
  return { ...asBackgrounds(backgrounds), ...(isHidden ? { hidden: true } : {}) }
}
