/** Logseq: everything is an item; those that are headings become headings, what tells Logseq something is gone. */
import { fenceMark } from '../fences.js'
import { indentOf, isBlank, type Line } from '../lines.js'
import { boxKind, endOfBlock, type Origin, outsideCode, type Pen } from './origin.js'

const item = /^([ \t]*)-(?:[ \t]+(.*))?$/
const property = /^[ \t]*(?:-[ \t]+)?([A-Za-z][\w./-]*)::(?:[ \t]+(.*))?$/
/** They say nothing of what is written. */
const forLogseq =
  /^(?:id|collapsed|background-color|heading|created-at|updated-at|logseq\..*|query-.*|card-.*|template.*|hl-.*|ls-type|public|icon|filters|exclude-from-.*)$/
const state = /^(?:TODO|DOING|NOW|LATER|WAITING|WAIT|IN-PROGRESS|DONE|CANCELED|CANCELLED)[ \t]+(?=\S)/
const planning = /^\s*(?:SCHEDULED|DEADLINE):\s*</
const reference = /\(\(([0-9a-f]{8}-[0-9a-f-]{20,40})\)\)/g
const macro =
  /\{\{(query|renderer|embed|video|youtube|twitter|cloze|tweet|namespace|table|kanban|function)\b([^{}\n]{0,400})\}\}/g

