/** Font files and the chain of families → the CSS that declares them. */
import type { FontFamilies, FontFile } from '../model/bundle.js'

export function fontCss(files: readonly FontFile[], families: FontFamilies): string {
  const faces = files.map(
    ({ family, weight, style, range, path }) =>
      `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};font-display:block;` +
      // The style sheet lies in assets/, fonts beside it.
      `src:url("../${path}") format("truetype");unicode-range:${range}}`,
  )
  const chain = (role: 'text' | 'mono') => families[role].map(({ family }) => `"${family}"`).join(',')
  return `${faces.join('\n')}\n:root{--text:${chain('text')},sans-serif;--mono:${chain('mono')},monospace}\n`
}
