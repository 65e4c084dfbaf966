/** An element of a slide → the texts, shapes, pictures and tables in it, in the order they are painted. */
import { pushAll } from '../../model/lists.js'
import type { Paint, Part, ShapePart, TextRole } from '../../model/parts.js'
import { type Atom, partAtom } from './atoms.js'
import { boxedText, gather } from './gather.js'
import { paragraphOf } from './lines.js'
import { type Painted, paintedBy, writtenAround } from './painted.js'
import { pictureOf } from './pictures.js'
import { boxAt } from './place.js'
import { isObject, linkOf } from './runs.js'
import type { Here, Scene } from './scene.js'
import { tableOf } from './tables.js'

export function walk(element: Element, scene: Scene, above: Here): readonly Atom[] {
  const style = getComputedStyle(element)
  if (style.display === 'none' || element.matches('aside.notes')) return []
  const here = {
    ...above,
    opacity: above.opacity * Number(style.opacity),
    inFlow: above.inFlow || element.matches('.flow, .backdrop'),
  }
  if (style.visibility === 'hidden') return walkInside(element, scene, here)
  if (element instanceof HTMLImageElement)
    return [pictureOf(element, scene, here)].flatMap((part) => (part ? [partAtom(part)] : []))
  if (element instanceof HTMLTableElement) return tableAtoms(element, scene, here)
  if (element.matches('div.formula')) return lineAtoms(element, [element], scene, here)
  if (isObject(element, style) || !isPlain(style)) return [shotOf(element, scene, here)]

  const painted = paintedBy(element, style, scene, here)
  const around = isListMark(element) ? [] : writtenAround(element, scene, here)
  if (isSlideSized(element, scene) && !isTranslucent(painted.fill)) {
    // The slide's own ground: not a shape that lies in everyone's way.
    const inside = walkInside(element, scene, { ...here, ground: painted.fill ?? here.ground })
    const ground = painted.ground ? [painted.ground] : []
    return [...[...ground, ...painted.rules, ...around].map(partAtom), ...inside]
  }
  const drawn = [...painted.rules, ...around].map(partAtom)
  if (!painted.fill && !painted.outline && !painted.ground) return [...drawn, ...walkInside(element, scene, here)]
  return [...boxed(element, painted, scene, here), ...drawn]
}

/** A painted box: with nothing but text in it, it is one thing; otherwise its content lies on it. */
function boxed(element: Element, painted: Painted, scene: Scene, here: Here): readonly Atom[] {
  const inside = gather(walkInside(element, scene, { ...here, ground: painted.fill ?? here.ground }))
  const { fill, outline, ground } = painted
  const box = boxAt(element.getBoundingClientRect(), scene.origin)
  const paint = { ...(fill ? { fill } : {}), ...(outline ? { outline } : {}) }
  const text = ground ? undefined : boxedText(inside, box, paint)
  if (text) return [partAtom(text)]
  const shape: ShapePart = { kind: 'shape', box, ...paint, round: false, turn: 0, fixed: !here.inFlow }
  const behind: Part[] = ground ? [ground] : [shape]
  return [...behind, ...inside].map((part) => ({ kind: 'part', part, parts: true }))
}

function walkInside(element: Element, scene: Scene, here: Here): readonly Atom[] {
  const atoms: Atom[] = []
  let line: Node[] = []
  const endLine = (): void => {
    if (line.length > 0) pushAll(atoms, lineAtoms(element, line, scene, here))
    line = []
  }
  for (const child of element.childNodes) {
    if (child instanceof Text || (child instanceof Element && isInline(child))) line.push(child)
    else if (child instanceof Element) {
      endLine()
      pushAll(atoms, walk(child, scene, here))
    }
  }
  endLine()
  return atoms
}

/** Code stands in a line, and its lines are blocks in it: then it is none. */
const isInline = (element: Element): boolean =>
  element.matches('span.formula') ||
  (/^(?:inline|contents|ruby)/.test(getComputedStyle(element).display) && [...element.children].every(isInline))

function lineAtoms(block: Element, nodes: readonly Node[], scene: Scene, here: Here): readonly Atom[] {
  const held: Atom[] = []
  const paragraph = paragraphOf(block, nodes, scene, here, (object, at) => pushAll(held, walk(object, scene, at)))
  if (!paragraph) return held
  return [
    { kind: 'text', role: roleOf(block), paragraph, column: columnOf(block, scene), inFlow: here.inFlow },
    ...held,
  ]
}

/** What templates mean by their classes, see docs/templates.md. */
function roleOf(block: Element): TextRole {
  if (block.matches('.title, .cover-title')) return 'title'
  if (block.matches('.cover-subtitle')) return 'body'
  if (block.matches('.foot-title')) return 'foot'
  return block.matches('.page-number') ? 'page-number' : 'text'
}

/** The outermost list or the block itself: points of one list stand in one column, however deep they are. */
function columnOf(block: Element, scene: Scene): readonly [number, number] {
  let outer = block
  while (outer.parentElement?.matches('ul, ol, li, dl, dd, pre, code')) outer = outer.parentElement
  const { x, width } = boxAt(outer.getBoundingClientRect(), scene.origin)
  return [x, x + width]
}

/** What is drawn before an item is its mark. */
const isListMark = (element: Element): boolean =>
  element instanceof HTMLLIElement && getComputedStyle(element).listStyleType === 'none'

/** The frame, and whatever else covers all of the slide. */
function isSlideSized(element: Element, { width, height }: Scene): boolean {
  const box = element.getBoundingClientRect()
  return box.width >= width - 1 && box.height >= height - 1
}

/** It lies over what is behind it, and is no ground. */
const isTranslucent = (fill: Paint | undefined): boolean => fill !== undefined && fill.length > '#rrggbb'.length

/** Drawn in a way that programs for slides know too. */
const isPlain = (style: CSSStyleDeclaration): boolean =>
  style.writingMode === 'horizontal-tb' &&
  style.filter === 'none' &&
  style.clipPath === 'none' &&
  style.maskImage === 'none'

function shotOf(element: Element, scene: Scene, here: Here): Atom {
  const box = boxAt(element.getBoundingClientRect(), scene.origin)
  const alt =
    element.getAttribute('aria-label') ??
    element.querySelector('.katex-html')?.getAttribute('aria-label') ??
    element.textContent?.replace(/\s+/g, ' ').trim() ??
    ''
  const link = linkOf(element, scene)
  const mark = scene.markForShot(element, 'whole')
  return partAtom({ kind: 'shot', box, alt, fixed: !here.inFlow, mark, ...(link ? { link } : {}) })
}

function tableAtoms(table: HTMLTableElement, scene: Scene, here: Here): readonly Atom[] {
  const held: Atom[] = []
  const part = tableOf(table, scene, here, {
    object: (object, at) => pushAll(held, walk(object, scene, at)),
    blocks: (cell) => walkInside(cell, scene, here),
    atom: (atom) => held.push(atom),
  })
  return part ? [partAtom(part), ...held] : held
}
