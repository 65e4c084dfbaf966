/** KaTeX's own style sheet → the one of a deck: its fonts are the deck's, and what no font of formulas draws is drawn as text is. */

/** What a face of KaTeX is called in decks: its authors keep their name for what they made themselves. */
export const formulaFamily = (name: string): string => `Formula ${name}`

/** `--share` and `broken` come from runtime/fit/formulas.ts. */
const own = `
.formula{overflow-wrap:normal;text-spacing-trim:space-all;text-autospace:no-autospace;text-transform:none}
div.formula{text-align:center;margin:.5em 0 .9em;counter-reset:katexEqnNo}
.formula .katex{font-size:calc(1.21em*var(--share,1))}
.formula .vlist-s::before{content:"";display:inline-block}
.katex-display{margin:0}
.katex-display>.katex>.katex-html>.tag{right:2px}
.formula.broken .katex{white-space:normal}
div.formula.broken .katex-display>.katex{text-align:left}
div.formula.broken .katex-html{padding-left:2em;text-indent:-2em}
div.formula.broken .katex-html>.tag{position:static;float:right;text-indent:0}
.formula.broken .base{text-indent:0;padding:.12em 0}
.katex-mathml *{text-transform:none}
`

export const formulaCss = (css: string): string =>
  css
    .replace(/@font-face\{[^}]*\}/g, '')
    .replace(/KaTeX_Main,Times New Roman,serif/, 'KaTeX_Main')
    .replace(
      /(font-family:|1\.21em )KaTeX_(\w+)/g,
      (_, before: string, name: string) => `${before}"${formulaFamily(name)}",var(--text)`,
    ) + own
