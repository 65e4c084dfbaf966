/** AsciiDoc: `= Title`, `== Section`, blocks between rows of one sign, `NOTE: words`. */
import type { Line } from '../lines.js'
import { boxKind, type Origin, outsideCode, type Pen } from './origin.js'

const heading = /^(={1,6})[ \t]+(\S.*?)(?:[ \t]+=+)?[ \t]*$/
const attribute = /^:!?[\w-]+!?:(?:[ \t].*)?$/
const style = /^\[(?!\[)[^\]\n]*\][ \t]*$/
const anchor = /^\[\[[^\]\n]+\]\][ \t]*$/
const box = /^(NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+(\S.*)$/
const delimiter = /^(?:-{4,}|\.{4,}|={4,}|_{4,}|\*{4,}|\/{4,}|\+{4,}|--|\|===)[ \t]*$/

export const asciiDoc: Origin = {
  name: 'AsciiDoc',
  sign: /^=/m,
  is: (texts) => {
    const heads = texts.filter((text) => heading.test(text))
    const isClosed = heads.filter((text) => /\s=+[ \t]*$/.test(text)).length > 1
    const sign = texts.some(
      (text) =>
        attribute.test(text) ||
        box.test(text) ||
        /^\[(?:source|quote|NOTE|TIP|WARNING|cols)\b|^(?:image|include)::|^\|===\s*$/.test(text),
    )
    const isTitled = /^=[ \t]/.test(
      texts.find((text) => text.trim() !== '' && !attribute.test(text) && !text.startsWith('//')) ?? '',
    )
    return !isClosed && heads.length > 1 && (sign || isTitled) && !texts.some((text) => /^#{1,6} \S/.test(text))
  },
  marks: [
    /^(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)(?=:[ \t])/,
    /^:!?[\w-]+!?:.*$/,
    /^\[(?!\[)[^\]\n]*\][ \t]*$/,
    /^\[\[[^\]\n]+\]\][ \t]*$/,
    /\[\[[^\]\n]+\]\]/,
    /(?:image|video)::?[^[\s]+(?=\[)/,
    /\b(?:link|xref|https?):[^[\s]+(?=\[[^\]])/,
    /<<[^<>,\n]{1,200},(?=[^<>]+>>)/,
  ],
  write: (lines, pen) => {
    let style_ = ''
    for (let at = 0; at < lines.length; at++) {
      const line = lines[at]
      if (line === undefined) break
      const { text } = line
      const [, signs = '', title = ''] = heading.exec(text) ?? []
      const [, kind = '', words = ''] = box.exec(text) ?? []
      if (signs !== '') {
        pen.put('', line)
        pen.put(`${'#'.repeat(signs.length)} ${inline(title)}`, line)
        pen.put('', line)
      } else if (style.test(text)) {
        style_ = text.trim().slice(1, -1)
        pen.drop(line)
        continue
      } else if (attribute.test(text) || anchor.test(text) || /^(?:<<<|include::.*)[ \t]*$/.test(text)) pen.drop(line)
      else if (/^\/\/(?!\/)/.test(text)) pen.comment([{ ...line, text: text.slice(2) }])
      else if (kind !== '') {
        pen.put(`> [!${boxKind(kind)}]`, line)
        pen.put(`> ${inline(words)}`, line)
      } else if (delimiter.test(text)) at = writeBlock(lines, at, style_, pen)
      else if (/^'{3,}[ \t]*$/.test(text)) pen.put('---', line)
      else if (/^\+[ \t]*$/.test(text)) pen.put('', line)
      else if (/^\.(?![\s.])\S.*$/.test(text)) pen.put(`**${inline(text.slice(1).trim())}**`, line)
      else pen.put(itemOf(text), line)
      style_ = ''
    }
  },
}

function writeBlock(lines: readonly Line[], at: number, style_: string, pen: Pen): number {
  const first = lines[at] ?? { text: '', line: 1 }
  const sign = first.text.trim()
  let end = at + 1
  while (end < lines.length && lines[end]?.text.trim() !== sign) end++
  if (end === lines.length) {
    pen.put('', first)
    return at
  }
  const inside = lines.slice(at + 1, end)
  const last = lines[end] ?? first
  const kind = /^(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)/.exec(style_)?.[0]
  if (/^[-.+]{4}/.test(sign)) pen.code(/^source,?\s*([\w+#-]*)/.exec(style_)?.[1] ?? '', inside, { first, last })
  else if (sign.startsWith('//')) pen.comment(inside)
  else if (sign === '|===') writeTable(inside, pen)
  else if (/^[_*]/.test(sign) || kind !== undefined) {
    pen.put(kind === undefined ? '' : `> [!${boxKind(kind)}]`, first)
    for (const line of inside) pen.put(`> ${itemOf(line.text)}`, line)
    const by = /^quote,\s*(.+)$/.exec(style_)?.[1]
    pen.put(by === undefined ? '' : `> — ${by}`, last)
  } else for (const line of inside) pen.put(itemOf(line.text), line)
  return end
}

/** The first line has all cells of its row; further ones one or all each. */
function writeTable(lines: readonly Line[], pen: Pen): void {
  const cells: { text: string; line: Line }[] = []
  let width = 0
  for (const line of lines) {
    if (line.text.trim() === '') continue
    const texts = line.text.trim().split(/(?<!\\)(?:[.\d+]*[<^>aehlmsd]?)\|/)
    const [before = '', ...own] = texts
    const last = cells.at(-1)
    if (before.trim() !== '' && last) last.text += ` ${before.trim()}`
    for (const text of own) cells.push({ text: inline(text.trim()), line })
    width ||= own.length
  }
  if (width === 0) return
  for (let at = 0; at < cells.length; at += width) {
    const row = cells.slice(at, at + width)
    const line = row[0]?.line ?? cells[0]?.line
    if (line === undefined) continue
    if (at === 0) pen.put('', line)
    pen.put(`| ${Array.from({ length: width }, (_, column) => row[column]?.text ?? '').join(' | ')} |`, line)
    if (at === 0) pen.put(`|${' --- |'.repeat(width)}`, line)
  }
}

function itemOf(text: string): string {
  const [, signs = '', words = ''] = /^\s*(\*{1,5}|\.{1,5}|-)[ \t]+(\S.*)$/.exec(text) ?? []
  if (signs === '')
    return inline(text.replace(/^(\S.{0,80}?)::[ \t]+(?=\S)/, '**$1**: ')).replace(/[ \t]\+[ \t]*$/, '  ')
  return `${'   '.repeat(signs.length - 1)}${signs.startsWith('.') ? '1.' : '-'} ${inline(words)}`
}

const inline = (text: string): string =>
  outsideCode(text, (piece) =>
    piece
      .replace(
        /image::?([^[\s]{1,400})\[([^\]\n]{0,400})\]/g,
        (_, file: string, words: string) => `![${words.split(',')[0]?.replace(/^"|"$/g, '')}](${file})`,
      )
      .replace(/(?:link|xref):([^[\s]{1,800})\[([^\]\n]{1,400})\]/g, '[$2]($1)')
      .replace(/(https?:[^[\s]{1,800})\[([^\]\n]{1,400})\]/g, '[$2]($1)')
      .replace(/<<[^<>,\n]{1,200},[ \t]*([^<>\n]{1,200})>>/g, '$1')
      .replace(/<<([^<>,\n]{1,200})>>/g, '$1')
      .replace(/\[\[[^\]\n]{1,200}\]\]/g, '')
      .replace(/(?<=^|[\s(])\*(?=\S)([^*\n]{1,300}?)(?<=\S)\*(?=$|[\s.,;:)])/g, '**$1**'),
  )
