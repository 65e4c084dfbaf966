/** Marks that say something to the tool the notes come from (Obsidian, HackMD, Notion, Feishu, Kramdown) → what they mean, or nothing. */

import type { Finding } from '../../model/finding.js'
import { once } from '../../model/once.js'
import { asComment, isBlank, type Line, type Repair } from '../lines.js'
import { outsideCode } from '../origins/origin.js'
import { propertiesOf } from './pageProperties.js'
import { readToolFences } from './toolFences.js'

/** A line that has none of these is nobody's mark. */
const signs = /[\^{}<＊＞\\]|::|\(\(|\[(?:name|time|color)=/

export const feishuTag =
  /<\/?(?:text_tag|mention_user|mention_doc|chat_card|sheet|bitable|lark-[a-z]+|undefined)(?:\s[^<>\n]{0,300})?\/?>/g

/** In a line, outside of code. */
const marks = once((): readonly (readonly [sign: RegExp, mark: RegExp, instead: string])[] => [
  // Obsidian: the name of a block, `words ^abc123`; a power has no space before it, and a number is none.
  [/\^/, /(?:^|[ \t])\^(?=[\w-]*[A-Za-z])[A-Za-z0-9-]{3,40}[ \t]*$/, ''],
  // Obsidian and Logseq: `key:: value` at the beginning, `[key:: value]` within a line.
  [/::/, /^(\s*(?:[-*+][ \t]+|>[ \t]*)*[\p{L}][\p{L}\p{N} _-]{0,30})::(?=[ \t]+\S)/u, '$1:'],
  [/::/, /[[(]([\p{L}][\p{L}\p{N} _-]{0,30}):: ?([^[\]()\n]{1,200})[\])](?!\()/gu, '$1: $2'],
  // HackMD: who wrote a remark, and when.
  [/\[name=/, /\[name=([^[\]\n]{1,80})\]/g, '**$1**'],
  [/\[time=/, /[ \t]*\[time=([^[\]\n]{1,80})\]/g, ' · $1'],
  [/\[color=/, /[ \t]*\[color=[^[\]\n]{1,80}\]/g, ''],
  // Feishu: tags that HTML has no names for.
  [/</, feishuTag, ''],
  // Evernote's box before something to do.
  [/</, /^(\s*)<en-todo(?:\s+checked="false")?\s*\/?>(?:<\/en-todo>)?[ \t]*/, '$1- [ ] '],
  [/</, /^(\s*)<en-todo\s+checked="true"\s*\/?>(?:<\/en-todo>)?[ \t]*/, '$1- [x] '],
  [/</, /<en-todo(\s+checked)="true"\s*\/?>(?:<\/en-todo>)?[ \t]*/g, '<input type="checkbox"$1> '],
  [/</, /<en-todo\b[^<>]{0,40}>(?:<\/en-todo>)?[ \t]*/g, '<input type="checkbox"> '],
  // Kramdown: what it is told in between.
  [/\{/, /\{:\/?(?:comment|nomarkdown|options)?\s*\/?\}|\{::(?:nomarkdown|options)[^{}\n]{0,200}\}/g, ''],
  // Jekyll: where the site is.
  [/\{/, /(\]\([ \t]*)\{\{-?[ \t]*site\.(?:base)?url[ \t]*-?\}\}/g, '$1'],
  // Roam: what is to be done, and what is marked.
  [/\{\{/, /^(\s*(?:[-*+][ \t]+)?)\{\{(?:\[\[)?TODO(?:\]\])?\}\}[ \t]*/, '$1[ ] '],
  [/\{\{/, /^(\s*(?:[-*+][ \t]+)?)\{\{(?:\[\[)?DONE(?:\]\])?\}\}[ \t]*/, '$1[x] '],
  [/\^\^/, /\^\^(?=\S)([^^\n]{1,300}?)(?<=\S)\^\^/g, '==$1=='],
  // SiYuan: names of blocks, what refers to one, and blocks side by side.
  [/\{/, /^(\s*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?)\{:[ \t]*(?:id|updated)="[^{}\n]{1,300}\}/, '$1'],
  [/\(\(/, /\(\(\d{14}-[a-z\d]{7} ['"]([^'"\n]{1,300})['"]\)\)/g, '$1'],
  [/\{\{\{|\}\}\}/, /^[ \t]*(?:\{\{\{(?:row|col)|\}\}\})[ \t]*$/, ''],
  // As Chinese keyboards give them.
  [/＊/, /＊＊(?=\S)([^＊\n]{1,400}?)＊＊/g, '**$1**'],
  [/＞/, /^([ \t]*)＞[ \t]*/, '$1> '],
])

export const readToolMarks: Repair = (lines) => {
  const fenced = readToolFences(lines)
  const properties = propertiesOf(fenced.lines)
  const isFeishu = fenced.lines.some(({ text, verbatim }) => !verbatim && text.startsWith('<') && feishu.test(text))
  const told: number[] = []
  const mended: Line[] = []
  for (const [at, line] of fenced.lines.entries()) {
    const { text } = line
    if (line.verbatim && !line.isRow) mended.push(line)
    else if (properties.has(at)) mended.push({ ...line, text: asComment(text) })
    else if (text.includes('#####') && tagLine.test(text)) {
      told.push(line.line)
      mended.push({ ...line, text: '' })
    } else if (signs.test(text)) {
      const said = outsideCode(isFeishu ? unescaped(text) : text, changed)
      // An item of its own, where Markdown would take it for more of the HTML above.
      const above = mended.at(-1)
      if (/^\s*<en-todo/.test(text) && above && !isBlank(above.text) && !/^\s*- \[/.test(above.text))
        mended.push({ text: '', line: line.line })
      mended.push(said === text ? line : { ...line, text: said })
    } else mended.push(line)
  }
  const [first] = told
  const findings: readonly Finding[] =
    first === undefined
      ? []
      : [{ code: 'comment-dropped', place: { line: first }, facts: { tool: 'tags', lines: told } }]
  return { lines: mended, findings: [...fenced.findings, ...findings] }
}

const changed = (piece: string): string =>
  marks().reduce((said, [sign, mark, instead]) => (sign.test(said) ? said.replace(mark, instead) : said), piece)

const feishu = /^<(?:callout|grid|column|image\s+token|table\s+header|text_tag)\b/
/** What Feishu escapes was typed as a point. */
const unescaped = (text: string): string =>
  text.replace(/^(\s*)\\([-*+])(?=[ \t])/, '$1$2').replace(/^(\s*\d{1,3})\\\.(?=[ \t])/, '$1.')

/** HackMD's `###### tags: …`. */
const tagLine = /^ {0,3}#{5,6}[ \t]+tags?[:：].{0,400}$/i
