/** A stretch of emphasis and what stands around it → the signs that mark it, such that every reader of Markdown takes them so. */
import type { Inline, MarkKind } from '../../model/notes.js'
import { isUnprintable } from './escape.js'

export type Emphasis = Extract<MarkKind, 'strong' | 'em' | 'strike'>

export interface Marks {
  readonly open: string
  readonly close: string
}

const signs = { strong: '**', em: '*', strike: '~~' } as const
const tags = { strong: 'strong', em: 'em', strike: 'del' } as const

interface Around {
  /** The character before and the one after, '' at either end. */
  readonly before: string
  readonly after: string
  /** What it stands in. */
  readonly within: readonly Inline['kind'][]
}

/**
 * Signs work beside words where CommonMark's rules of flanking say so, and they must not touch others of their kind; where
 * they don't work, HTML does: `<strong>重点。</strong>后面`.
 */
export function marksOf(kind: Emphasis, children: readonly Inline[], around: Around): Marks {
  const first = firstCharacter(children[0])
  const last = lastCharacter(children.at(-1))
  const edges = [children[0], children.at(-1)]
  const sign = signs[kind]
  const alike = around.within.includes(kind) || edges.some((edge) => edge?.kind === kind)
  if (!alike && !(kind === 'em' && edges.some((edge) => edge?.kind === 'strong'))) {
    const touching = [around.before, around.after, first, last].some((character) => character === sign[0])
    if (!touching && flanks(first, around.before) && flanks(last, around.after)) return { open: sign, close: sign }
  }
  const isWord = [first, last].every((character) => character === '*' || !isSpaceOrSign(character))
  const isSetOff = [around.before, around.after].every((character) => character !== '_' && isSpaceOrSign(character))
  if (kind === 'em' && !alike && isWord && isSetOff) return { open: '_', close: '_' }
  return { open: `<${tags[kind]}>`, close: `</${tags[kind]}>` }
}

/** @param inner the character inside the signs, @param outer the one outside of them */
const flanks = (inner: string, outer: string): boolean =>
  inner !== '' && !/\s/.test(inner) && (!/[\p{P}\p{S}]/u.test(inner) || isSpaceOrSign(outer))

const isSpaceOrSign = (character: string): boolean => character === '' || /[\s\p{P}!-/:-@[-`{-~]/u.test(character)

const html = ['<', '>'] as const
/** Pieces of a slide's layout have no signs. */
const none = ['', ''] as const
const ends: Readonly<Record<Exclude<Inline['kind'], 'text'>, readonly [first: string, last: string]>> = {
  code: ['`', '`'],
  math: ['$', '$'],
  break: html,
  strong: ['*', '*'],
  em: ['_', '_'],
  strike: ['~', '~'],
  sup: html,
  sub: html,
  kbd: html,
  mark: html,
  insert: html,
  small: html,
  step: html,
  lead: none,
  unit: none,
  between: none,
  rest: none,
  abbreviation: html,
  ruby: html,
  link: ['[', ')'],
  image: ['!', ')'],
  footnote: ['[', ']'],
}

/** What an inline will begin with, as far as it matters to emphasis. */
export function firstCharacter(inline: Inline | undefined): string {
  if (inline === undefined) return ''
  if (inline.kind === 'text') return asWritten([...inline.text.slice(0, 2)][0])
  return ends[inline.kind][0]
}

export function lastCharacter(inline: Inline | undefined): string {
  if (inline === undefined) return ''
  if (inline.kind === 'text') return asWritten([...inline.text.slice(-2)].at(-1))
  return ends[inline.kind][1]
}

/** A character that is written by its number begins and ends with signs. */
const asWritten = (character = ''): string => (isUnprintable(character) ? ';' : character)
