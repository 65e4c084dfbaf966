/** Fitted slides → text that stands out too little from its ground, by level AA of WCAG. */
import type { FaintText } from '../../model/look.js'
import { contrastMeter, type Paint } from './contrast.js'
import { textElementsOf } from './text.js'

/** What AA asks for; large text is 24 px, or bold and 18.66 px. */
const WANTED = { text: 4.5, large: 3 }

export function faintText(slides: readonly Element[]): readonly FaintText[] {
  const contrast = contrastMeter()
  const grounds = new Map<Element, Ground>()
  const found = new Map<string, FaintText>()
  slides.forEach((slide, index) => {
    const onThisSlide = new Set<string>()
    for (const { element, text } of textElementsOf(slide)) {
      if (element.getClientRects().length === 0) continue
      const style = getComputedStyle(element)
      const { layers, opacity } = groundOf(element, grounds)
      const ratio = contrast(layers, { colour: style.color, opacity })
      const wanted = isLarge(style) ? WANTED.large : WANTED.text
      if (ratio >= wanted) continue
      const kind = [element.localName, element.className, wanted, style.color]
      const key = [...kind, ...layers.map(({ colour }) => colour), opacity].join('|')
      if (onThisSlide.has(key)) continue
      onThisSlide.add(key)
      const first = { page: index + 1, slides: 0, text: text.trim(), ratio: Math.floor(ratio * 100) / 100, wanted }
      const before = found.get(key) ?? first
      found.set(key, { ...before, slides: before.slides + 1 })
    }
  })
  return [...found.values()]
}

function isLarge(style: CSSStyleDeclaration): boolean {
  const size = Number.parseFloat(style.fontSize)
  return size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700)
}

interface Ground {
  /** Backgrounds from the nearest one that covers all below it. Pictures behind text are not looked at. */
  readonly layers: readonly Paint[]
  /** Of everything inside, its ancestors' taken into account. */
  readonly opacity: number
}

function groundOf(element: Element, known: Map<Element, Ground>): Ground {
  const before = known.get(element)
  if (before) return before
  const { backgroundColor: colour, opacity } = getComputedStyle(element)
  const below = element.parentElement ? groundOf(element.parentElement, known) : { layers: [], opacity: 1 }
  const own = { colour, opacity: below.opacity * Number(opacity) }
  const covers = colour.startsWith('rgb(') && own.opacity === 1
  const ground = { layers: covers ? [own] : [...below.layers, own], opacity: own.opacity }
  known.set(element, ground)
  return ground
}
