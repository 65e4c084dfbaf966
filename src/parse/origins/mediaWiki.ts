/** MediaWiki: `== Title ==`, `'''bold'''`, `# one` for numbers, `{| … |}` for tables. */
import type { Line } from '../lines.js'
import { endOfBlock, type Origin, outsideCode, type Pen } from './origin.js'

const heading = /^(={1,6})[ \t]*([^=\s](?:.*[^=\s])?)[ \t]*\1[ \t]*$/
const listItem = /^([*#:;]+)[ \t]*(\S.*)$/

export const mediaWiki: Origin = {
  name: 'MediaWiki',
  sign: /^=/m,
  is: (texts) =>
    texts.filter((text) => heading.test(text) && !/^=[^=]/.test(text)).length > 1 &&
    !texts.some((text) => /^#{2,6} \S/.test(text) && !/^#+ [^#]*#*$/.test(text)),
  marks: [
    /^\{\|.*$/,
    /^\|\}.*$/,
    /^\|-.*$/,
    /\[\[(?:File|Image|Category|文件|分类)[:：][^[\]]*\]\]/i,
    /__(?:NO)?(?:TOC|EDITSECTION)__/,
    /\[\[[^[\]|\n]{1,300}\|(?=[^[\]]+\]\])/,
    /\[https?:[^\s\]]+(?=\s)/,
    /\{\{[^{}\n]{0,400}\}\}/,
    /^[|!]\s*(?:style|class|colspan|rowspan|align|width)=[^|\n]*\|(?!\|)/,
  ],
  write: (lines, pen) => {
    for (let at = 0; at < lines.length; at++) {
      const line = lines[at]
      if (line === undefined) break
      const { text } = line
      const [, signs = '', title = ''] = heading.exec(text) ?? []
      const code = /^\s*<(?:source|syntaxhighlight|pre)(?:[^<>]*\blang="?([\w+#-]+)"?)?[^<>]*>\s*$/i.exec(text)
      const end = code ? endOfBlock(lines, at + 1, /^\s*<\/(?:source|syntaxhighlight|pre)>\s*$/i) : undefined
      const tableEnd = /^\s*\{\|/.test(text) ? endOfBlock(lines, at + 1, /^\s*\|\}/) : undefined
      if (signs !== '') {
        pen.put('', line)
        pen.put(`${'#'.repeat(signs.length)} ${inline(title)}`, line)
      } else if (code && end !== undefined) {
        pen.code(code[1] ?? '', lines.slice(at + 1, end), { first: line, last: lines[end] ?? line })
        at = end
      } else if (tableEnd !== undefined) {
        writeTable(lines.slice(at + 1, tableEnd), pen)
        at = tableEnd
      } else if (/^\s*(?:__(?:NO)?(?:TOC|EDITSECTION)__|\[\[(?:Category|分类)[:：][^[\]]*\]\])\s*$/i.test(text))
        pen.drop(line)
      else pen.put(itemOf(inline(text)), line)
    }
  },
}

function itemOf(text: string): string {
  const [, signs = '', words = ''] = listItem.exec(text) ?? []
  if (signs === '' || /^\*{2}\S.*\*{2}/.test(text)) return text
  const margin = '   '.repeat(signs.length - 1)
  const last = signs.at(-1)
  if (last === ';') return `${margin}**${words}**`
  return last === ':' ? `${margin}${words}` : `${margin}${last === '#' ? '1.' : '-'} ${words}`
}

const inline = (text: string): string =>
  outsideCode(text, (piece) =>
    piece
      .replace(/'''''(?=\S)([^\n]{1,400}?)'''''/g, '***$1***')
      .replace(/'''(?=\S)([^\n]{1,400}?)'''/g, '**$1**')
      .replace(/''(?=\S)([^\n]{1,400}?)''/g, '*$1*')
      .replace(
        /\[\[(?:File|Image|文件)[:：]([^[\]|\n]{1,200})(?:\|[^[\]\n]*?)??(?:\|([^[\]|\n]*))?\]\]/gi,
        (_, file: string, words = '') => `![${words}](<${file}>)`,
      )
      .replace(/\[\[(?:Category|分类)[:：][^[\]\n]*\]\]/gi, '')
      .replace(/\[(https?:[^\s\]]{1,800})[ \t]+([^\]\n]{1,400})\]/g, '[$2]($1)')
      .replace(/<ref[^<>]*>([^<>\n]{1,600})<\/ref>/g, '^[$1]')
      .replace(/<\/?nowiki>/g, '')
      .replace(/\{\{[^{}\n]{0,400}\}\}/g, ''),
  )

/** Its attributes say how it looks; those of a cell stand before a bar of their own. */
function writeTable(lines: readonly Line[], pen: Pen): void {
  const rows: { cells: string[]; line: Line; isHead: boolean }[] = []
  let row: (typeof rows)[number] | undefined
  if (lines[0]) pen.put('', lines[0])
  for (const line of lines) {
    const text = line.text.trim()
    if (text.startsWith('|+')) pen.put(inline(text.slice(2).trim()), line)
    else if (text.startsWith('|-')) row = undefined
    else if (/^[|!]/.test(text)) {
      if (row === undefined) {
        row = { cells: [], line, isHead: text.startsWith('!') }
        rows.push(row)
      }
      for (const cell of text.slice(1).split(/\|\||!!/))
        row.cells.push(cell.replace(/^[^|[\]]*="[^|]*\|(?!\|)/, '').trim())
    } else if (row) row.cells.push(`${row.cells.pop() ?? ''} ${text}`.trim())
  }
  const [first, ...others] = rows
  if (first === undefined) return
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const written = (cells: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, at) => inline(cells[at] ?? '').replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`
  pen.put('', first.line)
  pen.put(written(first.isHead ? first.cells : []), first.line)
  pen.put(`|${' --- |'.repeat(width)}`, first.line)
  for (const { cells, line } of first.isHead ? others : rows) pen.put(written(cells), line)
  pen.put('', rows.at(-1)?.line ?? first.line)
}
