/** markdown-it's rule for quotes → the same, in time that grows with the text where lines without a `>` follow quotes again and again. */
import MarkdownIt, { type MarkdownIt as Parser, type StateBlock } from 'markdown-it'

/**
 * Markdown's rule looks ahead over all lines that could belong to the quote, as a line without a mark goes on with its paragraph; where
 * none is open, after a heading say, it has looked in vain. This many lines in vain for each line of the text, then a quote ends
 * at the latest where a marked line follows one without: what stands there is a further quote.
 */
const inVain = 40

/** What is left of them, for each text that is being read. */
const spare = new WeakMap<StateBlock, number>()

export function boundLazyQuotes(parser: Parser): Parser {
  const alone = new MarkdownIt()
  alone.block.ruler.enableOnly(['blockquote'])
  const [quote] = alone.block.ruler.getRules('')
  if (quote === undefined) return parser
  const bounded: typeof quote = (state, first, last, silent) => {
    if (silent) return quote(state, first, last, silent)
    if (state.src.charCodeAt((state.bMarks[first] ?? 0) + (state.tShift[first] ?? 0)) !== mark) return false
    const left = spare.get(state) ?? inVain * state.eMarks.length
    const end = endOfRun(state, first, last, left)
    if (!quote(state, first, end, silent)) return false
    spare.set(state, left - (end - state.line))
    return true
  }
  parser.block.ruler.at('blockquote', bounded, { alt: ['paragraph', 'reference', 'blockquote', 'list'] })
  return parser
}

const mark = 0x3e

/** Behind the last line that the quote could hold: a blank one ends it for certain. */
function endOfRun(state: StateBlock, first: number, last: number, left: number): number {
  let isLazy = false
  for (let line = first; line < last; line++) {
    if (state.isEmpty(line)) return line
    const isMarked = state.src.charCodeAt((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)) === mark
    if (isMarked && isLazy && line - first >= left) return line
    isLazy = !isMarked
  }
  return last
}
