/** A block of TOML, as Hugo's notes begin with → plain values with their lines; lines that can't be read become findings. */
import type { Finding } from '../model/finding.js'
import type { FrontValue } from '../model/notes.js'

type Scalar = string | number | boolean

/**
 * Reads `key = value` lines up to the first table: text, numbers, dates, and lists of them that stand on one line. What
 * is in tables (`[params]`) is for other tools.
 * @param inside the lines between the two `+++`
 * @param firstLine line of the notes (from 1) that they begin at
 */
export const readToml = (
  inside: readonly string[],
  firstLine: number,
): { readonly front: Readonly<Record<string, FrontValue>>; readonly findings: readonly Finding[] } => {
  const front: Record<string, FrontValue> = {}
  const findings: Finding[] = []
  for (const [index, written] of inside.entries()) {
    const content = written.slice(0, 2000).trim()
    if (content.startsWith('[')) break
    if (content === '' || content.startsWith('#')) continue
    const line = firstLine + index
    const entry = /^["']?([\p{L}\p{N}_-]{1,40})["']?\s*=\s*(\S.*)$/u.exec(content)
    const value = entry?.[2] === undefined ? undefined : readValue(entry[2])
    if (entry?.[1] !== undefined && value !== undefined) front[entry[1].toLowerCase()] = { value, line }
    else
      findings.push({
        code: 'front-matter-broken',
        place: { line },
        facts: { reason: 'not a line of the form `key = value`' },
      })
  }
  return { front, findings }
}

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
