/** `{layout=quote .steps}` behind a heading → attributes, off the text. */
import type { Inline } from '../../model/notes.js'
import { plainText } from '../../model/text.js'
import { attributesIn } from '../attributeList.js'
import { trimmed } from '../textLines.js'

/** What one slide may ask for (plan/headingWish.ts); some of it as Quarto has it. */
const known = new Set([
  'layout',
  'background',
  'background-color',
  'background-image',
  'left',
  'right',
  'share',
  'visibility',
])
/** Classes that ask for something: any other is for the look that another tool gives it. */
const obeyed = new Map([
  ['steps', 'steps'],
  ['incremental', 'steps'],
  ['small', 'small'],
  ['smaller', 'small'],
  ['hidden', 'hidden'],
])

interface Attributed {
  readonly inlines: readonly Inline[]
  readonly attributes?: Readonly<Record<string, string>>
  /** Names that nothing knows. */
  readonly unknown: readonly string[]
}

/** Reads braces at the heading's end when everything in them is `name=value`, `#id` or `.class`; else they are text. */
export const readAttributes = (written: readonly Inline[]): Attributed => {
  const whole = withoutBareLinks(written)
  const inlines = whole ?? written
  const last = inlines.at(-1)
  const match =
    last?.kind === 'text' && last.text.includes('{') ? /\s*\{([^{}]{1,400})\}\s*$/.exec(last.text.slice(-420)) : null
  if (last?.kind !== 'text' || match === null) return { inlines: written, unknown: [] }
  const { classes, id, values, words } = attributesIn(match[1] ?? '')
  if (words.some((word) => word !== 'hidden')) return { inlines: written, unknown: [] }
  const attributes: Record<string, string> = {}
  const unknown: string[] = []
  // What links within the notes lead to (plan/anchors.ts).
  if (id !== undefined) attributes['id'] = id
  for (const [name, value] of values) {
    if (known.has(name)) attributes[name] = value
    else unknown.push(name)
  }
  for (const name of [...classes, ...words]) {
    const mark = obeyed.get(name)
    if (mark !== undefined) attributes[mark] = mark === 'steps' ? 'points' : 'yes'
  }
  const text = last.text.slice(0, last.text.length - match[0].length)
  const kept = trimmed([...inlines.slice(0, -1), { kind: 'text', text }])
  return { inlines: kept, ...(Object.keys(attributes).length > 0 ? { attributes } : {}), unknown }
}

/** An address in braces is no link, though it is one anywhere else: `{background=https://…}`. */
function withoutBareLinks(inlines: readonly Inline[]): readonly Inline[] | undefined {
  const last = inlines.at(-1)
  const text = last?.kind === 'text' ? last.text : inlines.length > 1 ? '' : undefined
  if (text === undefined || !/^[^{}]*\}?\s*$/.test(text)) return undefined
  const from = inlines.findLastIndex((one) => one.kind === 'text' && /\{[^{}]*$/.test(one.text))
  const inside = inlines.slice(from)
  if (from < 0 || inside.length < 2 || !inside.every((one) => one.kind === 'text' || isBare(one))) return undefined
  return [...inlines.slice(0, from), { kind: 'text', text: plainText(inside) }]
}

const isBare = (inline: Inline): boolean =>
  inline.kind === 'link' && /^https?:/.test(inline.href) && plainText(inline.children) === inline.href
