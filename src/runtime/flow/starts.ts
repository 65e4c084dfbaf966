/** A paragraph in the page → where sentences, or lines, start inside it: there it may be cut. Only reads. */
import { sentences } from '../../model/sentences.js'
import { sharedRange } from '../range.js'
import { textsIn } from '../texts.js'

/** How finely text is cut. Lines are the last resort, for text without sentence ends. */
export type Grain = 'sentences' | 'lines'

export interface Start {
  readonly node: Text
  readonly offset: number
  /** Top of the line the start stands on, and bottom of the line the piece before it ends on; px of the window. */
  readonly top: number
  readonly endsBefore: number
}

/** Where sentences (or lines) start inside a paragraph, save the first. */
export function startsInside(paragraph: Element, grain: Grain): readonly Start[] {
  // The mark of a footnote belongs to what it stands behind.
  const texts = textsIn(paragraph).filter((text) => !text.parentElement?.matches('.footnote-mark'))
  const whole = texts.map((text) => text.data).join('')
  const offsets = grain === 'sentences' ? sentenceStarts(whole) : wordStarts(whole)
  const starts: Start[] = []
  const range = sharedRange()
  let lastTop = paragraph.getBoundingClientRect().top
  for (const { node, offset } of locate(texts, offsets)) {
    const here = rectAt(range, node, offset)
    const before = rectAt(range, node, offset - 1) ?? here
    if (here === undefined || before === undefined) continue
    // Lines: only the first word of each line, where nothing moves when the text is cut.
    if (grain === 'lines' && here.top - lastTop < here.height / 2) continue
    starts.push({ node, offset, top: here.top, endsBefore: before.bottom })
    lastTop = here.top
  }
  return starts
}

function rectAt(range: Range, node: Text, offset: number): DOMRect | undefined {
  if (offset < 0 || offset >= node.data.length) return undefined
  range.setStart(node, offset)
  range.setEnd(node, offset + 1)
  return range.getClientRects()[0]
}

const sentenceStarts = (text: string): readonly number[] => {
  const starts: number[] = []
  let offset = 0
  for (const sentence of sentences(text)) {
    const at = text.indexOf(sentence, offset)
    if (offset > 0) starts.push(at)
    offset = at + sentence.length
  }
  return starts
}

/** Every place a line may break: after spaces, and between Chinese characters; every 16th letter of longer runs. */
const wordStarts = (text: string): readonly number[] => {
  const starts: number[] = []
  const words = /\s+|[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]{1,16}/g
  for (const match of text.matchAll(words)) {
    if (match.index > 0 && match[0].trim() !== '') starts.push(match.index)
  }
  return starts
}

function* locate(texts: readonly Text[], offsets: readonly number[]): Generator<{ node: Text; offset: number }> {
  let index = 0
  let start = 0
  for (const offset of offsets) {
    let node = texts[index]
    while (node && offset >= start + node.data.length) {
      start += node.data.length
      node = texts[++index]
    }
    if (node) yield { node, offset: offset - start }
  }
}
