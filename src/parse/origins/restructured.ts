/** reStructuredText: titles over or between rows of signs, `.. name::` and what is set in below it. */
import { displayWidth } from '../../model/text.js'
import { indentOf, isBlank, type Line } from '../lines.js'
import { boxKind, type Origin, outsideCode, type Pen } from './origin.js'

const adornment = /^([=\-~^"'`*+#<>:.])\1{2,}[ \t]*$/
const directive = /^\.\.[ \t]+(?:\|[^|]+\|[ \t]+)?([A-Za-z][\w-]*)::(?:[ \t]+(.*))?$/
const option = /^\s+:[\w-]+:/
const boxes = /^(?:note|tip|hint|important|warning|caution|danger|attention|error|admonition|seealso)$/

/** A title of a text, and how many lines its signs take. */
interface Title {
  readonly key: string
  readonly text: string
  readonly line: Line
  readonly taken: number
}

export const restructured: Origin = {
  name: 'reStructuredText',
  sign: /^(?:===|---|~~~|\^\^\^|"""|'''|```|\*\*\*|\+\+\+|###|<<<|>>>|:::|\.\.\.)/m,
  is: (texts) => {
    if (texts.some((text) => /^#{1,6} \S/.test(text))) return false
    const named = texts.filter((text) => directive.test(text)).length
    const titles = texts.filter((_text, index) => isUnderlined(texts, index)).length
    const odd = texts.filter(
      (_text, index) => isUnderlined(texts, index) && !/^[=-]/.test(texts[index + 1] ?? ''),
    ).length
    const roles = texts.some((text) => /(?:^|\s):[a-z]+:`[^`]+`|`[^`\n]+ <[^<>\n]+>`_/.test(text))
    return (
      titles > 0 &&
      (named > 0 || odd > 1 || (roles && titles > 1) || texts.some((_text, index) => isOverlined(texts, index)))
    )
  },
  marks: [
    /\[#?[\w-]{1,20}\]_/,
    /^\.\.[ \t]+\[[^\]]+\]/,
    /^\.\.[ \t]+(?:\|[^|]+\|[ \t]+)?(?:[A-Za-z][\w-]*::|_[^:]+:).*$/,
    /^\s+:[\w-]+:.*$/,
    /(?<=^|\s):[a-z]+:(?=`)/,
    /<[^<>\n]{1,400}>(?=`_)/,
    /(?<=^|\s)#\.(?=\s)/,
  ],
  write: (lines, pen) => {
    const levels: string[] = []
    const texts = lines.map(({ text }) => text)
    for (let at = 0; at < lines.length; at++) {
      const line = lines[at]
      if (line === undefined) break
      const title = titleAt(lines, texts, at)
      const [, name, words = ''] = directive.exec(line.text) ?? []
      if (title !== undefined) {
        if (!levels.includes(title.key)) levels.push(title.key)
        pen.put('', title.line)
        pen.put(`${'#'.repeat(Math.min(6, levels.indexOf(title.key) + 1))} ${inline(title.text)}`, title.line)
        pen.put('', title.line)
        at += title.taken - 1
      } else if (name !== undefined) at = writeDirective(lines, at, name, words, pen)
      else if (/^\.\.[ \t]+_[^:]+:/.test(line.text)) pen.drop(line)
      else if (/^\.\.(?:[ \t]|$)/.test(line.text)) at = writeComment(lines, at, pen)
      else at = writeText(lines, at, line, pen)
    }
  },
}

const isUnderlined = (texts: readonly string[], at: number): boolean => {
  const [text = '', under = ''] = [texts[at], texts[at + 1]]
  return (
    /^\S/.test(text) &&
    adornment.test(under) &&
    !adornment.test(text) &&
    isBlankOrRow(texts[at - 1]) &&
    under.trim().length >= displayWidth(text.trim().slice(0, 200))
  )
}
const isBlankOrRow = (text = ''): boolean => isBlank(text) || adornment.test(text)
const isOverlined = (texts: readonly string[], at: number): boolean => {
  const [over = '', text = '', under = ''] = texts.slice(at, at + 3)
  return (
    adornment.test(over) &&
    over.trim() === under.trim() &&
    !isBlank(text) &&
    !adornment.test(text) &&
    displayWidth(text.trim().slice(0, 200)) <= over.trim().length &&
    isBlank(texts[at - 1] ?? '') &&
    !over.includes(' ')
  )
}

function titleAt(lines: readonly Line[], texts: readonly string[], at: number): Title | undefined {
  const isFramed = isOverlined(texts, at)
  const line = lines[isFramed ? at + 1 : at]
  if (line === undefined || (!isFramed && !isUnderlined(texts, at))) return undefined
  const sign = (texts[at + 1 + Number(isFramed)] ?? '').trim()[0] ?? ''
  return { key: sign + (isFramed ? sign : ''), text: line.text.trim(), line, taken: isFramed ? 3 : 2 }
}

/** What is set in below a line. */
function inside(lines: readonly Line[], at: number): { readonly lines: readonly Line[]; readonly end: number } {
  const margin = indentOf(lines[at]?.text ?? '').columns
  let end = at
  for (let index = at + 1; index < lines.length; index++) {
    const text = lines[index]?.text ?? ''
    if (isBlank(text)) continue
    if (indentOf(text).columns <= margin) break
    end = index
  }
  const all = lines.slice(at + 1, end + 1)
  const least = all.reduce((most, { text }) => (isBlank(text) ? most : Math.min(most, indentOf(text).columns)), 99)
  return {
    lines: all.map((line) => ({
      ...line,
      text: ' '.repeat(Math.max(0, indentOf(line.text).columns - least)) + line.text.trimStart(),
    })),
    end,
  }
}

function writeDirective(lines: readonly Line[], at: number, name: string, words: string, pen: Pen): number {
  const first = lines[at] ?? { text: '', line: 1 }
  const block = inside(lines, at)
  const written = lines.slice(at + 1, block.end + 1)
  const options = written.findIndex(({ text }) => !option.test(text))
  const count = options < 0 ? written.length : options
  const body = block.lines.slice(count)
  const last = body.at(-1) ?? first
  const alt =
    /:alt:[ \t]*(.*)/.exec(
      written
        .slice(0, count)
        .map(({ text }) => text)
        .join('\n'),
    )?.[1] ?? ''
  if (/^(?:code-block|code|sourcecode|literalinclude|parsed-literal)$/.test(name)) {
    pen.code(words.trim(), trimmedLines(body), { first, last })
  } else if (name === 'math') {
    pen.put('$$', first)
    for (const line of [...(words ? [{ ...first, text: words }] : []), ...trimmedLines(body)]) pen.put(line.text, line)
    pen.put('$$', last)
  } else if (name === 'image' || name === 'figure') {
    pen.put('', first)
    pen.put(`![${alt}](<${words.trim()}>)`, first)
    pen.put('', first)
    for (const line of body) pen.put(inline(line.text), line)
  } else if (boxes.test(name)) {
    pen.put('', first)
    // Words behind the name are text, but for a box that has no other title.
    const isTitled = name === 'admonition' || name === 'seealso'
    pen.put(`> [!${boxKind(name)}] ${isTitled ? inline(words) : ''}`.trimEnd(), first)
    if (words && !isTitled) pen.put(`> ${inline(words)}`, first)
    for (const line of body) pen.put(`> ${inline(line.text)}`, line)
    pen.put('', last)
  } else {
    for (const line of [first, ...written.slice(0, count)]) pen.drop(line)
    if (/^(?:contents|toctree|index|highlight|default-role|include|raw|meta|sectnum|role)$/.test(name)) {
      for (const line of body) pen.drop(line)
    } else {
      if (words) pen.put(inline(words), first)
      pen.put('', first)
      for (const line of body) pen.put(inline(line.text), line)
    }
  }
  return block.end
}

function writeComment(lines: readonly Line[], at: number, pen: Pen): number {
  const first = lines[at] ?? { text: '', line: 1 }
  const footnote = /^\.\.[ \t]+\[(#?[\w-]+)\][ \t]+(.*)$/.exec(first.text)
  const block = inside(lines, at)
  if (footnote) pen.put(`[^${footnote[1]?.replace('#', '')}]: ${inline(footnote[2] ?? '')}`, first)
  else pen.comment([{ ...first, text: first.text.replace(/^\.\.[ \t]*/, '') }])
  if (!footnote) pen.comment(block.lines)
  else for (const line of block.lines) pen.put(`    ${inline(line.text)}`, line)
  return block.end
}

/** A line that ends in `::` has code below it. */
function writeText(lines: readonly Line[], at: number, line: Line, pen: Pen): number {
  if (!/::[ \t]*$/.test(line.text) || !isBlank(lines[at + 1]?.text ?? '')) {
    const field = line.text.replace(/^:([A-Z][\w ]{0,40}):(?=[ \t])/, '$1:')
    pen.put(inline(field).replace(/^(\s*)#\.(?=\s)/, '$11.'), line)
    return at
  }
  const block = inside(lines, at)
  const said = line.text
    .trimEnd()
    .replace(/(?:^|\s)::$/, '')
    .replace(/::$/, ':')
  if (said.trim() !== '') pen.put(inline(said), line)
  if (block.lines.length === 0) return at
  pen.put('', line)
  pen.code('', trimmedLines(block.lines), { first: line, last: block.lines.at(-1) ?? line })
  return block.end
}

function trimmedLines(lines: readonly Line[]): readonly Line[] {
  const first = lines.findIndex(({ text }) => !isBlank(text))
  return first < 0 ? [] : lines.slice(first)
}

const inline = (text: string): string =>
  outsideCode(
    text
      .replace(/``(?=\S)([^\n]{1,400}?)(?<=\S)``/g, (_, words: string) =>
        words.includes('`') ? `\`\` ${words} \`\`` : `\`${words}\``,
      )
      .replace(
        /(?<=^|[\s(]):(?:code|file|func|class|meth|mod|kbd|command|program|samp|guilabel|attr|data|envvar|option|py:\w+):`~?([^`\n]{1,200})`/g,
        '`$1`',
      )
      .replace(/(?<=^|[\s(]):math:`([^`\n]{1,400})`/g, (_, tex: string) => `$${tex}$`)
      .replace(/(?<=^|[\s(]):[a-z:]+:`([^`<\n]{1,200}?)(?:[ \t]*<[^`\n]{1,200}>)?`/g, '$1')
      .replace(/`([^`<\n]{1,400}?)[ \t]*<([^`<>\n]{1,800})>`__?/g, '[$1]($2)')
      .replace(/`([^`<>\n]{1,200})`_(?!_)/g, '$1'),
    (piece) => piece.replace(/[ \t]?\[(#?[\w-]{1,20})\]_/g, (_, label: string) => `[^${label.replace('#', '')}]`),
  )
