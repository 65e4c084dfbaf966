/** Inline content of the page → runs of text in one style, with white space as the page shows it. */
import type { Link, Run, RunStyle } from '../../model/parts.js'
import { familyNames } from './familyNames.js'
import { formulaOf } from './formulas.js'
import { px } from './place.js'
import type { Here, Scene } from './scene.js'

/** An element within a line that is no text: a picture, a drawing. */
export type TakeObject = (element: Element, here: Here) => void

interface Above {
  readonly underline: boolean
  readonly strike: boolean
  readonly raised: boolean
  readonly lowered: boolean
  readonly ground: string | undefined
}

/**
 * @param nodes siblings, all of them inline
 * @param take is given what is no text; a gap of its width is left for it
 * @param lastShown the last place of text that is not cut off, if something is
 */
export function runsOf(
  nodes: readonly Node[],
  scene: Scene,
  here: Here,
  take: TakeObject,
  lastShown?: { readonly node: Text; readonly offset: number },
): readonly Run[] {
  const runs: Run[] = []
  let ended = false
  const add = (text: string, style: RunStyle): void => {
    const before = runs.at(-1)
    if (text === '') return
    if (before && !before.formula && sameStyle(before, style))
      runs[runs.length - 1] = { ...before, text: before.text + text }
    else runs.push({ ...style, text })
  }
  const visit = (node: Node, above: Above): void => {
    if (ended) return
    if (node instanceof Text) {
      const parent = node.parentElement
      if (!parent) return
      const style = styleOf(parent, scene, here, above)
      const cut = lastShown?.node === node
      const text = cut ? `${node.data.slice(0, lastShown.offset).trimEnd()}…` : node.data
      if (style) add(isKept(parent) ? text : text.replace(/[ \t\n\r\f]+/g, ' '), style)
      ended = cut
      return
    }
    if (!(node instanceof Element)) return
    const style = getComputedStyle(node)
    if (style.display === 'none' || node.localName === 'wbr') return
    const parent = node.parentElement ?? node
    if (node.localName === 'br') {
      const own = styleOf(parent, scene, here, above)
      if (own) add('\n', own)
      return
    }
    if (node.localName === 'rt') {
      // No program sets it above the characters.
      const own = styleOf(parent, scene, here, above)
      if (own) add(`(${node.textContent ?? ''})`, own)
      return
    }
    const formula = node.matches('.formula') ? formulaOf(node) : undefined
    if (formula) {
      const own = styleOf(node, scene, here, above)
      if (own) runs.push({ ...own, ...formula })
      return
    }
    if (isObject(node, style)) {
      take(node, here)
      const own = styleOf(parent, scene, here, above)
      if (own) add(gapOf(node, own.size), own)
      return
    }
    const below = belowOf(above, style)
    addWritten(node, '::before', below)
    for (const child of node.childNodes) visit(child, below)
    addWritten(node, '::after', below)
  }
  const addWritten = (element: Element, place: '::before' | '::after', above: Above): void => {
    const text = writtenText(element, place)
    const style = text === '' ? undefined : styleOf(element, scene, here, above)
    if (style) add(text, style)
  }
  const [first] = nodes
  const block = first?.parentElement
  const top = { underline: false, strike: false, raised: false, lowered: false, ground: undefined }
  const own = block ? decorationOf(top, getComputedStyle(block)) : top
  for (const node of nodes) visit(node, own)
  return tidy(runs)
}

/** Text that a style sheet writes within the line; counters stay with lists. */
function writtenText(element: Element, place: '::before' | '::after'): string {
  const { content, position } = getComputedStyle(element, place)
  if (position === 'absolute' || !content.startsWith('"')) return ''
  return content.slice(1, content.lastIndexOf('"')).replace(/\\(.)/g, '$1')
}

const OBJECTS = 'img, svg, math, canvas, video, iframe, object, embed'

/** What a line holds that is no text; something turned or set as a box in the line is drawn as a whole. */
export const isObject = (element: Element, { transform }: CSSStyleDeclaration): boolean =>
  element.matches(OBJECTS) || transform !== 'none'

/** A gap for a picture in the line; a space that breaks no line is about a quarter of the type's size. */
const gapOf = (element: Element, size: number): string =>
  '\u00a0'.repeat(Math.max(1, Math.ceil(element.getBoundingClientRect().width / (size * 0.27))))

