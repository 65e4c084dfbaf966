/** `{.class #id style="color:red"}`, which says to another tool how the words before it look → the line without it. */
import { withoutCode } from './speaker/tags.js'

const value = String.raw`(?:"[^"\n{}]{0,200}"|'[^'\n{}]{0,200}'|[^\s"'{}]{1,200})`
/** Names that HTML has: `{a=1}` is text. */
const names = String.raw`(?:style|class|id|lang|dir|title|target|rel|role|width|height|color|cls|custom-style|loading|fig-[a-z]{1,20}|tbl-[a-z]{1,20}|data-[\w-]{1,60}|aria-[\w-]{1,60})`
const word = String.raw`(?:[.#][A-Za-z_][\w:-]{0,80}|${names}=${value})`
const braces = new RegExp(String.raw`\{:?[ \t]*${word}(?:[ \t]+${word}){0,12}[ \t]*\}`, 'g')
/** Pandoc's way to say that code is in the language of some output. */
const raw = /(?<=`)\{=[a-z]\w{0,20}\}/g
/** Quarto's names of what is referred to elsewhere. */
const reference = /^\{#(?:eq|fig|tbl|sec|lst|thm|lem|def|exm)[-:]/
/** What Talkback itself obeys there (blocks/steps.ts). */
const own = /(?:^|[\s{])\.(?:steps|incremental|fragment)(?![\w-])/

const picture = /(?:!\[[^[\]\n]{0,400}\]\([^()\n]{0,800}\)|!\[\[[^[\]\n]{1,400}\]\]|<img\b[^<>\n]{0,800}>)[ \t]?$/
const marked =
  /(?:\]\([^()\n]{0,800}\)|\]\[[^[\]\n]{0,200}\]|<https?:[^<>\s]{1,400}>|[^\s\\](?:\*{1,3}|_{1,3}|==|~~)|[^\s{}$%\\]\$)$/
/** Characters before the braces that are looked at. */
const reach = 1300

export const mayHaveAttributes = (text: string): boolean => /\{(?::?[ \t]*[.#a-z]|=[a-z])/.test(text)

export interface WithoutAttributes {
  readonly text: string
  readonly dropped: readonly string[]
}

/**
 * Behind code, links, emphasis and formulas; at the end of a line, or as all of it. In the middle of prose `{.name}` is text.
 * @param above the line above: alone in a line, they may say how large the picture there is
 */
export function withoutAttributes(text: string, above = ''): WithoutAttributes {
  if (!mayHaveAttributes(text) || text.length > 20_000) return { text, dropped: [] }
  const masked = withoutCode(text)
  const dropped: string[] = []
  let said = ''
  let from = 0
  const found = [...masked.matchAll(braces), ...text.matchAll(raw)].sort((one, other) => one.index - other.index)
  for (const { 0: written, index } of found) {
    const before = text.slice(Math.max(0, index - reach), index)
    const behind = masked.slice(index + written.length)
    if (index < from || own.test(written) || picture.test(before)) continue
    const isAlone = /^[\s>]*$/.test(before) && behind.trim() === ''
    if (isAlone ? picture.test(above) : !isSign(written, masked, index, before, behind)) continue
    dropped.push(written)
    said += text.slice(from, index)
    from = index + written.length
    if (/^[ \t]*(?:$|[.,;:!?|])/.test(behind)) said = said.trimEnd()
  }
  return { text: said + text.slice(from), dropped }
}

function isSign(written: string, masked: string, index: number, before: string, behind: string): boolean {
  const last = before.at(-1) ?? ''
  if (last === '`') return masked.charAt(index - 1) === 'x'
  if (/[\\${%]/.test(last) && !marked.test(before)) return false
  if (marked.test(before) || reference.test(written)) return true
  // At the end of what is said, `[^x]: {.a}` and `key: {.b}` not among it.
  return /^[ \t]*(?:$|\|)/.test(behind) && /[^\s:=(|][ \t]+$/.test(before)
}
