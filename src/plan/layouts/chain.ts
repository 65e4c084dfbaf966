/** Text of names with arrows between them, on one line or on many → the names, and what stands on the way to each. */
import { displayWidth } from '../../model/text.js'

/** Places in the text. */
type Span = readonly [start: number, end: number]

export interface Link {
  readonly name: Span
  /** What is written at the arrow that leads to it. */
  readonly label?: Span
}

const fewest = 3
const mostLinks = 12
/** Half-width letters. */
const widestName = 28
const widestLabel = 14

/** Those made of signs stand apart from the names: `p->next` is code. */
const arrow =
  /[→⟶➜➔➝➡⇒⟹▶►⮕↓⬇▼⇓]\ufe0f?|(?<=^|\s)--?\s?(?<label>[^\s>-][^>-]{0,14}?)\s?--?>(?=\s|$)|(?<=^|\s)(?:-{1,3}>|={1,2}>)(?=\s|$)/gu
const backwards = /[←↔⇄⇆⟵⟷⬅]|<[-=]/u
/** Of an arrow that is drawn with signs, one below the other. */
const bar = /^[|│┃¦]$/u
const head = /^[vV▼]$/u
const onBar = /^[|│┃¦]\s+(?=\S)/u

/** Operators, brackets, what parts sentences, and what boxes are drawn with. */
const noName = /[;；:：,，。！!？?、=<>{}()[\]|&$\\"“”`~^*+#%@\u2500-\u257f]|\/\/|\.(?:\s|$)|\s{3}/u
/** `Gateway (Nginx)`: words in brackets stand apart from what they explain. */
const remark = /(?<=\S)\s\([^()]{2,}\)$/u
const mostWords = 4
const typeName =
  /^(?:int|integer|string|str|bool|boolean|float|double|char|void|unit|maybe|io|any|num|ord|list|number)\b/i

interface Token {
  readonly kind: 'arrow' | 'words'
  readonly at: Span
  readonly label?: Span
}

/** @returns undefined where it is something else: a sentence with an arrow in it, code, a formula, a change of versions */
export function chainIn(text: string): readonly Link[] | undefined {
  if (text.length > 600 || backwards.test(text)) return undefined
  const links: Link[] = []
  let open: Token | undefined
  for (const token of tokensOf(text)) {
    const isNext = token.kind === 'arrow' ? !open && links.length > 0 : links.length === 0 || open !== undefined
    if (!isNext) return undefined
    if (token.kind === 'words') links.push({ name: token.at, ...(open?.label ? { label: open.label } : {}) })
    open = token.kind === 'arrow' ? token : undefined
  }
  const names = links.map(({ name: [start, end] }) => text.slice(start, end))
  const labels = links.flatMap(({ label }) => (label ? [text.slice(...label)] : []))
  const isChain = !open && links.length >= fewest && links.length <= mostLinks && areNames(names)
  return isChain && labels.every((label) => displayWidth(label) <= widestLabel && !noName.test(label))
    ? links
    : undefined
}

function areNames(names: readonly string[]): boolean {
  const isName = (name: string): boolean =>
    !noName.test(name.replace(remark, '')) &&
    !typeName.test(name) &&
    displayWidth(name) <= widestName &&
    name.split(/\s+/).length <= mostWords
  return (
    names.every(isName) &&
    names.some((name) => displayWidth(name) > 1) &&
    names.every((name) => /\p{L}/u.test(name) && !/^v?\d[\d.]*[a-z%]{0,3}$/iu.test(name)) &&
    new Set(names).size === names.length
  )
}

/** Line by line: words behind an arrow that opens a line are its label where a name follows by itself. */
function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  const lines = linesOf(text)
  for (const [at, [start, end]] of lines.entries()) {
    const line = text.slice(start, end)
    const before = tokens.at(-1)
    if (bar.test(line)) continue
    if (head.test(line)) {
      const above = lines[at - 1]
      if (before?.kind !== 'arrow')
        tokens.push({ kind: above && isBar(text.slice(...above)) ? 'arrow' : 'words', at: [start, end] })
      continue
    }
    const label = onBar.exec(line)?.[0]
    if (label !== undefined) {
      tokens.push({ kind: 'arrow', at: [start, end], label: [start + label.length, end] })
      continue
    }
    const inLine = tokensOfLine(line, start)
    const [first, second, ...more] = inLine
    const below = lines
      .slice(at + 1)
      .map((span) => text.slice(...span))
      .find((other) => !isBar(other))
    const isLabelled =
      first?.kind === 'arrow' && second && more.length === 0 && below !== undefined && !opensWithArrow(below)
    for (const token of isLabelled ? [{ ...first, label: second.at }] : inLine) tokens.push(token)
  }
  return tokens
}

const isBar = (line: string): boolean => bar.test(line) || onBar.test(line)
const opensWithArrow = (line: string): boolean => tokensOfLine(line, 0)[0]?.kind === 'arrow'

function tokensOfLine(line: string, offset: number): readonly Token[] {
  const tokens: Token[] = []
  let done = 0
  const words = (to: number): void => {
    const said = line.slice(done, to)
    const start = done + said.length - said.trimStart().length
    if (said.trim() !== '') tokens.push({ kind: 'words', at: [offset + start, offset + start + said.trim().length] })
  }
  for (const found of line.matchAll(arrow)) {
    words(found.index)
    done = found.index + found[0].length
    const label = found.groups?.['label']
    const at = offset + found.index + found[0].indexOf(label ?? '')
    tokens.push({
      kind: 'arrow',
      at: [offset + found.index, offset + done],
      ...(label === undefined ? {} : { label: [at, at + label.length] as const }),
    })
  }
  words(line.length)
  return tokens
}

/** Without the blank around them; none that is blank. */
const linesOf = (text: string): readonly Span[] =>
  [...text.matchAll(/[^\n]+/gu)].flatMap(({ 0: line, index }): readonly Span[] => {
    const start = index + line.length - line.trimStart().length
    return line.trim() === '' ? [] : [[start, start + line.trim().length]]
  })
