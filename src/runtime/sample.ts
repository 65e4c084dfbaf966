/** A fitted slide → a few words that anyone must be able to read on it: whoever prints it looks for them. */

import type { PageSample } from '../model/fitted.js'
import { sharedRange } from './range.js'

/**
 * Letters that are drawn one by one, from left to right: only these come out of a PDF just as they went in. Longer words
 * are cut: what is asked for need not be long.
 */
const plainWord = /[A-Za-z0-9]{2,16}|[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]{1,8}/g

/** The first word, one from the middle and the last, as far as there are any; the foot of the slide counts for nothing. */
export function sampleOf(slide: HTMLElement): PageSample {
  const written: Text[] = []
  const walker = document.createTreeWalker(slide.querySelector('.frame') ?? slide, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text && /\S/.test(node.data)) written.push(node)
  }
  const texts = written.filter(
    ({ data, parentElement }) => data.search(plainWord) >= 0 && !parentElement?.closest('.formula'),
  )
  const frame = slide.getBoundingClientRect()
  const whole = (text: Text): boolean => isShown(text, frame) && !mayBeCut(text, slide)
  const first = texts.find(whole)
  const last = texts.findLast(whole)
  const middle = texts.slice(Math.floor(texts.length / 2)).find(whole)
  const found = [first && wordsOf(first).at(0), middle && wordsOf(middle).at(0), last && wordsOf(last).at(-1)]
  const words = [...new Set(found.filter((word) => word !== undefined))]
  const empty = words.length === 0 && !slide.querySelector(pictures) && !written.some((text) => isShown(text, frame))
  return { words, ...(empty ? { empty } : {}) }
}

const pictures = 'img, svg, canvas, video'

const wordsOf = ({ data }: Text): readonly string[] => data.match(plainWord) ?? []

/** Whether the text stands within the slide, to be seen. Feet and speaker notes may be left out in print. */
function isShown(text: Text, frame: DOMRect): boolean {
  const element = text.parentElement
  if (!element || element.closest('.foot, aside.notes, [aria-hidden="true"]')) return false
  const range = sharedRange()
  range.selectNodeContents(text)
  const { left, right, top, bottom, width } = range.getBoundingClientRect()
  const inside =
    left >= frame.left - 1 && right <= frame.right + 1 && top >= frame.top - 1 && bottom <= frame.bottom + 1
  // Nothing is visible while slides are fitted, so that can't be asked.
  return inside && width > 0 && getComputedStyle(element).opacity !== '0'
}

/** Whether a template lets a box around the text end before the text does: after so many lines, or with an ellipsis. */
function mayBeCut(text: Text, slide: HTMLElement): boolean {
  for (let box = text.parentElement; box && box !== slide; box = box.parentElement) {
    const { overflowX, overflowY, webkitLineClamp } = getComputedStyle(box)
    if (webkitLineClamp !== 'none' && webkitLineClamp !== '') return true
    if (overflowX !== 'visible' && box.scrollWidth > box.clientWidth) return true
    if (overflowY !== 'visible' && box.scrollHeight > box.clientHeight) return true
  }
  return false
}
