/** A block of TOML, as Hugo's notes begin with → plain values with their lines; lines that can't be read become findings. */
import type { Finding } from '../model/finding.js'
import type { FrontValue } from '../model/notes.js'

type Scalar = string | number | boolean

/**
 * Reads `key = value` up to the first table: text, numbers, dates, and lists of them, which may go on over lines. What is in
 * tables (`[params]`, `params.x = 1`, `{ … }`) is for other tools, but who gave the talk.
 * @param inside the lines between the two `+++`
 * @param firstLine line of the notes (from 1) that they begin at
 */
export const readToml = (
  inside: readonly string[],
  firstLine: number,
): { readonly front: Readonly<Record<string, FrontValue>>; readonly findings: readonly Finding[] } => {
  const front: Record<string, FrontValue> = {}
  const findings: Finding[] = []
  for (let index = 0; index < inside.length; index++) {
    const content = clean(inside[index])
    if (content.startsWith('[')) break
    if (content === '' || content.startsWith('#')) continue
    const line = firstLine + index
    const [, key = '', begun = ''] = /^["']?([\p{L}\p{N}_.-]{1,80})["']?\s*=\s*(\S.*)$/u.exec(content) ?? []
    const { text, more } = goingOn(begun, inside, index + 1)
    index += more
    if (key !== '' && (key.includes('.') || text.startsWith('{'))) continue
    const value = key === '' ? undefined : readValue(text)
    if (value !== undefined) front[key.toLowerCase()] = { value, line }
    else
      findings.push({
        code: 'front-matter-broken',
        place: { line },
        facts: { reason: 'not a line of the form `key = value`' },
      })
  }
  const people = peopleIn(inside)
  const [only = '', ...others] = people.names
  if (only !== '' && front['author'] === undefined)
    front['author'] = { value: others.length === 0 ? only : people.names, line: firstLine + people.at }
  return { front, findings }
}

/** Who gave the talk may stand in tables: `[author]`, `[[authors]]`, each with a name. */
function peopleIn(inside: readonly string[]): { readonly names: readonly string[]; readonly at: number } {
  const names: string[] = []
  let at = 0
  let isPerson = false
  for (const [index, line] of inside.entries()) {
    if (/^\s*\[/.test(line)) isPerson = /^\s*\[\[?\s*(?:params\.)?(?:authors?|speakers?)\s*\]/i.test(line)
    const name = isPerson ? /^\s*name\s*=\s*(\S.*)$/i.exec(clean(line))?.[1] : undefined
    const value = name === undefined ? undefined : readValue(name)
    if (typeof value !== 'string') continue
    if (names.length === 0) at = index
    names.push(value)
  }
  return { names, at }
}

const clean = (line = ''): string => line.slice(0, 2000).trim()

/** Lines of one value; nobody writes more. */
const LONGEST = 100

/** What begins with a bracket, or with three quotes, ends where that is closed; on its own line where it never is. */
function goingOn(
  begun: string,
  lines: readonly string[],
  from: number,
): { readonly text: string; readonly more: number } {
  const fence = /^(?:"""|''')/.exec(begun)?.[0]
  const isList = /^[[{]/.test(begun)
  let text = isList ? withoutRemark(begun) : begun
  let depth = isList ? bracketsIn(begun) : 0
  for (let more = 0; more <= LONGEST && from + more <= lines.length; more++) {
    if (fence !== undefined && text.slice(fence.length).includes(fence)) return { text: fenced(text, fence), more }
    if (fence === undefined && depth <= 0) return { text, more }
    const line = clean(lines[from + more])
    depth += isList ? bracketsIn(line) : 0
    text += isList ? ` ${withoutRemark(line)}` : `\n${line}`
  }
  return { text: begun, more: 0 }
}

const bracketsIn = (line: string): number => {
  const bare = withoutRemark(line).replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '')
  return bare.replace(/[^[{]/g, '').length - bare.replace(/[^\]}]/g, '').length
}

/** A `#` that stands in no text opens a remark. */
const withoutRemark = (line: string): string => /^(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^"'#])*/.exec(line)?.[0] ?? ''

const fenced = (text: string, fence: string): string =>
  `'${text.slice(3, text.indexOf(fence, 3)).trim().replace(/\s+/g, ' ').replaceAll("'", '’')}'`

const quoted = /^(?:"((?:[^"\\]|\\.)*)"|'([^']*)')/

const readValue = (written: string): FrontValue['value'] | undefined => {
  if (!written.startsWith('[')) return readScalar(written)
  const list: Scalar[] = []
  let rest = written.slice(1).trimStart()
  while (rest !== '' && !rest.startsWith(']')) {
    const item = quoted.exec(rest)?.[0] ?? /^[^,\]]+/.exec(rest)?.[0] ?? ''
    const value = readScalar(item)
    if (value === undefined) return undefined
    list.push(value)
    rest = rest.slice(item.length).replace(/^\s*,?\s*/, '')
  }
  return rest === '' ? undefined : list
}

/** Dates stay as written; a comment behind the value is none of it. */
const readScalar = (written: string): Scalar | undefined => {
  const text = quoted.exec(written)
  if (text !== null) return (text[1]?.replace(/\\(["\\])/g, '$1') ?? text[2]) || ''
  const bare = written.replace(/\s+#.*$/, '').trim()
  if (bare === 'true' || bare === 'false') return bare === 'true'
  if (!/^[\p{N}+-][\p{N}\p{L}:.+ _-]*$/u.test(bare)) return undefined
  return String(Number(bare)) === bare ? Number(bare) : bare
}
