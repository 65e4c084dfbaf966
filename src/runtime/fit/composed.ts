/** What the plan set in a layout (cards, columns, numbers) → left so where it fits; else as the list or the text that it is. */
import { composedLayouts } from '../../model/deck.js'
import { flowOf, type Gauge, SLACK } from './measure.js'

/** Its second class names the layout: the style of the template goes by it. */
const COMPOSED = '.composed'

export const isComposed = (element: Element): boolean => element.matches(COMPOSED)

export const composedIn = (slide: Element): readonly Element[] => [...(flowOf(slide)?.querySelectorAll(COMPOSED) ?? [])]

/** Takes back, for good, what is taller than a slide, or has words too long for its place. @returns the slides that were changed */
export function settleComposed(gauges: ReadonlyMap<HTMLElement, Gauge>): readonly HTMLElement[] {
  const tooLarge = [...gauges].flatMap(([slide, { room }]) =>
    composedIn(slide).flatMap((each) =>
      each.getBoundingClientRect().height > room + SLACK || isTooNarrow(each) ? [{ slide, each }] : [],
    ),
  )
  for (const { each } of tooLarge) takeBack(each)
  return [...new Set(tooLarge.map(({ slide }) => slide))]
}

/** Something in it sticks out. */
const isTooNarrow = (composed: Element): boolean =>
  [composed, ...composed.children].some(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + SLACK)

/** Sets a slide's text as it is, until `composedAgain`. */
export function asItIs(slide: Element): void {
  for (const each of composedIn(slide)) each.setAttribute('data-composed', takeBack(each))
}

export function composedAgain(slide: Element): void {
  for (const each of flowOf(slide)?.querySelectorAll('[data-composed]') ?? []) {
    each.classList.remove('stacked')
    each.classList.add('composed', each.getAttribute('data-composed') ?? '')
    each.removeAttribute('data-composed')
  }
}

/** @returns the layout that it was set in */
function takeBack({ classList }: Element): string {
  const names = [...classList]
  const name = names[names.indexOf('composed') + 1] ?? ''
  classList.remove('composed', name)
  if (classList.contains('side-by-side')) classList.add('stacked')
  return name
}

/** Slides are called by what is on them: a part of a topic may hold none of what the topic is about. */
export function nameLayouts(slides: readonly HTMLElement[]): void {
  for (const slide of slides) {
    const { layout } = slide.dataset
    if (layout === 'points' || layout === 'columns')
      slide.dataset['layout'] = slide.classList.contains('columns') ? 'columns' : 'points'
    if (!composedLayouts.some((layout) => layout === slide.dataset['layout'])) continue
    const [composed] = composedIn(slide)
    const names = [...(composed?.classList ?? [])]
    const otherwise = flowOf(slide)?.querySelector('ul, ol') ? 'points' : 'prose'
    slide.dataset['layout'] = composed ? names[names.indexOf('composed') + 1] : otherwise
  }
}
