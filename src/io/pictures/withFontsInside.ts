/** An SVG that a browser is to draw → the same with our fonts for Chinese and Japanese inside, behind its own: the machine may have none. */
import { readFile } from 'node:fs/promises'
import { namedFamilies } from '../../model/families.js'
import { printRanges, within } from '../fonts/ranges.js'
import { fileOf, type Slice, slicesOf } from '../fonts/slices.js'

const FAMILY = 'Talkback CJK'

/** As attributes and style sheets name them, quotation marks written as they must be there. */
const families =
  /(\bfont(?:-family)?\s*(?:=\s*["']|:\s*))((?:&(?:quot|apos|#\d{1,4});|[^"'<>;{}&]|(?<=[:,]\s{0,4})['"][^"'<>;{}&]{1,80}['"])+)/g
/** Behind these, Chrome does not always look on. */
const generic = /(?<![\w-])(?:sans-serif|serif|monospace|cursive|fantasy|system-ui|ui-[a-z-]+)(?![\w-])/

const withOurs = (names: string): string =>
  generic.test(names) ? names.replace(generic, (name) => `${FAMILY},${name}`) : `${names},${FAMILY}`

export async function withFontsInside(svg: string): Promise<string> {
  const family = [...namedFamilies.values()].find((each) => each.family === FAMILY)
  const codes = [...new Set(svg)].map((character) => character.codePointAt(0) ?? 0).filter((code) => code >= 0x2e80)
  if (family === undefined || codes.length === 0) return svg
  const sorted = codes.sort((one, other) => one - other)
  const face = { family, bold: false, italic: false }
  const claimed = (await slicesOf(family)).filter(({ ranges }) => within(sorted, ranges).length > 0)
  const rules = await Promise.all(
    claimed.map(async (slice: Slice) => {
      const font = (await readFile(fileOf(face, slice))).toString('base64')
      const range = printRanges(within(sorted, slice.ranges))
      return `@font-face{font-family:"${FAMILY}";font-weight:100 900;unicode-range:${range};src:url(data:font/woff2;base64,${font})}`
    }),
  )
  // What names no font at all has those of the root, which counts less than anything that does.
  const style = `<style>${rules.join('')}:where(:root){font-family:"${FAMILY}",sans-serif}</style>`
  return svg
    .replace(families, (_, sign: string, names: string) => sign + withOurs(names))
    .replace(/<svg\b(?:"[^"]*"|'[^']*'|[^"'>])*>/i, (root) => root + style)
}
