/** Quarto's names of figures, tables and formulas (`{#fig-boat}`), and what refers to them (`@fig-boat`) → their numbers, and links to where they stand. */
import { findLanguage } from '../language.js'
import { headingLevel, isBlank, isRule, type Line, type Repair } from '../lines.js'
import { withoutCode } from '../speaker/tags.js'

type Kind = 'fig' | 'tbl' | 'eq'

/** What readers call them. */
const names: Readonly<Record<string, Readonly<Record<Kind, string>>>> = {
  'zh-Hans': { fig: '图', tbl: '表', eq: '式' },
  'zh-Hant': { fig: '圖', tbl: '表', eq: '式' },
  ja: { fig: '図', tbl: '表', eq: '式' },
  de: { fig: 'Abbildung', tbl: 'Tabelle', eq: 'Gleichung' },
  fr: { fig: 'Figure', tbl: 'Tableau', eq: 'Équation' },
  en: { fig: 'Figure', tbl: 'Table', eq: 'Equation' },
}

interface Named {
  /** As it is referred to: `Figure 1`. */
  readonly says: string
  readonly number: string
  /** What its slide is called; absent where no heading is above. */
  readonly anchor?: string
}

const label = /\{[^{}\n]{0,300}#((fig|tbl|eq)-[\w-]{1,80})[^{}\n]{0,300}\}/
const reference = /(?<![\w@\\])(\[?)(-?)@((?:fig|tbl|eq|sec)-[\w-]{0,80}\w)(\]?)/g
const numberIn = /^(?:图|圖|図|表|Figure|Fig\.?|Table|Abbildung|Tabelle)[ \t]*(\d{1,3}(?:[.-]\d{1,3})*)/i
const idOf = /#([A-Za-z][\w:.-]*)/

export const resolveReferences: Repair = (written) => {
  const wanted = referredTo(written)
  if (wanted.size === 0) return { lines: written, findings: [] }
  const lines = [...written]
  const say = names[languageOf(lines)] ?? names['en']
  const found = new Map<string, Named>()
  const counts = new Map<string, number>()
  let above: number | undefined
  for (const [index, line] of written.entries()) {
    if (line.isCode) continue
    const { text } = line
    if (headingLevel(text) > 0) {
      above = index
      const id = /\{[^{}\n]{0,300}#(sec-[\w-]{1,80})/.exec(text)?.[1]
      if (id !== undefined) found.set(id, { says: titleIn(text), number: titleIn(text), anchor: id })
      continue
    }
    if (isRule(text) && !line.verbatim) above = undefined
    const [braces = '', name = '', kind = ''] = label.exec(text) ?? []
    if (name === '' || say === undefined || (kind !== 'fig' && kind !== 'tbl' && kind !== 'eq') || found.has(name))
      continue
    const ownNumber = numberIn.exec(captionIn(text))?.[1]
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    const number = ownNumber ?? String(count)
    const anchor = above === undefined || !wanted.has(name) ? undefined : anchorAt(lines, above, name)
    const gap = /[\u3040-\u9fff]$/.test(say[kind]) ? '' : ' '
    found.set(name, { says: `${say[kind]}${gap}${number}`, number, ...(anchor === undefined ? {} : { anchor }) })
    if (ownNumber === undefined) numberAt(lines, index, { kind, braces, says: `${say[kind]}${gap}${number}`, number })
  }
  return { lines: lines.map((line) => (line.isCode ? line : referring(line, found))), findings: [] }
}

/** What nobody refers to needs no number. */
const referredTo = (lines: readonly Line[]): ReadonlySet<string> =>
  new Set(
    lines.flatMap(({ text, isCode }) =>
      !isCode && text.includes('@') && text.length <= 20_000
        ? [...withoutCode(text).matchAll(reference)].map(([, , , name = '']) => name)
        : [],
    ),
  )

const languageOf = (lines: readonly Line[]): string => {
  const text = lines
    .slice(0, 400)
    .map((line) => line.text)
    .join('\n')
  return findLanguage(text)
}

const titleIn = (text: string): string => text.replace(/^ {0,3}#+[ \t]*/, '').replace(/[ \t]*\{[^{}\n]*\}[ \t]*$/, '')

/** What is said of it on its line. */
const captionIn = (text: string): string =>
  /^!\[([^\]\n]*)\]/.exec(text)?.[1] ?? text.replace(/^ {0,3}(?:Table)?:[ \t]*/, '')

/** The name of the heading, which it is given where it has none. */
function anchorAt(lines: Line[], at: number, name: string): string | undefined {
  const line = lines[at]
  if (line === undefined) return undefined
  const braces = /\{([^{}\n]*)\}[ \t]*$/.exec(line.text)
  const own = idOf.exec(braces?.[1] ?? '')?.[1]
  if (own !== undefined) return own
  const text = braces ? line.text.replace(/\}[ \t]*$/, ` #${name}}`) : `${line.text.trimEnd()} {#${name}}`
  lines[at] = { ...line, text }
  return name
}

interface Numbering {
  readonly kind: Kind
  readonly braces: string
  readonly says: string
  readonly number: string
}

/** Its number stands in its caption, or behind the formula. */
function numberAt(lines: Line[], at: number, { kind, braces, says, number }: Numbering): void {
  const line = lines[at]
  if (line === undefined) return
  if (kind === 'eq') {
    const end = /^[ \t]*\$\$[ \t]*\{/.test(line.text) ? at - 1 : at
    const last = lines[end]
    if (last === undefined) return
    if (end < at) lines[end] = { ...last, text: `${last.text} \\tag{${number}}` }
    else lines[at] = { ...line, text: line.text.replace(/\$\$[ \t]*(?=\{[^{}]*\}[ \t]*$)/, ` \\tag{${number}}$$$$ `) }
    return
  }
  const text = line.text
  const opens = /^ {0,3}:{3,}/.test(text)
  const caption = opens ? captionOfBox(lines, at) : at
  const said = lines[caption]
  if (said === undefined) return
  if (opens) lines[caption] = { ...said, text: `${says}: ${said.text.trim()}` }
  else if (/^\s*!\[/.test(text))
    lines[at] = {
      ...line,
      text: text.replace(/!\[([^\]\n]*)\]/, (_, alt: string) => `![${alt === '' ? says : `${says}: ${alt}`}]`),
    }
  else
    lines[at] = {
      ...line,
      text: text.replace(braces, '').replace(/^( {0,3}(?:Table)?:[ \t]*)/, `$1${says}: `),
    }
}

/** The last paragraph in the box; -1 where a picture or nothing is last. */
function captionOfBox(lines: readonly Line[], at: number): number {
  let depth = 1
  let last = -1
  for (let index = at + 1; index < Math.min(lines.length, at + 200); index++) {
    const text = lines[index]?.text ?? ''
    if (/^ {0,3}:{3,}[ \t]*[\w{]/.test(text)) depth++
    else if (/^ {0,3}:{3,}[ \t]*$/.test(text) && --depth === 0) break
    if (!isBlank(text))
      last = /^\s*(?:!\[|\||:{3,}|`{3,}|~{3,}|[-*+] )/.test(text) || lines[index]?.verbatim ? -1 : index
  }
  return last
}

function referring(line: Line, found: ReadonlyMap<string, Named>): Line {
  if (!line.text.includes('@') || line.text.length > 20_000) return line
  let text = ''
  let from = 0
  for (const { 0: written, 1: open, 2: minus, 3: name = '', 4: close, index } of withoutCode(line.text).matchAll(
    reference,
  )) {
    const named = found.get(name)
    if (named === undefined) continue
    const isWhole = open !== '' && close !== ''
    const says = minus === '-' ? named.number : named.says
    const link = named.anchor === undefined ? says : `[${says}](#${named.anchor})`
    text += `${line.text.slice(from, index)}${isWhole ? '' : open}${link}${isWhole ? '' : close}`
    from = index + written.length
  }
  return from === 0 ? line : { ...line, text: text + line.text.slice(from) }
}
