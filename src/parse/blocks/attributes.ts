/** `{layout=quote .steps}` behind a heading → attributes, off the text. */
import type { Inline } from '../../model/notes.js'
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
/** Words that need no value. */
const alone = new Map([
  ['.steps', 'steps'],
  ['.incremental', 'steps'],
  ['.small', 'small'],
  ['.smaller', 'small'],
  ['.hidden', 'hidden'],
  ['hidden', 'hidden'],
])

const attribute = /^(?:#[^\s#{}="'<>]+|\.[\w-]+|[\w-]+=(?:"[^"]*"|'[^']*'|[^"'\s]*))$/

interface Attributed {
  readonly inlines: readonly Inline[]
  readonly attributes?: Readonly<Record<string, string>>
  /** Names that nothing knows. */
  readonly unknown: readonly string[]
}

/** Reads braces at the heading's end when everything in them is `name=value`, `#id` or `.class`; else they are text. */
export const readAttributes = (inlines: readonly Inline[]): Attributed => {
  const last = inlines.at(-1)
  const match =
    last?.kind === 'text' && last.text.includes('{') ? /\s*\{([^{}]{1,400})\}\s*$/.exec(last.text.slice(-420)) : null
  if (last?.kind !== 'text' || match === null) return { inlines, unknown: [] }
  const words = (match[1] ?? '').trim().match(/[\w-]+=(?:"[^"]*"|'[^']*')|\S+/g) ?? []
  if (!words.every((word) => alone.has(word) || attribute.test(word))) return { inlines, unknown: [] }
  const attributes: Record<string, string> = {}
  const unknown: string[] = []
  for (const word of words) {
    const [, name = word, value = ''] = /^([^=]*)=(.*)$/.exec(word) ?? []
    const mark = alone.get(word)
    // What links within the notes lead to (plan/anchors.ts).
    if (word.startsWith('#')) attributes['id'] = word.slice(1)
    else if (mark !== undefined) attributes[mark] = mark === 'steps' ? 'points' : 'yes'
    else if (known.has(name.toLowerCase())) attributes[name.toLowerCase()] = value.replace(/["']/g, '')
    // A class is for the look that another tool gives it.
    else if (!word.startsWith('.')) unknown.push(name)
  }
  const text = last.text.slice(0, last.text.length - match[0].length)
  const kept = trimmed([...inlines.slice(0, -1), { kind: 'text', text }])
  return { inlines: kept, ...(Object.keys(attributes).length > 0 ? { attributes } : {}), unknown }
}
