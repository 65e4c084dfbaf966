/** A list's item in the page → its mark or number, as programs for slides know them. */
import type { Bullet, Mark, NumberScheme } from '../../model/parts.js'
import { px } from './place.js'
import type { Here, Scene } from './scene.js'

/** @param textLeft where the item's text begins, px in the page; @param size of its type, px */
export function bulletOf(
  item: HTMLLIElement,
  textLeft: number,
  size: number,
  scene: Scene,
  here: Here,
): Bullet | undefined {
  const style = getComputedStyle(item)
  const written = getComputedStyle(item, '::before')
  const paintedWith = (css: string) => scene.paint(css, here.opacity)
  if (written.content !== 'none' && written.content !== 'normal') {
    const hang = Math.max(0, textLeft - (item.getBoundingClientRect().left + px(written.left)))
    if (written.content.includes('counter(')) {
      const colour = paintedWith(written.color)
      if (colour === undefined) return undefined
      if (!written.content.includes('leading-zero')) return { colour, hang, scheme: 'plain', number: item.value }
      const bold = Number(written.fontWeight) >= 600
      return { colour, hang, written: String(item.value).padStart(2, '0'), bold }
    }
    const sign = /^"(.+)"$/.exec(written.content)?.[1]
    if (sign !== undefined) {
      const colour = paintedWith(written.color)
      return colour === undefined ? undefined : { colour, hang, sign }
    }
    const filled = paintedWith(written.backgroundColor)
    const colour = filled ?? paintedWith(written.borderTopColor)
    return colour === undefined
      ? undefined
      : { colour, hang, mark: drawnMark(item, written, filled !== undefined), extent: px(written.width) }
  }
  if (style.listStyleType === 'none') return undefined
  const colour = paintedWith(getComputedStyle(item, '::marker').color)
  if (colour === undefined) return undefined
  const mark = STANDARD_MARKS[style.listStyleType]
  if (mark) return { colour, hang: size * 0.9, mark }
  const scheme = SCHEMES[style.listStyleType] ?? 'decimal'
  return { colour, hang: Math.max(roomOf(item, style), size * 0.9), scheme, number: item.value }
}

/** Numbers of lines of code, which a style sheet counts. */
export function lineNumberOf(line: Element, textLeft: number, scene: Scene, here: Here): Bullet | undefined {
  const written = getComputedStyle(line, '::before')
  if (!written.content.startsWith('counter(')) return undefined
  const colour = scene.paint(written.color, here.opacity)
  const hang = textLeft - (line.getBoundingClientRect().left + px(written.left))
  const from = Number(line.closest('[data-from]')?.getAttribute('data-from') ?? 0)
  const number = from + [...(line.parentElement?.children ?? [])].indexOf(line) + 1
  return colour === undefined ? undefined : { colour, hang, scheme: 'plain', number }
}

const STANDARD_MARKS: Readonly<Record<string, Mark>> = { disc: 'dot', circle: 'ring', square: 'square' }

const SCHEMES: Readonly<Record<string, NumberScheme>> = {
  decimal: 'decimal',
  circled: 'circled',
  closed: 'closed',
  'closed-wide': 'closed',
  'simp-chinese-informal': 'cjk',
  'cjk-ideographic': 'cjk',
  'lower-alpha': 'alpha',
  'lower-latin': 'alpha',
  'lower-roman': 'roman',
  'upper-alpha': 'upper-alpha',
  'upper-latin': 'upper-alpha',
  'upper-roman': 'upper-roman',
}

/** What a style sheet draws where others set a sign: its shape says which sign comes nearest. */
function drawnMark(item: Element, style: CSSStyleDeclaration, filled: boolean): Mark {
  if (item.classList.contains('task')) return item.classList.contains('done') ? 'done' : 'task'
  const [width, height] = [px(style.width), px(style.height)]
  const round = style.borderTopLeftRadius.endsWith('%')
    ? px(style.borderTopLeftRadius) >= 50
    : px(style.borderTopLeftRadius) * 2 >= height
  if (width > height * 2) return 'dash'
  if (!filled) return round ? 'ring' : 'frame'
  return round && height > 0 ? 'dot' : 'square'
}

/** What its list leaves before the text, so that no number stands left of the list. */
const roomOf = ({ parentElement: list }: HTMLLIElement, { paddingLeft }: CSSStyleDeclaration): number =>
  (list ? px(getComputedStyle(list).paddingLeft) : 0) + px(paddingLeft)
