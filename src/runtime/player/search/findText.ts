/** Text and words to look for → where they are, however they are written: case, width, line ends and Chinese spacing aside. */

/** Text made comparable. */
export interface Comparable {
  readonly text: string
  /** Place in the original of each UTF-16 unit of `text`, and one more for its end. */
  readonly places: readonly number[]
}

export interface Hit {
  /** Into the original text, in UTF-16 units. */
  readonly from: number
  readonly to: number
}

const cjk = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[\ud840-\ud88f]/
const invisible = /\u00ad|[\u200b-\u200d]|\u2060|\ufe0f|\ufeff/
const plain = /[ -~\u4e00-\u9fff]/

/** A line end stays one: words of two paragraphs are not one phrase. Spaces beside Chinese don't count. */
export function comparable(original: string): Comparable {
  let text = ''
  const places: number[] = []
  let at = 0
  let space: number | undefined
  const add = (piece: string, place: number): void => {
    text += piece
    for (let unit = 0; unit < piece.length; unit++) places.push(place)
  }
  for (const character of original) {
    const place = at
    at += character.length
    if (invisible.test(character)) continue
    if (character === '\n') {
      space = undefined
      if (text !== '' && !text.endsWith('\n')) add('\n', place)
      continue
    }
    if (/\s/.test(character)) {
      space ??= place
      continue
    }
    const last = text.at(-1) ?? '\n'
    if (space !== undefined && last !== '\n' && !cjk.test(last) && !cjk.test(character)) add(' ', space)
    space = undefined
    add((plain.test(character) ? character : character.normalize('NFKC')).toLowerCase(), place)
  }
  places.push(at)
  return { text, places }
}

/** Hits in order, none over another. Nothing is found by a blank. */
export function findAll(within: Comparable, wanted: string): readonly Hit[] {
  const words = comparable(wanted.replace(/\s+/g, ' ')).text
  const hits: Hit[] = []
  if (words === '') return hits
  for (let at = within.text.indexOf(words); at >= 0; at = within.text.indexOf(words, at + words.length)) {
    const from = within.places[at] ?? 0
    hits.push({ from, to: Math.max(within.places[at + words.length] ?? from, from + 1) })
  }
  return hits
}
