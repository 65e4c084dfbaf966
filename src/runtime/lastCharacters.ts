/** Text on paper → the same, where no paragraph's last line is a lone Chinese character. */

/** Two characters and what closes the sentence behind them. */
const ending = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}[。，、；：！？…」』）》〉】”’]{0,3}\s*$/u
/** Shorter text has one line, or is the cell of a table. */
const LEAST = 16

/**
 * `text-wrap: pretty` would see to it, but lines must stay where they are when text is cut between two of them. So its
 * last characters are kept together, before anything is measured.
 */
export function keepLastCharacters(text: Element): void {
  for (const block of text.querySelectorAll('p, li, dd')) {
    const last = lastText(block)
    const at = last === undefined ? -1 : last.data.search(ending)
    if (last === undefined || at < LEAST) continue
    const kept = document.createElement('span')
    kept.style.whiteSpace = 'nowrap'
    const end = last.splitText(at)
    end.replaceWith(kept)
    kept.append(end)
  }
}

/** What a block says by itself, above the lists in it. */
function lastText(block: Element): Text | undefined {
  let node = block.lastChild
  while (node !== null && (isBlank(node) || (node instanceof Element && node.matches('ul, ol')))) {
    node = node.previousSibling
  }
  return node instanceof Text ? node : undefined
}

const isBlank = (node: Node): boolean => node instanceof Text && node.data.trim() === ''
