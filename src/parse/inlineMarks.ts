/** Text → the mark that begins at a place in it, in the signs of Pandoc, PHP Markdown, HackMD and CriticMarkup: `x^2^`, `H~2~O`, `++new++`. */

import { once } from '../model/once.js'
import { emojiNamed } from './emoji.js'

export type SignedMark = 'sup' | 'sub' | 's' | 'ins' | 'mark' | 'step'

export interface MarkFound {
  readonly kind: SignedMark
  /** What is marked. */
  readonly from: number
  readonly to: number
  /** Right behind its last sign. */
  readonly end: number
}

/** Nobody marks more. */
const longest = 400

/** What may stand between signs: no space at either end. */
const power = /^\^([^\s^]{1,40})\^(?!\^)/
/** Nobody raises a face: `^_^`, `^o^`. */
const face = /^[\W_oOvVwW0]+$/
const index = /^~([A-Za-z\d]{1,4})~(?!~)/
const struck = once(() => /^~(?![\s~/])([^~\n]{1,400}?)(?<![\s~])~(?![~\p{L}\p{N}])/u)
const inserted = /^\+\+(?![\s+])((?:(?!\+\+)[^\n]){1,400})(?<!\s)\+\+(?![+\w])/
const marked = /^==(?![=\s])([^=\n]{1,400})(?<!\s)==(?![=\w])/

export function markAt(text: string, at: number, until: number): MarkFound | undefined {
  const rest = text.slice(at, Math.min(until, at + longest + 4))
  const before = text.charAt(at - 1)
  switch (text[at]) {
    case '^':
      return isRaised(rest, before) ? found('sup', at, 1, power.exec(rest)) : undefined
    case '~':
      if (rest[1] === '~') return undefined
      return isLowered(rest, before) ? found('sub', at, 1, index.exec(rest)) : struckAt(rest, before, at)
    case '+':
      // `C++`, `i++ + j++`
      return /[\w+]/.test(before) ? undefined : found('ins', at, 2, inserted.exec(rest))
    case '=':
      // `if (a==b && c==d)`
      return /[\w=)\]]/.test(before) ? undefined : found('mark', at, 2, marked.exec(rest))
    default:
      return undefined
  }
}

function found(kind: SignedMark, at: number, signs: number, match: RegExpExecArray | null): MarkFound | undefined {
  if (match === null) return undefined
  const end = at + match[0].length
  return { kind, from: at + signs, to: end - signs, end }
}

/** It stands on something: `10^6^`; after Chinese it is a number, as faces stand there too. */
function isRaised(rest: string, before: string): boolean {
  const raised = power.exec(rest)?.[1] ?? ''
  if (raised === '' || raised.startsWith('[') || face.test(raised)) return false
  return /[\w)\]}'"*`>]/.test(before) || (/[^\0-\u2e7f]/.test(before) && /^[-+−]?\d+$/.test(raised))
}

/** `H~2~O`; a range of letters, `A~B~C`, is none. */
function isLowered(rest: string, before: string): boolean {
  const lowered = index.exec(rest)
  if (lowered === null || !/[A-Za-z\u0370-\u03ff)]/.test(before)) return false
  return !(/^[A-Z]+$/.test(before + lowered[1]) && /[A-Z]/.test(rest.charAt(lowered[0].length)))
}

/** GitHub strikes between single signs too; in Chinese they stand for «to», and at the end of what is said in a friendly voice. */
function struckAt(rest: string, before: string, at: number): MarkFound | undefined {
  if (before !== '' && !/[\s(（[【「“"'*_>|,，.。:：;；、]/.test(before)) return undefined
  return found('s', at, 1, struck().exec(rest))
}

/** Stands in braces around what appears by itself: no notes hold it by then. */
export const STEP = '\ue010'

/** CriticMarkup: `{++new++}`, `{--old--}`, `{==this==}`, `{~~old~>new~~}`. */
const critic =
  /^\{(?:\+\+([^\n]{1,400}?)\+\+|--([^\n]{1,400}?)--|==([^\n]{1,400}?)==|\ue010\ue010([^\n]{1,400}?)\ue010\ue010)\}/
const exchanged = /^\{~~([^\n~]{0,200}?)~>([^\n~]{0,200}?)~~\}/

export interface Edit {
  readonly marks: readonly MarkFound[]
  readonly end: number
}

export function editAt(text: string, at: number, until: number): Edit | undefined {
  const rest = text.slice(at, Math.min(until, at + longest + 10))
  const match = critic.exec(rest)
  if (match) {
    const kind: SignedMark =
      match[1] !== undefined ? 'ins' : match[2] !== undefined ? 's' : match[3] !== undefined ? 'mark' : 'step'
    const end = at + match[0].length
    return { marks: [{ kind, from: at + 3, to: end - 3, end }], end }
  }
  const [whole, old = '', fresh = ''] = exchanged.exec(rest) ?? []
  if (whole === undefined) return undefined
  const end = at + whole.length
  const middle = at + 3 + old.length
  const marks: readonly MarkFound[] = [
    { kind: 's', from: at + 3, to: middle, end: middle },
    { kind: 'ins', from: middle + 2, to: middle + 2 + fresh.length, end },
  ]
  return { marks: marks.filter(({ from, to }) => to > from), end }
}

/** HackMD's `{汉字|hànzì}`. */
const reading = /^\{([\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]{1,12})\|([^{}|\n\d]{1,60})\}/

export interface ReadingFound {
  readonly base: string
  readonly reading: string
  readonly end: number
}

export function readingAt(text: string, at: number): ReadingFound | undefined {
  const [whole, base, said] = reading.exec(text.slice(at, at + 80)) ?? []
  if (whole === undefined || base === undefined || said === undefined) return undefined
  return { base, reading: said.trim(), end: at + whole.length }
}

const shortcode = /^:([a-z\d_+-]{1,40}):(?![\w:])/

/** @returns nothing for `10:30:45`, `a:b:c`, and for names that nobody knows */
export function emojiAt(text: string, at: number): { readonly emoji: string; readonly end: number } | undefined {
  const [whole, name] = shortcode.exec(text.slice(at, at + 44)) ?? []
  if (whole === undefined || name === undefined || /[A-Za-z\d:]/.test(text.charAt(at - 1))) return undefined
  const emoji = emojiNamed(name)
  return emoji === undefined ? undefined : { emoji, end: at + whole.length }
}
