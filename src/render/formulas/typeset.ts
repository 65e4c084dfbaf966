/** A formula in TeX → HTML with MathML for those who listen. The only file that knows KaTeX, and the one door for its HTML. */
import katex from 'katex'
// Chemistry: `\ce{H2O}`.
import 'katex/contrib/mhchem'
import type { FormulaFault, Formulary, TypesetFormula } from '../../model/formulary.js'
import { formulaText } from '../../model/formulaText.js'
import { attribute } from '../escape.js'
import { facesIn } from './faces.js'

/** Nobody writes a longer formula, and one could take for ever. Characters. */
const longest = 10_000
/** Fills in what macros stand for so often, and draws no larger; ems. */
const bounds = { maxExpand: 1000, maxSize: 20 }

/** KaTeX knows no places to refer to: the name of one says which is meant, and where it is given, nothing is shown. */
const references = { '\\label': '\\@firstoftwo{}{#1}', '\\eqref': '\\text{(#1)}', '\\ref': '\\text{#1}' }

/** @param css of the package, see formulaCss */
export function openFormulary(css: string): Formulary {
  const known = new Map<string, TypesetFormula | FormulaFault>()
  return {
    css,
    typeset(tex, display) {
      const key = `${display ? '$$' : '$'}${tex}`
      const made = known.get(key) ?? typeset(tex, display)
      known.set(key, made)
      return made
    },
  }
}

/** What print and screen readers say of what is drawn; and no sign of no width, which a font of the system would draw. */
const withLabel = (html: string, tex: string): string =>
  html
    .replaceAll('\u200b', '')
    .replace('<span class="katex-html"', `<span class="katex-html"${attribute('aria-label', formulaText(tex))}`)

function typeset(tex: string, displayMode: boolean): TypesetFormula | FormulaFault {
  if (tex.length > longest) return { fault: `longer than ${longest} characters` }
  try {
    const html = katex.renderToString(tex, {
      displayMode,
      output: 'htmlAndMathml',
      throwOnError: true,
      strict: 'ignore',
      trust: false,
      globalGroup: false,
      macros: { ...references },
      ...bounds,
    })
    const said = withLabel(html, tex)
    return { html: said, faces: facesIn(said) }
  } catch (error) {
    return { fault: error instanceof katex.ParseError ? error.rawMessage : 'nested too deep' }
  }
}
