/** A line that begins a block or goes on in one → the same, so that its beginning is not read as a heading, list, rule or table. */
import { isRule } from '../../parse/lines.js'
import { isDirective } from '../../parse/repairs/indents.js'
import { readMarker } from '../../parse/repairs/markers.js'
import { byNumber } from './escape.js'

/** Where a line stands: on its own, right behind a list marker, or behind the sign of a quote. */
export type LinePlace = 'page' | 'item' | 'quote'

// Headings, quotes, bullets, underlines of headings, definitions, the row under a table's head, callouts, comments, boxes.
const blockStart =
  /^(?:#|>|[-+](?:\s|$)|(?:=+|-+)\s*$|[:~](?:\s|$)|\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$|\[![a-z]+\]|%%|\{:toc\}|:::|::[a-z]+::|\.[\w.-]+\[|\[\.column\]|(?:---|===)[ \t]*[a-z])/i

/** @param line Markdown without indent, its inline signs escaped */
export function protectLine(line: string, place: LinePlace): string {
  // Emphasis: a star of the text has its backslash already.
  if (line.startsWith('*')) return line
  const numbered = /^(\d{1,9})([.)])(?=\s|$)/.exec(line)
  if (numbered !== null) return `${numbered[1]}\\${line.slice(numbered[1]?.length)}`
  if (blockStart.test(line) || isRule(line) || isDirective(line)) return `\\${line}`
  if (line.startsWith('＃')) return `${byNumber('＃')}${line.slice(1)}`
  // Other markers than CommonMark's are only read where a line begins.
  return place === 'page' && readMarker(line) !== undefined ? protectMarker(line) : line
}

/** `-x`, `a. x`, `1、x`, `① x`: a backslash works before signs of ASCII only. */
function protectMarker(line: string): string {
  const [, word = '', sign = ''] = /^([\da-z]*)(.)/iu.exec(line) ?? []
  const rest = line.slice(word.length + sign.length)
  return `${word}${/^[!-~]$/.test(sign) ? `\\${sign}` : byNumber(sign)}${rest}`
}
