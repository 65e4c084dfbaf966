/** The text of an SVG → whether programs for slides draw it as browsers do. */
import { isSvgAttribute, svgElements } from './svgNames.js'
import { readXml, type XmlAttribute, type XmlListener } from './xml.js'

/** They leave these out, or draw something else. */
const DRAWN_ELSEWHERE: readonly string[] = ['feImage', 'image', 'style', 'use']

/** Whatever is not certain is drawn by the browser. */
export function isPlainSvg(text: string): boolean {
  let isPlain = true
  const listener: XmlListener = {
    open(name, isSvg, attributes) {
      isPlain &&=
        isSvg && svgElements.has(name) && !DRAWN_ELSEWHERE.includes(name) && attributes.every(isPlainAttribute)
    },
    text() {},
    close() {},
    styleSheet() {
      isPlain = false
    },
  }
  return readXml(text, listener) && isPlain
}

/** Addresses lead to a part of the drawing; what nobody knows does nothing, but for handlers. */
function isPlainAttribute({ space, name, value }: XmlAttribute): boolean {
  if (space === 'xmlns' || name === 'xmlns') return true
  if (/^(?:href|src)$/i.test(name)) return value.trim().startsWith('#')
  if (!isSvgAttribute(name)) return !/^on/i.test(name)
  return !/\\|url\(\s*["']?(?!["'#])/i.test(value)
}
