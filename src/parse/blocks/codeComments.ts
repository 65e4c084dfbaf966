/** Comments in code that tell a tool how to show it (`// [!code highlight]`, `// highlight-next-line`, `#| echo: true`) → the code without them, and which lines they mark. */
import type { LineMarks } from '../../model/notes.js'

const begin = String.raw`(?:\/\/|#|--|;|%|<!--|\{?\/\*)`
const end = String.raw`(?:-->|\*\/\}?)?[ \t]*$`
const mark = new RegExp(
  String.raw`[ \t]*${begin}[ \t]*\[!code[ \t]+(\+\+|--|[a-z]+)(?::(\d{1,4}))?[^\]\n]{0,80}\][ \t]*${end}`,
)
const next = new RegExp(
  String.raw`^[ \t]*${begin}[ \t]*(highlight-next-line|highlight-start|highlight-end)[ \t]*${end}`,
)
/** Quarto's, at the head of its cells. */
const option = /^[ \t]*(?:#|\/\/|--|%%)\|[ \t]*[\w-]+:/

/** Whether a line of the notes may hold one. */
export const mayTellTool = (line: string): boolean =>
  /\[!code |highlight-(?:next|start|end)|[#/%-]\| ?[\w-]+:/.test(line)

/** The same line without what tells a tool something. */
export const withoutTold = (line: string): string =>
  next.test(line) || option.test(line) ? '' : line.replace(mark, '')

export interface CodeRead {
  readonly text: string
  readonly marks?: readonly LineMarks[]
}

export function readCodeComments(text: string): CodeRead {
  if (!text.split('\n').some(mayTellTool)) return { text }
  const lines: string[] = []
  const signs: string[] = []
  const marked: (readonly [number, number])[] = []
  let since = 0
  for (const line of text.split('\n')) {
    const told = next.exec(line)?.[1]
    const [whole, sign = '', count = '1'] = mark.exec(line) ?? []
    const rest = whole === undefined ? line : line.slice(0, line.length - whole.length)
    // On a line of its own it is about the next one.
    const here = lines.length + 1
    if (option.test(line) && lines.length === 0) continue
    if (told === 'highlight-next-line') marked.push([here, here])
    if (told === 'highlight-start') since = here
    if (told === 'highlight-end' && since > 0) marked.push([since, here - 1])
    if (/^[a-z]/.test(sign) && sign !== 'word') marked.push([here, here + Number(count) - 1])
    if (told !== undefined || (whole !== undefined && rest.trim() === '')) continue
    signs.push(sign === '++' ? '+ ' : sign === '--' ? '- ' : '  ')
    lines.push(rest)
  }
  const isDiff = signs.some((sign) => sign !== '  ')
  return {
    text: (isDiff ? lines.map((line, index) => `${signs[index] ?? ''}${line}`) : lines).join('\n'),
    ...(marked.length > 0 ? { marks: [marked] } : {}),
  }
}
