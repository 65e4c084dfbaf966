/** What an element paints behind its content (ground, edges, what is written before and behind it) → shapes and pictures. */
import type { Outline, Paint, Part, PicturePart, ShapePart, ShotPart } from '../../model/parts.js'
import { addressIn, paintedPicture } from './pictures.js'
import { boxAt, pseudoEdges, px, turnOf } from './place.js'
import type { Here, Scene } from './scene.js'

export interface Painted {
  readonly fill?: Paint
  /** The same line on all four sides. */
  readonly outline?: Outline
  /** Lines on some sides. */
  readonly rules: readonly ShapePart[]
  /** A ground that is no plain colour. */
  readonly ground?: PicturePart | ShotPart
}

const SIDES = ['Top', 'Right', 'Bottom', 'Left'] as const

export function paintedBy(element: Element, style: CSSStyleDeclaration, scene: Scene, here: Here): Painted {
  const box = element.getBoundingClientRect()
  const edges = SIDES.map((side) => edgeOf(style, side, scene, here))
  const [first] = edges
  const framed = first !== undefined && edges.every((edge) => JSON.stringify(edge) === JSON.stringify(first))
  const { left, top, right, bottom } = box
  const strips = [
    { left, top, right, bottom: top + (edges[0]?.width ?? 0) },
    { left: right - (edges[1]?.width ?? 0), top, right, bottom },
    { left, top: bottom - (edges[2]?.width ?? 0), right, bottom },
    { left, top, right: left + (edges[3]?.width ?? 0), bottom },
  ]
  const fixed = !here.inFlow
  const rules = strips.flatMap((strip, side): ShapePart[] => {
    const edge = edges[side]
    if (framed || !edge) return []
    return [{ kind: 'shape', box: boxAt(strip, scene.origin), fill: edge.colour, round: false, turn: 0, fixed }]
  })
  const fill = scene.paint(style.backgroundColor, here.opacity)
  const ground = groundOf(element, style, scene, here)
  return {
    ...(fill === undefined || fill === here.ground ? {} : { fill }),
    ...(framed ? { outline: first } : {}),
    rules,
    ...(ground ? { ground } : {}),
  }
}

function edgeOf(
  style: CSSStyleDeclaration,
  side: (typeof SIDES)[number],
  scene: Scene,
  { opacity }: Here,
): Outline | undefined {
  const [kind, width] = [style[`border${side}Style`], px(style[`border${side}Width`])]
  const colour = scene.paint(style[`border${side}Color`], opacity)
  if (kind === 'none' || kind === 'hidden' || width === 0 || colour === undefined) return undefined
  return { colour, width, dashed: kind === 'dashed' || kind === 'dotted' }
}

/** Colours that run into each other and the like: a picture is taken of the element without what it holds. */
function groundOf(element: Element, style: CSSStyleDeclaration, scene: Scene, here: Here): Painted['ground'] {
  if (style.backgroundImage === 'none') return undefined
  const box = boxAt(element.getBoundingClientRect(), scene.origin)
  return { kind: 'shot', box, alt: '', fixed: !here.inFlow, mark: scene.markForShot(element, 'ground') }
}

/** What the style sheet draws before or behind the content of an element; its text is read with the lines. */
export function writtenAround(element: Element, scene: Scene, here: Here): readonly Part[] {
  return ['::before', '::after'].flatMap((place): readonly Part[] => {
    const style = getComputedStyle(element, place)
    if (style.content !== '""' || style.display === 'none' || style.visibility === 'hidden') return []
    const below = { ...here, opacity: here.opacity * Number(style.opacity) }
    const box = boxAt(pseudoEdges(element, style), scene.origin)
    const turn = turnOf(style.transform)
    if (box.width === 0 || box.height === 0 || turn === undefined) return []
    const address = addressIn(style.backgroundImage)
    const natural = address === undefined ? undefined : scene.sizeOf(address)
    if (address !== undefined && natural) return [paintedPicture(address, natural, box, style)]
    const fill = scene.paint(style.backgroundColor, below.opacity)
    const outline = edgeOf(style, 'Top', scene, below)
    if (fill === undefined && outline === undefined) return []
    const round = style.borderTopLeftRadius === '50%'
    return [
      {
        kind: 'shape',
        box,
        ...(fill === undefined ? {} : { fill }),
        ...(outline === undefined ? {} : { outline }),
        round,
        turn,
        fixed: !here.inFlow,
      },
    ]
  })
}
