/** What stands in speaker notes → those who may read them: comments and unfinished lines inside them are private, too. */
import type { Aside, Lines, NoteOrigin } from '../../model/notes.js'
import { dedented, isBlank } from '../lines.js'
import { isPlaceholder } from '../placeholders.js'
import { readComment } from './comments.js'

const html = /<!--([\s\S]*?)-->/g
const percents = /%%(?!%)([^%\n]+)%%/g
const fence = /^\s*(?:`{3}|~{3})/
const marker = /^\s*(?:[-*+•]|\d{1,3}[.)、）])\s*/

export function asidesIn(text: readonly string[], origin: NoteOrigin, lines: Lines): readonly Aside[] {
  const whole = dedented(text).join('\n').trim()
  // An arrow would end a comment of HTML, where it is written as one.
  if (origin !== 'written') return asideOf(whole.replace(/(?<!-)-{2,}>/g, '->'), origin, lines)
  const comments: string[] = []
  const take = (_: string, comment: string): string => {
    comments.push(comment)
    return ''
  }
  // Looked for up to the last end of one: what opens behind it closes nowhere.
  const end = whole.includes('-->') ? whole.lastIndexOf('-->') + 3 : 0
  const open = (whole.slice(0, end).replace(html, take) + whole.slice(end)).replace(percents, take)
  const { said, unfinished } = sorted(open.split('\n'))
  return [
    ...asideOf(
      said
        .join('\n')
        .replace(/\n\s*\n(?=\s*\n)/g, '\n')
        .trim(),
      'written',
      lines,
    ),
    ...comments.flatMap((comment) => {
      const read = readComment(comment, false)
      return read.kind === 'note' ? asideOf(read.text, read.origin, lines) : []
    }),
    ...unfinished.flatMap((line) => asideOf(line.trim(), 'unfinished', lines)),
  ]
}

/** Dots in code are no placeholders. */
function sorted(lines: readonly string[]): {
  readonly said: readonly string[]
  readonly unfinished: readonly string[]
} {
  const said: string[] = []
  const unfinished: string[] = []
  let isCode = false
  for (const line of lines) {
    if (fence.test(line)) isCode = !isCode
    const isOpen = !isCode && isPlaceholder(line.replace(marker, ''))
    ;(isOpen ? unfinished : said).push(line)
  }
  return { said, unfinished }
}

const asideOf = (text: string, origin: NoteOrigin, lines: Lines): readonly Aside[] =>
  isBlank(text) ? [] : [{ kind: 'aside', origin, text, lines }]