const isKept = (element: Element): boolean => /^(?:pre|break-spaces)/.test(getComputedStyle(element).whiteSpace)

const decorationOf = (above: Above, { textDecorationLine }: CSSStyleDeclaration): Above => ({
  ...above,
  underline: above.underline || textDecorationLine.includes('underline'),
  strike: above.strike || textDecorationLine.includes('line-through'),
})

function belowOf(above: Above, style: CSSStyleDeclaration): Above {
  const { verticalAlign, backgroundColor } = style
  return {
    ...decorationOf(above, style),
    raised: above.raised || verticalAlign === 'super',
    lowered: above.lowered || verticalAlign === 'sub',
    ground: backgroundColor === 'rgba(0, 0, 0, 0)' ? above.ground : backgroundColor,
  }
}

function styleOf(element: Element, scene: Scene, here: Here, above: Above): RunStyle | undefined {
  const style = getComputedStyle(element)
  const colour = scene.paint(style.color, here.opacity)
  if (style.visibility === 'hidden' || colour === undefined) return undefined
  // Raised and lowered type is set smaller by whoever opens the copy.
  const shifted = above.raised || above.lowered ? element.closest('sup, sub')?.parentElement : undefined
  const sized = shifted ? getComputedStyle(shifted) : style
  const spacing = Math.round(px(style.letterSpacing) * 100) / 100
  const ground = above.ground === undefined ? undefined : scene.paint(above.ground, here.opacity)
  const link = linkOf(element, scene)
  return {
    size: Math.round(px(sized.fontSize) * 100) / 100,
    colour,
    ...(Number(style.fontWeight) >= 600 ? { bold: true } : {}),
    ...(style.fontStyle === 'normal' ? {} : { italic: true }),
    ...(above.underline ? { underline: true } : {}),
    ...(above.strike ? { strike: true } : {}),
    ...(style.getPropertyValue('text-emphasis-style') === 'none' ? {} : { stressed: true }),
    ...(/mono/i.test(familyNames(style.fontFamily)[0] ?? '') ? { mono: true } : {}),
    ...(above.raised ? { raised: true } : {}),
    ...(above.lowered ? { lowered: true } : {}),
    ...(style.textTransform === 'uppercase' ? { capitals: 'all' } : {}),
    ...(style.fontVariantCaps === 'small-caps' ? { capitals: 'small' } : {}),
    ...(spacing === 0 ? {} : { spacing }),
    ...(ground === undefined || ground === here.ground ? {} : { ground }),
    ...(link === undefined ? {} : { link }),
  }
}

/** Longer addresses break some programs. */
const longestAddress = 2000

/** Nothing that is not well formed: PowerPoint would have to repair the file. */
export function linkOf(element: Element, { pageOf }: Scene): Link | undefined {
  const anchor = element.closest<HTMLAnchorElement>('a[href]')
  if (!anchor) return undefined
  const href = anchor.getAttribute('href') ?? ''
  if (!href.startsWith('#')) {
    const plain = /^(?:https?:\/\/[^/[\]\s]+(?:[/?#][^\s"<>\\^`{|}]*)?|mailto:[^\s"<>]+)$/i.test(anchor.href)
    return plain && anchor.href.length <= longestAddress ? { address: anchor.href } : undefined
  }
  const page = pageOf(decodeURIComponent(href.slice(1)))
  return page === undefined ? undefined : { page }
}

const sameStyle = ({ text: _, ...style }: Run, other: RunStyle): boolean =>
  JSON.stringify(style) === JSON.stringify(other)

/** No white space where a line begins and ends, and never twice, unless the page keeps it. */
function tidy(runs: readonly Run[]): readonly Run[] {
  const kept: Run[] = []
  for (const run of runs) {
    const before = kept.at(-1)?.text ?? '\n'
    const text = /[ \n]$/.test(before) && !run.mono ? run.text.replace(/^ +/, '') : run.text
    const clean = run.mono ? text : text.replace(/ +\n/g, '\n').replace(/\n +/g, '\n')
    if (clean !== '') kept.push({ ...run, text: clean })
  }
  const last = kept.at(-1)
  if (last) kept[kept.length - 1] = { ...last, text: last.text.replace(/[ \n]+$/, '') }
  return kept.filter(({ text }) => text !== '')
}
