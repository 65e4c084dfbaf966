/** The text of a cleaned SVG → the same with fonts for letters that a machine may have none for: a page's own reach into no picture. */
import { familiesOf } from '../../model/families.js'
import { openCache } from '../cache.js'

/** What every system draws. */
const everywhere = /[\0-\u024f\u2010-\u2027\s]+/g
const sheet = /<style[\s>][\s\S]*?<\/style>/g
const FAMILY = 'Talkback'

/** They stand behind the fonts that the drawing asks for: where those have the letters, nothing changes. */
export async function letteredDrawing(svg: string): Promise<string> {
  const text = writtenIn(svg).replace(everywhere, '')
  if (text === '') return svg
  const { makeFonts } = await import('../fonts/makeFonts.js')
  const lang = /[\u3040-\u30ff]/.test(text) ? 'ja' : 'zh-Hans'
  const glyphs = { regular: text, bold: '', italic: '', mono: '', monoBold: '' }
  const { files } = await makeFonts(glyphs, familiesOf('sans', lang), openCache('fonts'))
  const faces = files.map(
    ({ bytes, range }) =>
      `@font-face{font-family:${FAMILY};src:url(data:font/ttf;base64,${Buffer.from(bytes).toString('base64')});unicode-range:${range}}`,
  )
  const [root = ''] = /^<svg[^>]*>/.exec(svg) ?? []
  const asking = /\sfont-family="/.test(root) ? root : root.replace(/>$/, ' font-family="sans-serif">')
  return `${withFamily(asking)}<style>${faces.join('')}</style>${withFamily(svg.slice(root.length))}`
}

/** By whatever way it names fonts. */
const withFamily = (svg: string): string =>
  svg
    .replace(/(\sfont-family=")([^"]+)"/g, `$1$2,${FAMILY}"`)
    .replace(/\sstyle="[^"]*"|<style[\s>][\s\S]*?<\/style>/g, (css) => css.replace(named, `$1,${FAMILY}`))
const named = /(\bfont(?:-family)?\s*:(?:'[^'<]*'|&#34;[^&<]*&#34;|&#\d+;|[^;{}"'!<&])+)/g

/** The cleaner writes signs of XML in text by number. */
const writtenIn = (svg: string): string =>
  svg
    .replace(sheet, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d{1,7});/g, (_, code) => String.fromCodePoint(Number(code)))
