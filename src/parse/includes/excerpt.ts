/** The text of a file → the part of it that somebody asks for: a section, some lines, or what stands between two marks. */
import type { Placed } from './ask.js'

export type Part =
  | { readonly kind: 'section'; readonly heading: string }
  /** First and last lines, from 1. */
  | { readonly kind: 'lines'; readonly ranges: readonly (readonly [from: number, to: number])[] }
  | { readonly kind: 'named'; readonly name: string }

/** @returns undefined where there is no such part */
export function excerpt(text: string, part?: Part): readonly Placed[] | undefined {
  const lines = text.split('\n').map((text, index): Placed => ({ text, line: index + 1 }))
  const found = part === undefined ? lines : partOf(lines, part)
  return found.length === 0 ? undefined : found
}

function partOf(lines: readonly Placed[], part: Part): readonly Placed[] {
  switch (part.kind) {
    case 'lines':
      // Each of them once: a line of notes could ask for a whole file thirty times.
      return lines.filter(({ line }) => part.ranges.some(([from, to]) => from <= line && line <= to))
    case 'named':
      return between(lines, part.name)
    case 'section':
      return part.heading.startsWith('^') ? blockOf(lines, part.heading) : section(lines, part.heading)
  }
}

/** `2`, `4-6`, `4..6`, `7-` */
export function rangesIn(text: string): readonly (readonly [number, number])[] {
  return text.split(/[,;]/).flatMap((piece): readonly (readonly [number, number])[] => {
    const [, from = '', dash, to = ''] = /^\s*(\d{0,6})\s*(?:(-|\.\.)\s*(-?\d{0,6}))?\s*$/.exec(piece) ?? []
    if (from === '' && to === '') return []
    const last = dash === undefined ? Number(from) : to === '' || Number(to) < 0 ? Number.POSITIVE_INFINITY : Number(to)
    return [[Number(from) || 1, last]]
  })
}

/** Obsidian leaves marks and capitals out when it compares. */
const compared = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s#|^:%[\]*_`]+/g, ' ')
    .trim()

const levelOf = (text: string): number => /^(#{1,6}|\*{1,8}|={1,6})[ \t]/.exec(text)?.[1]?.length ?? 0

/** From its heading to the next one that is no deeper: `Part#Section` is the section in that part. */
function section(lines: readonly Placed[], heading: string): readonly Placed[] {
  let within = lines
  for (const name of heading
    .split('#')
    .map(compared)
    .filter((each) => each !== '')) {
    const at = within.findIndex(
      ({ text }) => levelOf(text) > 0 && compared(text.replace(/^[#*=]+/, '').replace(/[#\s]+$/, '')) === name,
    )
    if (at < 0) return []
    const level = levelOf(within[at]?.text ?? '')
    const end = within.findIndex(({ text }, index) => index > at && levelOf(text) > 0 && levelOf(text) <= level)
    within = within.slice(at, end < 0 ? undefined : end)
  }
  return within
}

/** The paragraph or item that ends with this name. */
function blockOf(lines: readonly Placed[], name: string): readonly Placed[] {
  const at = lines.findIndex(({ text }) => text.trimEnd().endsWith(name))
  if (at < 0) return []
  let first = at
  const starts = /^\s*(?:[-*+]|\d{1,9}[.)])\s/
  while (first > 0 && !starts.test(lines[first]?.text ?? '') && (lines[first - 1]?.text ?? '').trim() !== '') first--
  return lines
    .slice(first, at + 1)
    .map((line) => ({ ...line, text: line.text.trimEnd().endsWith(name) ? line.text.replace(name, '') : line.text }))
}

/** `tag::a[]` … `end::a[]`, `ANCHOR: a` … `ANCHOR_END: a`, `#region a` … `#endregion`, `--8<-- [start:a]` … `[end:a]`. */
function between(lines: readonly Placed[], name: string): readonly Placed[] {
  const begins = [`tag::${name}[`, `ANCHOR: ${name}`, `#region ${name}`, `[start:${name}]`]
  const ends = [`end::${name}[`, `ANCHOR_END: ${name}`, '#endregion', `[end:${name}]`]
  const at = lines.findIndex(({ text }) => begins.some((mark) => text.trimEnd().includes(mark)))
  if (at < 0) return []
  const end = lines.findIndex(({ text }, index) => index > at && ends.some((mark) => text.includes(mark)))
  return lines.slice(at + 1, end < 0 ? undefined : end)
}