export const logseq: Origin = {
  name: 'Logseq',
  sign: /::|- #|^\s*- (?:TODO|DOING|NOW|LATER|WAITING|DONE)|\(\(|\{\{/m,
  is: (texts) => {
    const written = texts.filter((text) => !isBlank(text))
    const items = written.filter((text) => item.test(text)).length
    const sign =
      /^\s*(?:id:: [0-9a-f]{8}-|collapsed:: true|-\s+#{1,6}\s+\S|-\s+(?:TODO|DOING|NOW|LATER|WAITING|DONE)\s)|\(\([0-9a-f]{8}-[0-9a-f-]{20,40}\)\)|\{\{(?:query|embed|renderer|video) |^\s*(?:-\s+)?[\w-]+:: \S/
    const top = written.find((text) => !property.test(text))
    return (
      top !== undefined &&
      /^-(?:\s|$)/.test(top) &&
      items * 2 >= written.length &&
      !texts.some((text) => /^#{1,6} /.test(text)) &&
      written.some((text) => sign.test(text))
    )
  },
  marks: [
    /^[ \t]*(?:-[ \t]+)?(?:id|collapsed|background-color|heading|created-at|updated-at|logseq\.[\w.-]+|query-[\w-]+|card-[\w-]+|template[\w-]*|hl-[\w-]+|ls-type|public|icon|filters):: .*$/,
    /(?<=^\s*-[ \t]+)(?:TODO|DOING|NOW|LATER|WAITING|WAIT|IN-PROGRESS|DONE|CANCELED|CANCELLED)(?=[ \t]+\S)/,
    /\[#[A-C]\]/,
    /\(\([0-9a-f]{8}-[0-9a-f-]{20,40}\)\)/,
    /\{\{(?:query|renderer|namespace|table|kanban|function)\b[^{}\n]{0,400}\}\}|\{\{(?:embed|video|youtube|twitter|tweet|cloze)\b/,
    /^\s*(?:-\s+)?#\+(?:begin|end)_\w+.*$/i,
  ],
  write: (lines, pen) => {
    const said = blocksById(lines)
    const hasRoot = lines.filter(({ text }) => /^-(?:\s|$)/.test(text)).length === 1
    /** Columns of the items that are headings around the line, and of what stands in them. */
    const heads: { readonly column: number; inner?: number }[] = []
    for (let at = 0; at < lines.length; at++) {
      const line = lines[at]
      if (line === undefined) break
      const fence = fenceMark(line.text)
      const end = fence === '' ? undefined : endOfBlock(lines, at + 1, new RegExp(`^[ \\t]*${fence}[ \\t]*$`))
      const column = indentOf(line.text).columns
      const isItem = item.test(line.text)
      while (isItem && heads.length > 0 && column <= (heads.at(-1)?.column ?? 0)) heads.pop()
      const head = heads.at(-1)
      if (head && head.inner === undefined && isItem) head.inner = column
      const margin = head === undefined ? 0 : Math.min(head.inner ?? column, column)
      const last = end ?? at
      for (; at < last; at++) pen.put(setOut(lines[at]?.text ?? '', margin), lines[at] ?? line)
      if (end !== undefined) {
        pen.put(setOut(lines[end]?.text ?? '', margin), lines[end] ?? line)
        continue
      }
      const [, , words = ''] = item.exec(line.text) ?? []
      const heading = isItem && column === margin ? /^(#{1,6})[ \t]+(\S.*)$/.exec(words) : null
      if (heading !== null && (head === undefined || head.inner === column)) {
        // How deep it stands says what is under what; its signs say how large it is.
        const level = heads.length + (hasRoot ? 1 : 2)
        heads.push({ column })
        pen.put('', line)
        pen.put(`${'#'.repeat(Math.min(6, level))} ${inline(heading[2]?.replace(state, '') ?? '', said)}`, line)
        pen.put('', line)
      } else at = writeLine(lines, at, margin, said, pen)
    }
  },
}

/** Lines of a block that stands further out now. */
function setOut(text: string, margin: number): string {
  const { columns, length } = indentOf(text)
  return margin === 0 ? text : ' '.repeat(Math.max(0, columns - margin)) + text.slice(length)
}

function writeLine(
  lines: readonly Line[],
  at: number,
  margin: number,
  said: ReadonlyMap<string, string>,
  pen: Pen,
): number {
  const line = lines[at] ?? { text: '', line: 1 }
  const text = setOut(line.text, margin)
  const known = property.exec(line.text)
  if ((known && forLogseq.test(known[1] ?? '')) || planning.test(line.text)) {
    pen.drop(line)
    return at
  }
  if (/^\s*:LOGBOOK:\s*$/.test(line.text)) {
    const end = endOfBlock(lines, at + 1, /^\s*:END:\s*$/, 100) ?? at
    for (const inside of lines.slice(at, end + 1)) pen.drop(inside)
    return end
  }
  const block = /^([ \t]*)(-[ \t]+)?#\+BEGIN_(\w+)[ \t]*(.*)$/i.exec(text)
  const end = block ? endOfBlock(lines, at + 1, new RegExp(`^\\s*#\\+END_${block[3]}\\s*$`, 'i')) : undefined
  if (block && end !== undefined) {
    const [, indent = '', marker = '', kind = '', rest = ''] = block
    const inner = indent + ' '.repeat(marker.length)
    const inside = lines.slice(at + 1, end).map((one) => ({ ...one, text: one.text.trim() }))
    const last = lines[end] ?? line
    if (/^(?:src|example)$/i.test(kind)) {
      pen.put(`${indent}${marker}\`\`\`${/^\S*/.exec(rest)?.[0] ?? ''}`, line)
      for (const one of lines.slice(at + 1, end)) pen.put(setOut(one.text, margin), one)
      pen.put(`${inner}\`\`\``, last)
    } else {
      const isBox = /^(?:note|tip|important|warning|caution)$/i.test(kind)
      pen.put(`${indent}${marker}>${isBox ? ` [!${boxKind(kind)}]` : ''}`, line)
      for (const one of inside) pen.put(`${inner}> ${inline(one.text, said)}`, one)
    }
    return end
  }
  const [, indent = '', words] = item.exec(text) ?? []
  if (words === undefined) pen.put(inline(text.replace(/^(\s*[A-Za-z][\w-]*)::(?=\s)/, '$1:'), said), line)
  else {
    const written = inline(words.replace(/^([A-Za-z][\w-]*)::(?=\s)/, '$1:'), said)
    const done = /^(?:DONE|CANCELL?ED)\s/.test(written)
    const task = state.test(written) ? `[${done ? 'x' : ' '}] ${written.replace(state, '')}` : written
    pen.put(`${indent}- ${task.replace(/^(\[[ x]\] )?\[#[A-C]\][ \t]*/, '$1')}`, line)
  }
  return at
}

/** What the items say that have a name. */
function blocksById(lines: readonly Line[]): ReadonlyMap<string, string> {
  const said = new Map<string, string>()
  let last = ''
  for (const { text } of lines) {
    const words = item.exec(text)?.[2]
    if (words !== undefined)
      last = words
        .replace(/^#{1,6}[ \t]+/, '')
        .replace(state, '')
        .replace(reference, '')
        .trim()
    const id = /^\s*id:: ([0-9a-f-]{30,50})\s*$/.exec(text)?.[1]
    if (id !== undefined) said.set(id, last)
  }
  return said
}

const inline = (text: string, said: ReadonlyMap<string, string>): string =>
  outsideCode(text, (piece) =>
    piece
      .replace(/\[([^[\]\n]{1,400})\]\(\(\([0-9a-f-]{30,50}\)\)\)/g, '$1')
      .replace(macro, (_, name: string, words: string) => macroOf(name, words.trim(), said))
      .replace(reference, (_, id: string) => said.get(id) ?? '')
      .replace(/\^\^(?=\S)([^\n^]{1,400}?)\^\^/g, '==$1==')
      .replace(/#\[\[([^[\]\n]{1,200})\]\]/g, '$1'),
  )

function macroOf(name: string, words: string, said: ReadonlyMap<string, string>): string {
  if (/^(?:video|youtube|twitter|tweet)$/.test(name)) return /^https?:/.test(words) ? `<${words}>` : words
  if (name === 'cloze') return words
  if (name !== 'embed') return ''
  const id = /\(\(([0-9a-f-]{30,50})\)\)/.exec(words)?.[1]
  return id === undefined ? words : (said.get(id) ?? '')
}
