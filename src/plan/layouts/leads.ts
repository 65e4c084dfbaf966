/** Items that begin with what they are about, `**Platform**: runs the clusters`, `地点：上海`, `Ann Lee, CTO @ Acme` → where that ends,
 * and what is said of it. */
import { displayWidth, plainText } from '../../model/text.js'
import type { Line, Pieces } from './pieces.js'

export interface Led {
  readonly lead: string
  readonly rest: string
  readonly pieces: Pieces
  readonly kind: 'bold' | 'label' | 'person'
}

/** Columns of half-width letters: what is longer is no name of something, but a clause. */
const widestLead = 28

const between = /^\s*(?:[:：]|[—–-]{1,2}(?=\s))\s*/
const labelled = /^(?<lead>[^:：，。；！？!?;]{1,28})(?<between>[:：]\s*)(?!\/\/)(?<rest>\S.*)$/su

/** @returns undefined for an item without a lead, or with nothing behind it */
const ledBy = (line: Line): Led | undefined => boldLead(line) ?? labelledLead(line) ?? person(line)

/** @returns undefined where one of them has no lead, or leads of another kind */
export function allLed(lines: readonly Line[]): readonly Led[] | undefined {
  const led = lines.flatMap((line) => ledBy(line) ?? [])
  return led.length === lines.length && isOfOneKind(led) ? led : undefined
}

/** A talk between people, or questions and answers, says no names of things. */
const isOfOneKind = (led: readonly Led[]): boolean =>
  led.every(({ kind }) => kind === led[0]?.kind) &&
  new Set(led.map(({ lead }) => lead.trim().toLowerCase())).size === led.length &&
  !led.some(({ lead }) => asks.test(lead))

const asks = /^\s*(?:Q|question|问|问题|提问)\s*\d*\s*$/i

function boldLead({ inlines, text }: Line): Led | undefined {
  const [first] = inlines
  if (first?.kind !== 'strong') return undefined
  const bold = plainText([first])
  const lead = bold.replace(/\s*[:：]\s*$/, '')
  const gap = between.exec(text.slice(lead.length))?.[0] ?? /^\s*/.exec(text.slice(lead.length))?.[0] ?? ''
  const rest = text.slice(lead.length + gap.length)
  if (lead.trim() === '' || rest === '' || displayWidth(lead) > widestLead * 2) return undefined
  if (lead === bold && !isApart(bold, gap, rest)) return undefined
  return { lead, rest, kind: 'bold', pieces: piecesAt(lead.length, lead.length + gap.length, text.length) }
}

/** Bold words that the sentence goes on from are no name of it: `**Never** deploy on Fridays`. */
const isApart = (bold: string, gap: string, rest: string): boolean =>
  gap.trim() !== '' || /[.。!！?？]$/.test(bold) || (gap !== '' && !/^[\p{Ll}\d]/u.test(rest))

/** `name, role @ firm`. */
function person({ text }: Line): Led | undefined {
  const found = someone.exec(text)?.groups
  if (!found) return undefined
  const { lead = '', between: gap = '', rest = '' } = found
  return { lead, rest, kind: 'person', pieces: piecesAt(lead.length, lead.length + gap.length, text.length) }
}

const someone =
  /^(?<lead>\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,3}|\p{Script=Han}{2,4})(?<between>(?:[,，]|\s[-–—|])\s*)(?<rest>[^@]{2,40}\s?(?:@\s?\S|\sat\s\p{Lu}).*)$/u

function labelledLead({ text }: Line): Led | undefined {
  const found = labelled.exec(text)?.groups
  if (!found) return undefined
  const { lead = '', between: gap = '', rest = '' } = found
  if (displayWidth(lead) > widestLead || isTime(lead, gap, rest)) return undefined
  return { lead, rest, kind: 'label', pieces: piecesAt(lead.length, lead.length + gap.length, text.length) }
}

/** `10:30`, `3:1`. */
const isTime = (lead: string, gap: string, rest: string): boolean => gap === ':' && /\d$/.test(lead) && /^\d/.test(rest)

const piecesAt = (lead: number, gap: number, end: number): Pieces => [
  ['lead', lead],
  ['between', gap],
  ['rest', end],
]
