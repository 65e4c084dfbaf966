/** The text of an SVG → the same picture as XML that runs nothing, loads nothing and lies within itself; and what it lost. */
import { cleanAddress } from './address.js'
import { cleanCss } from './css.js'
import { animations, isSvgAttribute, svgElements, unseenElements } from './svgNames.js'
import { readHtmlSvg, readXml, type XmlAttribute, type XmlListener } from './xml.js'

export interface CleanSvg {
  /** '' when there is no `<svg>` in it. */
  readonly text: string
  /** What is not shown of it, each once: `<script>`, `onload`, `<foreignObject>`, `href`. What nobody sees is not named. */
  readonly dropped: readonly string[]
}

/** Drawings within drawings. */
const MOST_WITHIN = 2

/**
 * Pure; never throws. Reads it as XML, or as HTML does where it is none.
 * @param within how many drawings it lies in, as an address that carries it
 */
export function cleanSvg(text: string, within = 0): CleanSvg {
  const nested = (inner: string): CleanSvg =>
    within < MOST_WITHIN ? cleanSvg(inner, within + 1) : { text: '', dropped: ['href'] }
  const strict = new Sieve(nested)
  if (readXml(text.replace(/^\uFEFF/, ''), strict)) return strict.result()
  const lenient = new Sieve(nested)
  readHtmlSvg(text, lenient)
  return lenient.result()
}

/** Writes what may stay of the elements that it is told of. */
class Sieve implements XmlListener {
  private readonly parts: string[] = []
  private readonly dropped = new Set<string>()
  /** Names of the elements that are open and stay. */
  private readonly open_: string[] = []
  /** How many elements deep we are in one that goes. */
  private skipping = 0
  /** Text of the style sheet we are in. */
  private style: string[] | undefined
  private isDone = false

  private readonly nested: (text: string) => CleanSvg

  /** @param nested cleans drawings that it carries in its addresses: what they lose, it loses */
  constructor(nested: (text: string) => CleanSvg) {
    this.nested = (text) => {
      const cleaned = nested(text)
      for (const what of cleaned.dropped) this.drop(what)
      return cleaned
    }
  }

  open(name: string, isSvg: boolean, attributes: readonly XmlAttribute[]): void {
    if (this.skipping > 0 || this.isDone || !this.stays(name, isSvg, attributes)) {
      this.skipping++
      return
    }
    const kept = attributes.map((each) => this.attribute(name, each)).join('')
    const spaces = this.open_.length === 0 ? SPACES : ''
    this.parts.push(`<${name}${spaces}${kept}>`)
    this.open_.push(name)
    if (name === 'style') this.style = []
  }

  private stays(name: string, isSvg: boolean, attributes: readonly XmlAttribute[]): boolean {
    if (this.open_.length === 0 && name !== 'svg') return false
    // What other programs keep in there for themselves has a language of its own, and is not drawn.
    if (!isSvg || unseenElements.has(name)) return false
    const target = attributes
      .find((each) => each.name === 'attributeName')
      ?.value.trim()
      .replace(/^.*:/, '')
    const isFine =
      svgElements.has(name) &&
      this.style === undefined &&
      !(animations.has(name) && target !== undefined && (target === 'href' || !isSvgAttribute(target)))
    if (!isFine) this.drop(`<${name}>`)
    return isFine
  }

  private attribute(element: string, { space, name, value }: XmlAttribute): string {
    // What names languages, and what other programs add, says nothing about the picture.
    if (space === 'other' || space === 'xmlns' || (space === '' && name === 'xmlns')) return ''
    const written = space === '' ? name : `${space}:${name}`
    const isKnown = space === '' ? isSvgAttribute(name) : knownSpaced.includes(written)
    if (!isKnown) {
      // Unknown ones do nothing; handlers do.
      if (/^on|^(?:src|base|action|formaction|ping|srcset)$/i.test(name)) this.drop(name)
      return ''
    }
    const kept = name === 'href' ? this.address(element, value) : this.plain(value)
    return kept === undefined
      ? ''
      : ` ${written}="${escapeXml(kept).replace(/[\t\n\r]/g, (each) => `&#${each.charCodeAt(0)};`)}"`
  }

  private address(element: string, value: string): string | undefined {
    const isPicture = element === 'image' || element === 'feImage'
    const kept = element === 'a' ? linkAddress(value) : isPicture ? cleanAddress(value, this.nested) : within(value)
    if (kept === undefined) this.drop('href')
    return kept
  }

  private plain(value: string): string {
    // Without these there is no address in it, in any notation.
    return /[(\\@]/.test(value) ? this.css(value) : value
  }

  private css(text: string): string {
    const { css, refused } = cleanCss(text, (address) => cleanAddress(address, this.nested))
    for (const { what } of refused) this.drop(what === 'import' ? '@import' : 'url()')
    return css
  }

  text(text: string): void {
    if (this.skipping > 0 || this.isDone || this.open_.length === 0) return
    if (this.style) this.style.push(text)
    else this.parts.push(escapeXml(text))
  }

  close(): void {
    if (this.skipping > 0) {
      this.skipping--
      return
    }
    const name = this.open_.pop()
    if (name === undefined) return
    if (this.style) this.parts.push(escapeXml(this.css(this.style.join(''))))
    this.style = undefined
    this.parts.push(`</${name}>`)
    this.isDone = this.open_.length === 0
  }

  styleSheet(): void {
    this.drop('xml-stylesheet')
  }

  private drop(what: string): void {
    if (this.dropped.size < MOST_NAMED) this.dropped.add(what.slice(0, 40))
  }

  result(): CleanSvg {
    return { text: this.parts.join(''), dropped: [...this.dropped] }
  }
}

/** Of what was dropped: enough for a sentence. */
const MOST_NAMED = 8

const SPACES = ' xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
const knownSpaced: readonly string[] = ['xlink:href', 'xlink:title', 'xml:space', 'xml:lang']

/** Whoever opens the picture by itself may follow it, to the web. */
const linkAddress = (value: string): string | undefined =>
  /^(?:https?:\/\/|mailto:|#)/i.test(value.trim()) ? value.trim() : undefined

const within = (value: string): string | undefined => (value.trim().startsWith('#') ? value : undefined)

/** What no XML may hold goes: HTML may. */
const escapeXml = (text: string): string =>
  text.replace(UNFIT, '').replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`)
const UNFIT = /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]/gu
