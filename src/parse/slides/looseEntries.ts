/** Lines of `key: value`, as comments and heads of slides have them → what each says; as loose as the tools that read them. */

import { dedented } from '../lines.js'

/** Keys as they are written, values without quotes. */
export type Entries = ReadonlyMap<string, string>

const entry = /^([A-Za-z_$][\w$-]{0,60})[ \t]*:(?:[ \t]+(.*?))?[ \t]*$/

/** @returns undefined where a line is neither an entry nor belongs to one: then it is text */
export function looseEntries(lines: readonly string[]): Entries | undefined {
  const entries = new Map<string, string>()
  let last: string | undefined
  for (const line of dedented(lines)) {
    if (/^\s*(?:#.*)?$/.test(line)) continue
    const found = line.length > 2000 ? null : entry.exec(line)
    if (found?.[1] !== undefined) {
      last = found[1]
      const value = unquoted(found[2] ?? '')
      entries.set(last, /^[|>][+-]?$/.test(value) ? '' : value)
    } else if (last !== undefined && /^(?:\s|- )/.test(line)) {
      entries.set(last, `${entries.get(last) ?? ''} ${line.trim()}`.trim())
    } else return undefined
  }
  return entries.size === 0 ? undefined : entries
}

const unquoted = (value: string): string => value.trim().replace(/^(["'])(.*)\1$/, '$2')

/** `a="x" b='y' c=z .d #e` → the values by their names; classes are gathered under `class`. */
export function readAttributeList(text: string): Entries {
  const found = new Map<string, string>()
  const pattern = /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))|\.([\w-]+)|(#?[\w-]+)/g
  for (const [, name, double, single, bare, className, alone] of text.slice(0, 2000).matchAll(pattern)) {
    if (name !== undefined) found.set(name.toLowerCase(), double ?? single ?? bare ?? '')
    else if (className !== undefined) found.set('class', `${found.get('class') ?? ''} ${className}`.trim())
    else if (alone !== undefined && !alone.startsWith('#')) found.set(alone.toLowerCase(), 'true')
  }
  return found
}

/** `url('a.png')`, `url(a.png)`; undefined for gradients and the like. */
export const urlIn = (value: string): string | undefined =>
  /^url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"]*))\s*\)/i
    .exec(value.trim())
    ?.slice(1)
    .find((part) => part !== undefined)
    ?.trim()
