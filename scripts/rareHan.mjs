/**
 * LXGW WenKai, all 30,000 characters of it → fonts/rare-han/: those that Noto Sans SC has not. Run by hand, when one of the two has a
 * new version: it takes a minute, and the package weighs 54 MB, which nobody needs who builds decks.
 *
 *     npm pack @fontsource/lxgw-wenkai && tar xzf fontsource-lxgw-wenkai-*.tgz && node scripts/rareHan.mjs package
 */
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import { root } from './run.mjs'

const [from] = process.argv.slice(2)
const target = join(root, 'fonts', 'rare-han')
const claims = JSON.parse(
  await readFile(join(root, 'node_modules/@fontsource-variable/noto-sans-sc/unicode.json'), 'utf8'),
)

/** Pairs of first and last code point. */
const rangesOf = (claim) =>
  claim.split(',').map((range) => {
    const [first, last] = range.trim().replace('U+', '').split('-')
    return [Number.parseInt(first, 16), Number.parseInt(last ?? first, 16)]
  })
const known = Object.values(claims).flatMap(rangesOf)
const han = rangesOf('U+2E80-2FDF,U+3400-4DBF,U+4E00-9FFF,U+F900-FAFF,U+20000-323AF')

let text = ''
for (const [first, last] of han)
  for (let code = first; code <= last; code++)
    if (!known.some(([from, to]) => code >= from && code <= to)) text += String.fromCodePoint(code)

const font = await readFile(join(from, 'files', 'lxgw-wenkai-latin-500-normal.woff2'))
const cut = await subsetFont(font, text, { targetFormat: 'woff2' })
await writeFile(join(target, 'files', 'rare-han-latin-500-normal.woff2'), cut)
await copyFile(join(from, 'LICENSE'), join(target, 'LICENSE'))
