/** One slide and its cuts → as many slides, each a part of the first. The only file that moves the deck's text about. */

import type { Start } from '../flow/placedBox.js'
import { sharedRange } from '../range.js'
import { flowOf } from './measure.js'

/**
 * Cuts a slide in the page, from the last cut to the first, and puts the new slides behind it.
 *
 * @param starts where each further part starts
 * @param continued `(cont.)` in the deck's language
 * @returns the slide itself, now the first part, and the new ones
 */
export function cutSlide(slide: HTMLElement, starts: readonly Start[], continued: string): HTMLElement[] {
  const flow = flowOf(slide)
  if (!flow) return [slide]
  const shell = shellOf(slide, flow)
  const parts: HTMLElement[] = []
  for (const start of starts.toReversed()) {
    const part = copyOf(shell)
    flowOf(part)?.append(takeFrom(flow, start, continued))
    parts.unshift(part)
  }
  slide.after(...parts)
  return [slide, ...parts]
}

function copyOf(element: HTMLElement, isDeep = true): HTMLElement {
  const copy = element.cloneNode(isDeep)
  if (!(copy instanceof HTMLElement)) throw new Error('A copy of an element is one.')
  return copy
}

/** The slide with everything but the content of its flow, which is not touched: what stays need not be laid out anew. */
function shellOf(slide: HTMLElement, flow: HTMLElement): HTMLElement {
  const shell = copyWithout(slide, flow)
  if (!(shell instanceof HTMLElement)) throw new Error('A copy of an element is one.')
  shell.removeAttribute('id')
  for (const named of shell.querySelectorAll('[id], [data-bookmark]')) {
    named.removeAttribute('id')
    named.removeAttribute('data-bookmark')
  }
  return shell
}

/** A copy in which the element `emptied`, somewhere inside it, has no children. */
function copyWithout(node: Node, emptied: Node): Node {
  if (!node.contains(emptied)) return node.cloneNode(true)
  const copy = node.cloneNode(false)
  if (node !== emptied) for (const child of node.childNodes) copy.appendChild(copyWithout(child, emptied))
  return copy
}

/** Takes everything from there to the end of the flow out of it; lists, quotes and tables that are torn go on in both. */
export function takeFrom(flow: HTMLElement, start: Start, continued: string): DocumentFragment {
  if (start.across && start.node instanceof HTMLElement) {
    const rest = takeAcross(start.node, start.across, continued)
    start.node.after(rest)
    return takeFrom(flow, { node: rest, offset: 0, again: [] }, continued)
  }
  const range = sharedRange()
  if (start.node instanceof Text) range.setStart(start.node, start.offset)
  else range.setStartBefore(outermost(start.node, flow))
  range.setEnd(flow, flow.childNodes.length)

  const torn: Element[] = []
  for (let node: Node | null = range.startContainer; node && node !== flow; node = node.parentNode) {
    if (node instanceof Element) torn.unshift(node)
  }
  const fragment = range.extractContents()
  let copy: Element | null = fragment.firstElementChild
  for (const original of torn) {
    if (!copy) break
    const inner: Element | null = copy.firstElementChild
    continueIn(copy, original)
    const said = start.again.find((text) => text.parentElement === original)
    if (said) copy.prepend(sayAgain(said, continued))
    copy = inner
  }
  return fragment
}

/** What stands below in all columns, in columns of the same widths. */
function takeAcross(columns: HTMLElement, starts: readonly (Element | undefined)[], continued: string): HTMLElement {
  const rest = copyOf(columns, false)
  continueIn(rest, columns)
  for (const [index, column] of [...columns.children].entries()) {
    if (!(column instanceof HTMLElement)) continue
    const start = starts[index]
    const below = copyOf(column, false)
    continueIn(below, column)
    if (start) below.append(takeFrom(column, { node: start, offset: 0, again: [] }, continued))
    rest.append(below)
  }
  return rest
}

/** The element itself, or the outermost one that begins with it: a cut before a list's first item is one before the list. */
function outermost(node: Node, flow: Element): Node {
  let outer = node
  while (outer.parentElement && outer.parentElement !== flow && outer.parentElement.firstElementChild === outer) {
    outer = outer.parentElement
  }
  return outer
}

/** Makes the second half of a torn element say that it goes on: the table's head once more, code that goes on counting. */
function continueIn(copy: Element, original: Element): void {
  copy.removeAttribute('id')
  copy.classList.add('continued')
  // What goes on has already appeared, on the slide before.
  copy.classList.remove('fragment')
  const head = original.localName === 'table' ? original.querySelector('thead') : null
  if (head) copy.prepend(head.cloneNode(true))
  const widths = original.localName === 'table' ? original.querySelector('colgroup') : null
  if (widths) copy.prepend(widths.cloneNode(true))
  if (original.localName !== 'pre') return
  const counted = original.querySelectorAll('.line:not(.continued)').length
  // Blank lines at the edges of a part say nothing.
  const before = Number(original.getAttribute('data-from') ?? 0) + counted + trim(copy, 'first')
  trim(original, 'last')
  if (!original.classList.contains('numbered')) return
  copy.setAttribute('data-from', String(before))
  copy.setAttribute('style', `counter-reset: line ${before}`)
}

/** @returns how many blank lines stood at that end of the code */
function trim(code: Element, end: 'first' | 'last'): number {
  const lines = [...code.querySelectorAll('.line')]
  if (end === 'last') lines.reverse()
  const blank = Math.max(
    0,
    lines.findIndex(({ textContent }) => textContent?.trim()),
  )
  for (const line of lines.slice(0, blank)) line.remove()
  return blank
}

/** An item's text for a part that goes on with what is nested in it. */
function sayAgain(text: Element, continued: string): Element {
  const again = document.createElement('p')
  again.className = 'again'
  again.append(...text.cloneNode(true).childNodes, ` ${continued}`)
  return again
}
