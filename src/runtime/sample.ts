/** A fitted slide → a few words that anyone must be able to read on it: a PDF that lacks them is faulty. */

import { sharedRange } from './range.js'

/**
 * Letters that are drawn one by one, from left to right: only these come out of a PDF just as they went in. Longer words
 * are cut: what is asked for need not be long.
 */
const plainWord = /[A-Za-z0-9]{2,16}|[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]{1,8}/g

/** @returns the first word, one from the middle and the last, as far as there are any; the foot of the slide counts for nothing */
export function sampleOf(slide: HTMLElement): readonly string[] {
  const texts: Text[] = []
  const walker = document.createTreeWalker(slide.querySelector('.frame') ?? slide, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text && node.data.search(plainWord) >= 0) texts.push(node)
  }
  const frame = slide.getBoundingClientRect()
  const shown = (text: Text): boolean => isShown(text, frame)
  const first = texts.find(shown)
  const last = texts.findLast(shown)
  const middle = texts.slice(Math.floor(texts.length / 2)).find(shown)
  const words = [first && wordsOf(first).at(0), middle && wordsOf(middle).at(0), last && wordsOf(last).at(-1)]
  return [...new Set(words.filter((word) => word !== undefined))]
}

const wordsOf = ({ data }: Text): readonly string[] => data.match(plainWord) ?? []

/** Whether the text stands within the slide, to be seen. Feet and speaker notes may be left out in print. */
function isShown(text: Text, frame: DOMRect): boolean {
  const element = text.parentElement
  if (!element || element.closest('.foot, aside.notes')) return false
  const range = sharedRange()
  range.selectNodeContents(text)
  const { left, right, top, bottom, width } = range.getBoundingClientRect()
  const inside =
    left >= frame.left - 1 && right <= frame.right + 1 && top >= frame.top - 1 && bottom <= frame.bottom + 1
  // Nothing is visible while slides are fitted, so that can't be asked.
  return inside && width > 0 && getComputedStyle(element).opacity !== '0'
}
