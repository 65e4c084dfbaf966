/** A text → the places where a line of it may end without tearing a word, in Chinese too. */
import { pushAll } from './lists.js'
import { termsIn } from './terms.js'
import { displayWidth } from './text.js'

/** Single characters that belong to what stands before them: particles, places and the endings of terms. */
const trails =
  /^[的了着过地得们們吗嗎呢吧啊中上下里裡内內外后後前时時期级級性化者率度型式学學器态態端层層类類户戶量词詞师師员員版室云雲]$/u

/** Single characters that belong to what follows them, whatever that is. */
const leads = /^[与與和及或在把从從到对對为為以将將向被给給让讓比跟由按又也都就再不没沒很更最]$/u

/** Single characters that count what stands before them in figures: 8月, 3天. */
const COUNTERS = '年月日号號时時点點分秒个個条條天周週届屆期章节節讲講场場次人位家种種项項步层層倍元万萬亿億页頁'
const counters = new RegExp(`^[${COUNTERS}]$`, 'u')

/** Taken for words, though they end one and go on with a particle: 可观测性的. */
const endings = /^[性化率度型级級式云雲][的地]$/u

const han = /^\p{Script=Han}+$/u
const opens = /[（(「『《〈“‘［【—–-]$/

interface Token {
  readonly text: string
  readonly index: number
  readonly isWord: boolean
}

/**
 * The dictionary of the language's segmenter knows few terms of our trade: it takes 复盘, 显存 and 微服务 for
 * 复·盘, 显·存 and 微·服务. We know some (terms.ts), and a single character is never left alone: it goes with what
 * it belongs to by grammar, else two in a row are a term, else it begins the word that follows.
 *
 * @param lang BCP 47
 * @returns offsets in UTF-16 code units, rising, never 0; before words only: punctuation stays with what it follows,
 * and what opens a quotation with what it opens
 */
export function phraseStarts(text: string, lang: string): readonly number[] {
  const starts: number[] = []
  let before = ''
  /** What stands before waits for what follows. */
  let isOpen = false
  for (const token of tokensOf(text, lang)) {
    const isHan = han.test(token.text)
    const isSingle = isHan && [...token.text].length === 1
    const followsHan = /\p{Script=Han}$/u.test(before)
    // 会里的 and, behind a particle, 的下一年.
    const isTrail =
      (isSingle && followsHan && trails.test(token.text) && !/[的地]$/.test(before)) ||
      (isSingle && /\d ?$/.test(text.slice(Math.max(0, token.index - 2), token.index)) && counters.test(token.text))
    const joins: boolean = isTrail || (followsHan && isHan && isOpen)
    if (token.isWord && token.index > 0 && !joins && !opens.test(before)) starts.push(token.index)
    const isSecond: boolean = joins && !leads.test(before)
    isOpen = isSingle && (leads.test(token.text) || !(isSecond || isTrail))
    before = token.text
  }
  const whole = [...bracketsIn(text), ...countsIn(text), ...stretchesOf(text, twice)]
  return starts.filter((start) => !whole.some(([first, last]) => start > first && start < last))
}

type Stretch = readonly [first: number, last: number]

/** Columns of a line that every title has. */
const WHOLE = 24

/** What stands in brackets stays whole, where a line has room for it. */
export const bracketsIn = (text: string): readonly Stretch[] =>
  stretchesOf(text, /[（(「『《〈“‘［【[][^（(「『《〈“‘［【[）)」』》〉”’］】\]]{1,22}[）)」』》〉”’］】\]]/g).filter(
    ([first, last]) => displayWidth(text.slice(first, last)) <= WHOLE,
  )

const counts = new RegExp(`(?:第 ?)?\\d[\\d.,]* ?[${COUNTERS}]`, 'gu')

/** `8 月`, `第 3 届`: a figure and what it counts. */
export const countsIn = (text: string): readonly Stretch[] => stretchesOf(text, counts)

/** 一点点, 一步步: segmenters know few of them. */
const twice = /一(\p{Script=Han})\1/gu

const stretchesOf = (text: string, pattern: RegExp): readonly Stretch[] =>
  [...text.matchAll(pattern)].map(({ 0: found, index }) => [index, index + found.length])

/** What the segmenter finds, with the pieces of a term put together. */
function tokensOf(text: string, lang: string): readonly Token[] {
  const found = [...new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)].flatMap(
    ({ segment, index, isWordLike = false }): readonly Token[] =>
      endings.test(segment)
        ? [...segment].map((each, at) => ({ text: each, index: index + at, isWord: true }))
        : [{ text: segment, index, isWord: isWordLike }],
  )
  const at = new Map(found.map(({ index }, position) => [index, position]))
  at.set(text.length, found.length)
  const tokens: Token[] = []
  let next = 0
  for (const [start, end] of termsIn(text)) {
    const [first, last] = [at.get(start), at.get(end)]
    if (first === undefined || last === undefined || first < next) continue
    pushAll(tokens, found.slice(next, first))
    tokens.push({ text: text.slice(start, end), index: start, isWord: true })
    next = last
  }
  return [...tokens, ...found.slice(next)]
}
