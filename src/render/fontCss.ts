/** Font files and the chain of families → the CSS that declares them. */
import type { FontFamilies, FontFile } from '../model/bundle.js'

export function fontCss(files: readonly FontFile[], families: FontFamilies): string {
  // The style sheet lies in assets/, fonts beside it.
  const faces = files.map((file) => faceCss(file, file.family, '../'))
  const chain = (role: 'text' | 'mono') => families[role].map(({ family }) => `"${family}"`).join(',')
  return `${faces.join('\n')}\n:root{--text:${chain('text')},sans-serif;--mono:${chain('mono')},monospace}\n`
}

/** @param base what leads from the style sheet to the deck's folder, `/` included */
export const faceCss = ({ weight, style, range, path }: FontFile, family: string, base: string): string =>
  `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};font-display:block;` +
  `src:url("${base}${path}") format("truetype");unicode-range:${range}}`
