/** Name, class and style of an element → whether what is in it stands side by side, and how wide it is. */
import type { Tag } from '../html/tags.js'
import type { Box, Breadth } from './box.js'

const columnsNames = /^(?:columns|cols|row|split|two-?col(?:umn)?s?)$/
const columnNames = /^(?:column|col|left|right)$/
const columnsClasses =
  /^(?:columns|cols|row|(?:two|three|four|multi)-?col(?:umn)?s?(?:-layout)?|(?:columns|cols)-?[2-4]|(?:columns?|cols?)-(?:container|wrapper|layout)|grid(?:-?cols-?\d)?|flex(?:-row|box)?|d-flex|split|side-by-side)$/
const columnClasses =
  /^(?:col|column|cell|half|left|right|pull-(?:left|right)|(?:left|right)-(?:col|column|half|side|pane|panel)|(?:col|column|side|split|box)-?(?:left|right|\d{1,2})|col-(?:xs|sm|md|lg|xl)-\d{1,2}|(?:one|two)-(?:half|third|thirds)|flex-\d|w-\d\/\d|flex-?item|grid-?item)$/

export function lookOf({ name, attributes }: Pick<Tag, 'name' | 'attributes'>): Box {
  const classes = (attributes.get('class') ?? attributes.get('classname') ?? '').toLowerCase().split(/\s+/)
  const style = (attributes.get('style') ?? '').toLowerCase()
  if (isStep(name, attributes, classes)) return { kind: 'steps', of: name === 'v-clicks' ? 'points' : 'whole' }
  if (name === 'split') return splitOf(attributes)
  if (name === 'grid') return gridOf(attributes)
  const isDown = /flex-direction\s*:\s*column/.test(style) || classes.includes('flex-col')
  const flows =
    /display\s*:\s*(?:inline-)?(?:flex|grid)/.test(style) || attributes.has('grid') || attributes.has('flex')
  if (!isDown && (flows || columnsNames.test(name) || classes.some((each) => columnsClasses.test(each))))
    return { kind: 'columns', ...tracksIn(style, classes) }
  if (columnNames.test(name) || classes.some((each) => columnClasses.test(each)) || isSide(style))
    return { kind: 'column', ...breadthOf(style, classes, attributes.get('width')), ...leftmost(name, classes) }
  return { kind: 'plain', ...breadthOf(style, classes) }
}

/** What is called left begins a row. */
const leftmost = (name: string, classes: readonly string[]): Pick<Breadth, 'isFirst'> =>
  [name, ...classes].some((each) => /^(?:pull-|split-)?left(?:-|$)/.test(each)) ? { isFirst: true } : {}

function breadthOf(style: string, classes: readonly string[], asked?: string): Breadth {
  const share = shareIn(/(?:^|[;\s-])width\s*:\s*([^;]+)/.exec(style)?.[1] ?? '') ?? shareIn(asked ?? '')
  const basis = shareIn(/flex(?:-basis)?\s*:\s*(?:[\d.]+\s+){0,2}([\d.]+%)/.exec(style)?.[1] ?? '')
  const twelfths = Number(
    classes.map((each) => /^col-(?:\w\w-)?(\d{1,2})$/.exec(each)?.[1]).find(Boolean) ?? Number.NaN,
  )
  const width = share ?? basis ?? (twelfths > 0 && twelfths < 12 ? twelfths / 12 : fractionIn(classes))
  const parts = Number(/flex(?:-grow)?\s*:\s*([\d.]+)/.exec(style)?.[1] ?? Number.NaN)
  return width !== undefined ? { width } : parts > 0 ? { parts } : {}
}

const isStep = (name: string, attributes: Tag['attributes'], classes: readonly string[]): boolean =>
  name === 'v-click' || name === 'v-clicks' || attributes.has('v-click') || classes.includes('fragment')

/** A part of the width on one side of it. */
const isSide = (style: string): boolean =>
  /float\s*:\s*(?:left|right)/.test(style) ||
  (/(?:^|[;\s])width\s*:\s*[\d.]+%/.test(style) && /inline-block|table-cell|vertical-align/.test(style)) ||
  /(?:^|[;\s])flex\s*:\s*[\d.]/.test(style)

/** `even`, or `left="2" right="1"`. */
function splitOf(attributes: Tag['attributes']): Box {
  const [left, right] = [Number(attributes.get('left')), Number(attributes.get('right'))]
  const wrap = Number(attributes.get('wrap'))
  return {
    kind: 'columns',
    each: true,
    ...(left > 0 && right > 0 ? { parts: [left, right] } : {}),
    ...(wrap > 1 ? { across: wrap } : {}),
  }
}

/** Placed by `drop="5 10"` (or `drop="left"`), as wide as `drag="60 55"` says. */
function gridOf(attributes: Tag['attributes']): Box {
  const share = Number(attributes.get('drag')?.trim().split(/\s+/)[0]) / 100
  const [x = '', y] = (attributes.get('drop') ?? '').trim().split(/\s+/)
  const row = y ?? /^(?:top|bottom)/.exec(x)?.[0] ?? 'middle'
  return { kind: 'column', row, ...(share > 0 && share < 1 ? { width: share } : {}) }
}

/** `grid-template-columns: 1fr 2fr`, `grid-cols-2`, `grid-cols-[1fr,40%]`. */
function tracksIn(
  style: string,
  classes: readonly string[],
): { readonly parts?: readonly number[]; readonly across?: number } {
  const asked = /grid-template(?:-columns)?\s*:\s*([^;]+)/.exec(style)?.[1] ?? ''
  const bracket = classes.map((each) => /^grid-cols-\[(.+)\]$/.exec(each)?.[1]).find(Boolean) ?? ''
  const written = (asked || bracket.replace(/[,_]/g, ' ')).trim()
  const repeated =
    /^repeat\(\s*([2-6])/.exec(written)?.[1] ?? classes.map((each) => /cols?-([2-6])$/.exec(each)?.[1]).find(Boolean)
  if (repeated) return { across: Number(repeated) }
  const tracks = written.split(/\s+/).map((track) => Number(/^([\d.]+)(?:fr|%)$/.exec(track)?.[1] ?? Number.NaN))
  return tracks.length > 1 && tracks.every((track) => track > 0) ? { parts: tracks, across: tracks.length } : {}
}

function fractionIn(classes: readonly string[]): number | undefined {
  const named = new Map([
    ['one-third', 1 / 3],
    ['two-thirds', 2 / 3],
  ])
  for (const each of classes) {
    const [, over, under] = /^w-(\d)\/(\d)$/.exec(each) ?? []
    const share = named.get(each) ?? Number(over) / Number(under)
    if (share > 0 && share < 1) return share
  }
  return undefined
}

/** `40%` as a share of 1. */
export function shareIn(text: string): number | undefined {
  const share = Number(/^"?([\d.]+)%/.exec(text.trim())?.[1] ?? Number.NaN) / 100
  return share > 0 && share < 1 ? share : undefined
}
