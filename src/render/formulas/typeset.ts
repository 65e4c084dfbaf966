/** A formula in TeX → HTML with MathML for those who listen. The only file that knows KaTeX, and the one door for its HTML. */
import katex from 'katex'
// Chemistry: `\ce{H2O}`.
import 'katex/contrib/mhchem'
import type { FormulaFault, TypesetFormula } from '../../model/formulary.js'
import { formulaText } from '../../model/formulaText.js'
import { argumentAt, texTokens } from '../../model/tex.js'
import { attribute, escapeHtml } from '../escape.js'
import { facesIn } from './faces.js'

/** Nobody writes a longer formula, and one could take for ever. Characters. */
const longest = 10_000
/** Fills in what macros stand for so often, and draws no larger; ems. */
const bounds = { maxExpand: 1000, maxSize: 20 }

/** What print and screen readers say of what is drawn; and no sign of no width, which a font of the system would draw. */
const withLabel = (html: string, tex: string): string =>
  html
    .replaceAll('\u200b', '')
    .replace('<span class="katex-html"', `<span class="katex-html"${attribute('aria-label', formulaText(tex))}`)

/** KaTeX leaves the numbers of rows out of its MathML, which is what is read aloud, and what PowerPoint gets. */
function withNumbers(html: string, tex: string): string {
  if (!html.includes('mml-eqn-num')) return html
  const tokens = texTokens(tex)
  const numbers = tokens.flatMap((token, at) => {
    const isBare = tokens[at + 1] === '*'
    const said = token === '\\tag' ? argumentAt(tokens, at + (isBare ? 2 : 1)) : undefined
    if (said === undefined) return []
    const text = formulaText(said.inner.join(''))
    return [isBare ? text : `(${text})`]
  })
  return html.replace(/(<mtd class ?="mml-eqn-num">)(<\/mtd>)/g, (whole, open: string, close: string) => {
    const number = numbers.shift()
    return number === undefined ? whole : `${open}<mtext>${escapeHtml(number)}</mtext>${close}`
  })
}

export function typeset(tex: string, displayMode: boolean): TypesetFormula | FormulaFault {
  if (tex.length > longest) return { fault: `longer than ${longest} characters` }
  try {
    const html = katex.renderToString(tex, {
      displayMode,
      output: 'htmlAndMathml',
      throwOnError: true,
      strict: 'ignore',
      trust: false,
      globalGroup: false,
      ...bounds,
    })
    const said = withNumbers(withLabel(html, tex), tex)
    return { html: said, faces: facesIn(said) }
  } catch (error) {
    return { fault: error instanceof katex.ParseError ? error.rawMessage : 'nested too deep' }
  }
}
