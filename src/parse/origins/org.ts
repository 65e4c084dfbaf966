/** Org: stars are headings, `#+BEGIN_…` blocks are fences, quotes and boxes, drawers and planning say nothing to a reader. */
import type { Line } from '../lines.js'
import { boxKind, endOfBlock, type Origin, outsideCode, type Pen } from './origin.js'

const keyword = /^\s*#\+[A-Za-z_]+(?:\[[^\]]*\])?:(?:\s|$)/
const begin = /^(\s*)#\+begin_(\w+)[ \t]*(.*)$/i
const drawer = /^\s*:[A-Z][A-Z_-]*:\s*$/
const planning = /^\s*(?:SCHEDULED|DEADLINE|CLOSED|CLOCK):\s/
const star = /^(\*+)[ \t]+(\S.*)$/
const states = 'TODO|DONE|NEXT|WAITING|WAIT|HOLD|CANCELED|CANCELLED|STARTED|INPROGRESS|IN-PROGRESS|DOING|LATER|NOW'
const state = new RegExp(`^(?:${states})[ \\t]+(?=\\S)`)
const priority = /\[#[A-Z0-9]\][ \t]*/
const tags = /[ \t]+:(?:[\w@#%]+:)+[ \t]*$/u
const counter = /[ \t]*\[(?:\d*\/\d*|\d*%)\]/
const item = /^\s*(?:[-+]|\d+[.)])(?:\s|$)/
const hidden = /:(?:noexport|archive):/i

export const org: Origin = {
  name: 'Org',
  sign: /#\+|:END:/i,
  is: (texts) => {
    const said = texts.some((text) =>
      /^#\+(?:title|author|date|options|startup|filetags|begin_\w+|property|language|email|todo):?/i.test(text),
    )
    const filled = texts.some((text) => drawer.test(text)) && texts.some((text) => /^\s*:END:\s*$/i.test(text))
    const stars = texts.some((text) => star.test(text))
    return (
      (said &&
        !texts.some((text) => /^\s{0,3}#{1,6}\s+\S/.test(text) && !/^#\s/.test(text)) &&
        (stars || texts.some((text) => /^#\+title:/i.test(text)))) ||
      (filled && stars && texts.some((text) => /^\*\* /.test(text)))
    )
  },
  marks: [
    /^\s*#\+\w+.*$/,
    new RegExp(`(?<=^\\*+[ \\t]+)(?:${states})(?=[ \\t]+\\S)`),
    new RegExp(`(?<=^\\s*(?:[-+]|\\d+[.)])[ \\t]+)(?:${states})(?=[ \\t]+\\S)`),
    priority,
    /[ \t]+:(?:[\w@#%]+:)+[ \t]*$/u,
    counter,
    /\[\[[^[\]\n]{1,800}\]\[/,
    /\[\[[^[\]\n]{1,400}\.(?:png|jpe?g|gif|svg|webp|bmp|avif)\]\]/i,
    /\[fn:[\w-]*\]/,
  ],
  write: (lines, pen) => {
    let under = 0
    for (let at = 0; at < lines.length; at++) {
      const line = lines[at]
      if (line === undefined) break
      const stars = star.exec(line.text)
      if (stars !== null && (under === 0 || (stars[1]?.length ?? 0) <= under)) under = 0
      if (stars !== null && under === 0) {
        const depth = stars[1]?.length ?? 1
        if (hidden.test(line.text) || /^COMMENT(?:\s|$)/.test(stars[2] ?? '')) under = depth
        else {
          pen.put('', line)
          pen.put(`${'#'.repeat(Math.min(6, depth))} ${inline(titleOf(stars[2] ?? ''))}`, line)
          continue
        }
      }
      if (under > 0) pen.comment([line])
      else at = writeLine(lines, at, line, pen)
    }
  },
}

const titleOf = (text: string): string =>
  text.replace(state, '').replace(priority, '').replace(tags, '').replace(counter, '')

/** @returns the index of the last line that was written */
function writeLine(lines: readonly Line[], at: number, line: Line, pen: Pen): number {
  const { text } = line
  const block = begin.exec(text)
  if (block !== null) return writeBlock(lines, at, line, pen, block)
  if (drawer.test(text)) {
    const end = endOfBlock(lines, at + 1, /^\s*:END:\s*$/i, 200)
    if (end !== undefined) {
      for (const inside of lines.slice(at, end + 1)) pen.drop(inside)
      return end
    }
  }
  const caption = /^\s*#\+caption(?:\[[^\]]*\])?:\s*(.*)$/i.exec(text)?.[1]
  if (caption) pen.put(inline(caption), line)
  else if (keyword.test(text) || planning.test(text)) pen.drop(line)
  else if (/^\s*#(?:\s|$)/.test(text)) pen.comment([{ ...line, text: text.replace(/^\s*#\s?/, '') }])
  else if (/^\s*:(?:\s|$)/.test(text)) {
    let end = at
    while (/^\s*:(?:\s|$)/.test(lines[end + 1]?.text ?? '')) end++
    const inside = lines.slice(at, end + 1).map((one) => ({ ...one, text: one.text.replace(/^\s*:\s?/, '') }))
    pen.code('', inside, { first: line, last: inside.at(-1) ?? line })
    return end
  } else {
    // What stands at the margin is no part of the item above.
    const isApart =
      /^[^\s|]/.test(text) && !item.test(text) && /^\s*(?:[-+]|\d+[.)])\s|^\s+\S/.test(pen.lines.at(-1)?.text ?? '')
    if (isApart) pen.put('', line)
    pen.put(itemOf(inline(text)), line)
  }
  return at
}

function writeBlock(
  lines: readonly Line[],
  at: number,
  line: Line,
  pen: Pen,
  [, indent = '', name = '', words = '']: RegExpExecArray,
): number {
  const kind = name.toLowerCase()
  const end = endOfBlock(lines, at + 1, new RegExp(`^\\s*#\\+end_${name}\\s*$`, 'i'))
  if (end === undefined) {
    pen.drop(line)
    return at
  }
  const inside = lines.slice(at + 1, end)
  const last = lines[end] ?? line
  if (/^(?:src|example|export)$/.test(kind)) {
    const language = /^[\w+#-]+/.exec(words)?.[0] ?? ''
    const code = inside.map((one) => ({ ...one, text: one.text.replace(/^(\s*),(?=[*,]|#\+)/, '$1') }))
    pen.code(kind === 'src' ? language : '', code, { first: line, last, indent })
  } else if (kind === 'comment') pen.comment(inside)
  else if (/^(?:speaker_?)?notes$/.test(kind)) {
    // Org's own slides have them for the speaker.
    pen.put('', line)
    pen.put('::: notes', line)
    for (const one of inside) pen.put(itemOf(inline(one.text)), one)
    pen.put(':::', last)
    pen.put('', last)
  } else if (/^(?:center|verse|quote)$/.test(kind)) {
    pen.put('', line)
    for (const one of inside) pen.put(`${indent}> ${inline(one.text.trim())}${kind === 'verse' ? '  ' : ''}`, one)
    pen.put('', last)
  } else if (/^(?:note|tip|important|warning|caution|info)$/.test(kind)) {
    pen.put('', line)
    pen.put(`${indent}> [!${boxKind(kind)}]`, line)
    for (const one of inside) pen.put(`${indent}> ${inline(one.text.trim())}`, one)
    pen.put('', last)
  } else for (const one of inside) pen.put(inline(one.text), one)
  return end
}

/** `- TODO x`, `- term :: words`. */
function itemOf(text: string): string {
  const [, marker = '', rest = ''] = /^(\s*(?:[-+]|\d+[.)])[ \t]+)(.*)$/.exec(text) ?? []
  if (marker === '') return text
  const done = /^(?:DONE|CANCELL?ED)\s/.test(rest)
  if (state.test(rest)) return `${marker}[${done ? 'x' : ' '}] ${rest.replace(state, '')}`
  return marker + rest.replace(/^(\S.{0,80}?)[ \t]+::[ \t]+(?=\S)/, '**$1**: ')
}

const before = '(?<=^|[\\s("\'{（，。、：；\\-])'
const behind = '(?=$|[\\s.,;:!?\'")}\\]\\-（）。，、：；！？\\[])'
const mark = (sign: string): RegExp =>
  new RegExp(`${before}${sign}(?=\\S)([^\\n]{1,300}?)(?<=\\S)${sign}${behind}`, 'g')
const marks: readonly (readonly [sign: RegExp, change: string])[] = [
  [mark('\\*'), '**$1**'],
  [mark('/'), '*$1*'],
  [mark('\\+'), '~~$1~~'],
]
const pictureFile = /\.(?:png|jpe?g|gif|svg|webp|bmp|avif)$/i
const link = /\[\[([^[\]\n]{1,800})\](?:\[([^[\]\n]{1,400})\])?\]/g

/** What is marked in a line; a table's row keeps its bars. */
export function inline(text: string): string {
  const coded = text.replace(mark('[=~]'), (whole, words: string) => (/`/.test(whole) ? whole : `\`${words}\``))
  return outsideCode(coded, (piece) => {
    const linked: string[] = []
    const kept = piece
      .replace(link, (_, target: string, words?: string) => `\u0001${linked.push(linkOf(target, words)) - 1}\u0002`)
      .replace(/\[fn:([\w-]+)\](?=\s)/g, (whole, label: string, place: number) =>
        place === 0 ? `[^${label}]:` : whole,
      )
      .replace(/\[fn:([\w-]+)\]/g, '[^$1]')
      .replace(/<(\d{4}-\d{2}-\d{2}[^<>\n]{0,40})>/g, '$1')
      .replace(/\\\\[ \t]*$/, '  ')
      .replace(/(?<=\w)\*(?=\w)/g, '\\*')
    return marks
      .reduce((said, [sign, change]) => said.replace(sign, change), kept)
      .replace(/\u0001(\d+)\u0002/g, (_, index: string) => linked[Number(index)] ?? '')
  })
}

function linkOf(target: string, words: string | undefined): string {
  const address = target.replace(/^file:/, '')
  if (words === undefined && pictureFile.test(address)) return `![](<${address}>)`
  if (/^[*#]|^id:/.test(target)) return words ?? target.replace(/^[*#]/, '')
  return words === undefined ? `<${address}>` : `[${words}](<${address}>)`
}
