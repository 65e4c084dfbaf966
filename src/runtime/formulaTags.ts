/** Formulas on a page for print → elements that Chrome tags, with what they say: it tags no MathML, and what is read to the blind on screen is drawn nowhere. */

/** Tells pdf/formulas.ts that the text which follows is a formula's: a sign that nobody sees or speaks. */
const MARK = '\u2061'

export function tagFormulas(root: ParentNode): void {
  for (const formula of root.querySelectorAll('.formula')) {
    // Whoever makes a copy to edit still asks for it.
    formula.querySelector('.katex-mathml')?.setAttribute('hidden', '')
    const drawn = formula.querySelector('.katex-html')
    const says = drawn?.getAttribute('aria-label')
    if (!drawn || !says) continue
    drawn.removeAttribute('aria-hidden')
    drawn.setAttribute('role', 'img')
    drawn.setAttribute('aria-label', MARK + says)
  }
}
