/** The ways in which people write the size of a picture → that size. */
import type { Length, PictureSize } from '../model/notes.js'

const inPixels: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['px', 1],
  ['pt', 4 / 3],
  ['pc', 16],
  ['mm', 96 / 25.4],
  ['cm', 96 / 2.54],
  ['in', 96],
  ['em', 16],
  ['rem', 16],
])

/** `300`, `300px`, `50%`, `6.5in`; undefined for what says nothing (`auto`). */
function readLength(written: string | undefined): Length | undefined {
  const [, digits, unit = ''] =
    /^\s*(\d{1,5}(?:\.\d{1,6})?)\s*(%|[a-z]{0,4})\s*(?:!important)?\s*$/i.exec(written ?? '') ?? []
  const amount = Number(digits)
  if (!(amount > 0)) return undefined
  if (unit === '%' || unit === 'vw') return { of: 'room', amount: amount / 100 }
  const pixels = inPixels.get(unit.toLowerCase())
  return pixels === undefined ? undefined : { of: 'px', amount: amount * pixels }
}

/** `zoom:50%`, `0.5`: of the picture's own size. */
function readZoom(written: string | undefined): Length | undefined {
  const [, digits, percent] = /^\s*(\d{1,4}(?:\.\d{1,6})?)\s*(%?)\s*$/.exec(written ?? '') ?? []
  const amount = Number(digits) / (percent === '%' ? 100 : 1)
  return amount > 0 ? { of: 'self', amount } : undefined
}

const sized = (width: Length | undefined, height: Length | undefined): PictureSize | undefined =>
  width === undefined && height === undefined ? undefined : { ...(width && { width }), ...(height && { height }) }

/** As attributes of HTML have it, and those in braces: what stands in `style` counts more. */
export function sizeOfAttributes(attributes: ReadonlyMap<string, string>): PictureSize | undefined {
  const style = new Map(
    (attributes.get('style') ?? '').split(';').map((rule) => {
      const [name = '', value = ''] = rule.split(':', 2)
      return [name.trim().toLowerCase(), value] as const
    }),
  )
  const read = (name: string): Length | undefined =>
    readLength(style.get(name)) ?? readLength(style.get(`max-${name}`)) ?? readLength(attributes.get(name))
  return sized(readZoom(style.get('zoom')) ?? read('width'), read('height'))
}

/** `{width=50% .right}`, Kramdown's `{: width="300"}`, Typora's and R's spaces in them. */
const braces = /^[ \t]?\{:?([^{}\n]{1,300})\}/
const word = /\s*([#.][^\s{}]+|([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))/y

export interface Braces {
  /** Characters that they take. */
  readonly length: number
  readonly size?: PictureSize
}

/** What stands right behind a picture; undefined when it is no attribute, but text. */
export function readBraces(text: string): Braces | undefined {
  const [whole, content = ''] = braces.exec(text) ?? []
  if (whole === undefined) return undefined
  const attributes = new Map<string, string>()
  const said = content.trimEnd()
  word.lastIndex = 0
  while (word.lastIndex < said.length) {
    const found = word.exec(said)
    if (found === null) return undefined
    if (found[2] !== undefined) attributes.set(found[2].toLowerCase(), found[3] ?? found[4] ?? found[5] ?? '')
  }
  const size = sizeOfAttributes(attributes)
  return { length: whole.length, ...(size && { size }) }
}

/** `=100x50`, `=50%x`, `=x200` → the same in braces. */
export function asBraces(written: string): string {
  const [width = '', height = ''] = written.toLowerCase().split('x')
  const said = [width && `width=${width}`, height && `height=${height}`].filter(Boolean)
  return said.length === 0 ? '' : `{${said.join(' ')}}`
}

/** Obsidian's `words|100` and `words|100x50`, Marp's `w:200 h:100px words`, and how little of it is words. */
export function sizeInWords(alt: string): { readonly alt: string; readonly size?: PictureSize } {
  const isAsked = /(?:w|h|width|height):/.test(alt)
  const marp = !isAsked
    ? []
    : [
        ...alt
          .slice(0, 400)
          .matchAll(/(?<!\S)(w|h|width|height):(\d{1,5}(?:\.\d{1,4})?(?:px|%|cm|mm|in|p[tc]|r?em|vw)?|auto)(?!\S)/g),
      ]
  if (marp.length > 0) {
    const said = (name: string): Length | undefined =>
      readLength(marp.findLast(([, key = '']) => key.startsWith(name))?.[2])
    const size = sized(said('w'), said('h'))
    const words = marp.reduce((text, [whole]) => text.replace(whole, ''), alt)
    return { alt: words.replace(/\s+/g, ' ').trim(), ...(size && { size }) }
  }
  if (!alt.includes('|')) return { alt }
  const [whole, width, height] = /(?:^|(?<!\s)\s*\|)\s*(\d{1,4}(?:px|%)?)(?:\s*x\s*(\d{1,4}))?\s*$/i.exec(alt) ?? []
  if (whole === undefined || !whole.includes('|')) return { alt }
  const size = sized(readLength(width), readLength(height))
  return { alt: alt.slice(0, alt.length - whole.length), ...(size && { size }) }
}

/** Yuque's `#clientId=u1&height=175&width=375`. */
export function sizeInAddress(src: string): PictureSize | undefined {
  const fragment = src.slice(0, 2000).split('#', 2)[1] ?? ''
  if (!/(?:^|&)(?:width|height)=/.test(fragment)) return undefined
  const said = new Map(fragment.split('&').map((pair) => [pair.replace(/=.*$/s, ''), pair.replace(/^[^=]*=/, '')]))
  return sized(readLength(said.get('width')), readLength(said.get('height')))
}
