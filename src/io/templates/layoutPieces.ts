/** A layout in Liquid → the pieces of its HTML that are filled in, and what Liquid in it could do that it may not. */
import { type Liquid, type Template, Tokenizer, TypeGuards } from 'liquidjs'
import { entriesOf, layoutSlots, type Slots, slotAt } from '../../render/layoutSlots.js'
import { nearest } from '../../settings/nearest.js'
import type { Piece } from '../../trust/markup.js'
import { lineStarts } from './fault.js'

export interface LayoutPieces {
  readonly pieces: readonly Piece[]
  readonly faults: readonly { readonly offset: number; readonly reason: string }[]
}

type Fault = LayoutPieces['faults'][number]

/** What decides, repeats and remembers. Others print without escaping, or read files. */
const KNOWN = [
  'if',
  'unless',
  'elsif',
  'else',
  'case',
  'when',
  'for',
  'break',
  'continue',
  'assign',
  'capture',
  'comment',
  'raw',
  '#',
]
const LEAVING = ['break', 'continue']
const OPENING = ['if', 'unless', 'case', 'for', 'capture', 'comment', 'raw']

/** @param templates what Liquid made of the text */
export function layoutPieces(text: string, liquid: Liquid, templates: Template[]): LayoutPieces {
  const faults: Fault[] = []
  const pieces: Piece[] = []
  const open: { readonly name: string; readonly number: number }[] = []
  let blocks = 0
  for (const token of topLevel(text, liquid)) {
    if (TypeGuards.isHTMLToken(token)) continue
    const place = { start: token.begin, end: token.end }
    if (!TypeGuards.isTagToken(token)) {
      const kind = kindOf(token.content)
      if (kind === undefined)
        faults.push({ offset: token.begin, reason: `\`raw\` is for what a slide brings: ${rawNames}` })
      else pieces.push({ ...place, kind })
      continue
    }
    const { name } = token
    const bare = name.replace(/^end/, '')
    if (!KNOWN.includes(bare))
      faults.push({ offset: token.begin, reason: `\`{% ${name} %}\` has no place in a layout` })
    if (OPENING.includes(name)) open.push({ name, number: blocks++ })
    // What leaves a loop leaves it from there.
    const around = LEAVING.includes(name) ? open.findLast((each) => each.name === 'for') : open.at(-1)
    if (LEAVING.includes(name) && around === undefined)
      faults.push({ offset: token.begin, reason: `\`{% ${name} %}\` is in no loop` })
    const isPart = !['assign', '#'].includes(name) && around !== undefined
    pieces.push({ ...place, kind: 'block', ...(isPart ? { block: around.number } : {}) })
    if (name !== bare) open.pop()
  }
  return { pieces: withTrims(text, liquid, pieces), faults: [...faults, ...nameFaults(text, liquid, templates)] }
}

const topLevel = (text: string, liquid: Liquid) => new Tokenizer(text).readTopLevelTokens(liquid.options)

const PRINTED = /^\s*([\w.]+)\s*(\|\s*raw\s*)?$/

/** @returns undefined where something is printed unescaped that is not ours */
function kindOf(content: string): Piece['kind'] | undefined {
  const [, name = '', raw] = PRINTED.exec(content) ?? []
  const slot = slotAt(name.split('.'))
  if (raw !== undefined) return slot === 'html' || slot === 'attributes' ? slot : undefined
  if (/\|\s*raw\b/.test(content)) return undefined
  if (name === 'level') return 'level'
  return slot === 'number' ? 'number' : 'text'
}

const rawNames = '`title`, `body`, `eyebrow`, `marks.…`, `bookmark`, `picture.style`, each with no other filter'

/** Blanks that `{%-` and `-%}` take away belong to the piece: what stands around them meets. */
function withTrims(text: string, liquid: Liquid, pieces: readonly Piece[]): readonly Piece[] {
  const trimmed = topLevel(text, liquid).flatMap((token) => {
    if (!TypeGuards.isHTMLToken(token)) return []
    return [
      { from: token.begin, to: token.begin + token.trimLeft },
      { from: token.end - token.trimRight, to: token.end },
    ]
  })
  return pieces.map((piece) => {
    const before = trimmed.find(({ from, to }) => to === piece.start && from < to)
    const behind = trimmed.find(({ from, to }) => from === piece.end && from < to)
    return { ...piece, start: before?.from ?? piece.start, end: behind?.to ?? piece.end }
  })
}

/** Names that nothing fills, and names of ours that the layout takes for its own. */
function nameFaults(text: string, liquid: Liquid, templates: Template[]): readonly Fault[] {
  const { globals, locals, variables } = liquid.analyzeSync(templates, { partials: false })
  const lines = lineStarts(text)
  const offsetOf = ({ row, col }: { row: number; col: number }): number => (lines[row - 1] ?? 0) + col - 1
  const loops = loopsIn(text, liquid)
  const taken = [...Object.keys(locals), ...loops.keys()].filter((name) => Object.hasOwn(layoutSlots, name))
  const faults: Fault[] = taken.map((name) => ({
    offset: 0,
    reason: `\`${name}\` is what a slide brings: choose another name`,
  }))
  for (const used of Object.values(globals).flat()) {
    const reason = unknownName(used.segments, layoutSlots, '')
    if (reason !== undefined) faults.push({ offset: offsetOf(used.location), reason })
  }
  for (const [name, entry] of loops) {
    for (const { segments, location } of entry === undefined ? [] : (variables[name] ?? [])) {
      const reason = unknownName(segments.slice(1), entry ?? {}, `${name}.`)
      if (segments.length > 1 && reason !== undefined) faults.push({ offset: offsetOf(location), reason })
    }
  }
  return faults
}

function unknownName(segments: readonly unknown[], slots: Slots, before: string): string | undefined {
  // A name that is chosen by another name is only known with a slide.
  const until = segments.findIndex((segment) => typeof segment !== 'string' && typeof segment !== 'number')
  const path = segments
    .slice(0, until < 0 ? undefined : until)
    .filter((segment) => typeof segment === 'string' || typeof segment === 'number')
  for (let length = 1; length <= path.length; length++) {
    if (slotAt(path.slice(0, length), slots) !== undefined) continue
    const around = length === 1 ? slots : slotAt(path.slice(0, length - 1), slots)
    const known = typeof around === 'object' ? Object.keys(around) : []
    const near = nearest(String(path[length - 1]), known)
    const hint = near === undefined ? '' : `: is it \`${before}${[...path.slice(0, length - 1), near].join('.')}\`?`
    return `nothing is called \`${before}${path.slice(0, length).join('.')}\`${hint}`
  }
  return undefined
}

/** Names of what is gone through → what each of its entries has, where that is known. */
function loopsIn(text: string, liquid: Liquid): ReadonlyMap<string, Slots | undefined> {
  const found = new Map<string, Slots | undefined>()
  for (const token of topLevel(text, liquid)) {
    if (!TypeGuards.isTagToken(token) || token.name !== 'for') continue
    const [, name = '', path = ''] = /^\s*([\w-]+)\s+in\s+([\w.]*)/.exec(token.args) ?? []
    const entry = entriesOf(path.split('.'))
    found.set(name, found.has(name) && found.get(name) !== entry ? undefined : entry)
  }
  return found
}
