/** Comments in code that tell a tool how to show it (`// [!code highlight]`, `// highlight-next-line`, `#| echo: true`) → the code without them, and which lines they mark. */
import type { LineMarks } from '../../model/notes.js'

const begin = String.raw`(?:\/\/|#|--|;|%|<!--|\{?\/\*)`
const end = String.raw`(?:-->|\*\/\}?)?[ \t]*$`
const mark = new RegExp(
  // Bounded: a run of thousands of blanks would be searched again from each of them.
  String.raw`[ \t]{0,80}${begin}[ \t]*\[!code[ \t]+(\+\+|--|[a-z]+)(?::(\d{1,4}))?[^\]\n]{0,80}\][ \t]*${end}`,
)
const next = new RegExp(
  String.raw`^[ \t]*${begin}[ \t]*(highlight-next-line|highlight-start|highlight-end)[ \t]*${end}`,
)
/** Quarto's, at the head of its cells. */
const option = /^[ \t]*(?:#|\/\/|--|%%)\|[ \t]*([\w-]+):[ \t]*(.*?)[ \t]*$/
/** MyST's, below its fence. */
const field = /^:(linenos|lineno-start|emphasize-lines|caption|name|force|dedent|class):[ \t]*(.*?)[ \t]*$/
/** Names it for other places. */
const isName = /^(?:label|name|id|class)$/

/** Whether a line of the notes may hold one. */
export const mayTellTool = (line: string): boolean =>
  /\[!code |highlight-(?:next|start|end)|[#/%-]\| ?[\w-]+:|^:[a-z-]+:/.test(line)

/** The same line without what tells a tool something. */
export const withoutTold = (line: string): string =>
  next.test(line) || option.test(line) || field.test(line) ? '' : line.replace(mark, '')

export interface CodeRead {
  readonly text: string
  readonly marks?: readonly LineMarks[]
  /** What the head of a cell says of it, as the words behind a fence would. */
  readonly options?: string
}

/** @param hasFields what stands at its head as `:name: value` is said of the code */
export function readCodeComments(text: string, hasFields: boolean): CodeRead {
  if (!text.split('\n').some(mayTellTool)) return { text }
  const lines: string[] = []
  const signs: string[] = []
  const marked: (readonly [number, number])[] = []
  const options: string[] = []
  let since = 0
  for (const line of text.split('\n')) {
    const told = next.exec(line)?.[1]
    const [whole, sign = '', count = '1'] = mark.exec(line) ?? []
    const rest = whole === undefined ? line : line.slice(0, line.length - whole.length)
    // On a line of its own it is about the next one.
    const here = lines.length + 1
    const [, name, value = ''] =
      (lines.length === 0 && (option.exec(line) ?? (hasFields ? field.exec(line) : undefined))) || []
    if (name !== undefined) {
      const said = value.replace(/^["']|["']$/g, '')
      if (!isName.test(name)) options.push(said === '' ? name : `${name}="${said.replaceAll('"', "'")}"`)
      continue
    }
    // What stands between these and the code.
    if (lines.length === 0 && line.trim() === '' && options.length > 0) continue
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
    ...(options.length > 0 ? { options: options.join(' ') } : {}),
  }
}
