/** A text → the places where a line of it may end without tearing a word, in Chinese too. */

/** Single characters that belong to what stands before them: particles, places and the endings of terms. */
const trails = /^[的了着过地得们們吗嗎呢吧啊中上下里裡内內外后後前时時性化者率度型式学學器机機端层層类類量师師员員版]$/u

/** Single characters that belong to what follows them, whatever that is. */
const leads = /^[与與和及或在把从從到对對为為以将將向被给給让讓比跟由按又也都就再不没沒很更最]$/u

const han = /^\p{Script=Han}+$/u
const opens = /[（(「『《〈“‘［【—–-]$/

/**
 * The dictionary of the language's segmenter knows few terms of our trade: it takes 复盘, 显存 and 微服务 for
 * 复·盘, 显·存 and 微·服务. So a single character is never left alone: it goes with what it belongs to by
 * grammar, else two in a row are a term, else it begins the word that follows.
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
  for (const { segment, index, isWordLike } of new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)) {
    const isHan = han.test(segment)
    const isSingle = isHan && [...segment].length === 1
    const followsHan = /\p{Script=Han}$/u.test(before)
    const joins: boolean = followsHan && isHan && (isOpen || (isSingle && trails.test(segment)))
    if (isWordLike && index > 0 && !joins && !opens.test(before)) starts.push(index)
    const isSecond: boolean = joins && !leads.test(before)
    isOpen = isSingle && (leads.test(segment) || !(isSecond || trails.test(segment)))
    before = segment
  }
  return starts
}
