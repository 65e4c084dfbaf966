/** The HTML of a layout, with pieces in it that are filled in later → what of it may not stand, whatever is filled in. */
import { type Token, Tokenizer } from 'parse5'
import { cleanAddress } from './address.js'
import { cleanCss } from './css.js'
import { holdsText, isLayoutAttribute, isLayoutElement } from './htmlNames.js'
import { cleanSvg } from './svg.js'

/** A place that is filled in later. */
export interface Piece {
  readonly start: number
  readonly end: number
  /**
   * `text` and `number`: words, escaped; `html`: elements of ours; `attributes`: whole ones of ours, a blank before each;
   * `level`: a number behind `h`; `block`: nothing by itself, but what stands up to the next one of its block may be left out
   * or come again.
   */
  readonly kind: 'text' | 'number' | 'level' | 'html' | 'attributes' | 'block'
  /** Pieces of one block bear one number. */
  readonly block?: number
}

export interface MarkupFault {
  readonly offset: number
  /** A clause without a full stop. */
  readonly reason: string
}

/** A picture that lies beside the layout. */
export interface OwnSource {
  readonly path: string
  /** Where its attribute stands. */
  readonly start: number
  readonly end: number
}

export interface CheckedMarkup {
  readonly faults: readonly MarkupFault[]
  readonly sources: readonly OwnSource[]
}

/** Letters that nobody writes: one for each piece. */
const FIRST = 0xe000
const MOST_PIECES = 6000
/** What a slide and the deck are made of: the others end with the slide. */
const AROUND_LAYOUTS: readonly string[] = ['main', 'section']
const FILLED = /[\ue000-\uf8ff]/

/**
 * Reads it as browsers do, each piece in it as letters that mean nothing. As a block begins and ends in the same place
 * (between elements, in one value, between attributes of one element), and no piece touches a name or `<`, what browsers
 * read once it is filled in is the very same, with some of it left out or repeated.
 *
 * @param html its line ends are `\n`
 */
export function checkMarkup(html: string, pieces: readonly Piece[]): CheckedMarkup {
  if (FILLED.test(html) || pieces.length > MOST_PIECES)
    return { faults: [{ offset: 0, reason: 'it holds characters for private use, or no end of Liquid' }], sources: [] }
  const reading = new Reading(html, pieces)
  return { faults: reading.faults, sources: reading.sources }
}

interface AttributePlace {
  readonly element: string
  /** Where that begins. */
  readonly tag: number
  readonly from: number
  readonly to: number
}

class Reading {
  readonly faults: MarkupFault[] = []
  readonly sources: OwnSource[] = []
  /** Piece → where it stands: between elements when nothing says otherwise. */
  private readonly stands = new Map<Piece, string>()
  /** Names of elements → how many are open. */
  private readonly open = new Map<string, number>()

  constructor(
    private readonly html: string,
    private readonly pieces: readonly Piece[],
  ) {
    const ignore = (): void => {}
    const tokenizer = new Tokenizer(
      { sourceCodeLocationInfo: true },
      {
        onStartTag: (tag) => this.tag(tag),
        onParseError: ({ code, startOffset }) => {
          if (code === 'duplicate-attribute')
            this.refuse(startOffset, 'it says an attribute twice: put the `{% if %}` inside its value')
          // What follows in the deck would end it, and stand in it.
          if (code.startsWith('eof-')) this.refuse(html.lastIndexOf('<'), 'this tag or comment begins and does not end')
        },
        onEndTag: (tag) => this.endTag(tag),
        onComment: (comment) => this.comment(comment),
        onDoctype: ({ location }) => this.refuse(location?.startOffset ?? 0, 'a layout is no document of its own'),
        onCharacter: (token) => this.text(token),
        onNullCharacter: ignore,
        onWhitespaceCharacter: ignore,
        onEof: ignore,
      },
    )
    tokenizer.write(filledIn(html, pieces), true)
    this.checkBlocks()
  }

  private refuse(offset: number, reason: string): void {
    this.faults.push({ offset, reason })
  }

  private tag({ tagName, attrs, location }: Token.TagToken): void {
    const start = location?.startOffset ?? 0
    this.name(tagName, start)
    this.open.set(tagName, (this.open.get(tagName) ?? 0) + 1)
    for (const { name, value } of attrs) {
      const place = location?.attrs?.[name]
      const [from, to] = [place?.startOffset ?? start, place?.endOffset ?? start]
      this.attribute(name, value, { tag: start, from, to, element: tagName })
    }
  }

  /** Of the pieces that touch a name, `level` may follow an `h`, and blocks may follow any. */
  private name(written: string, start: number): void {
    const name = written.replace(/[\ue000-\uf8ff]+$/, '')
    const behind = this.piecesIn(written.slice(name.length))
    const level = behind[0]?.kind === 'level' ? 1 : 0
    const isHeading = level === 1 && name === 'h'
    for (const piece of behind.slice(level)) this.between(piece, start)
    if (behind.slice(level).some(({ kind }) => kind !== 'block' && kind !== 'attributes'))
      this.refuse(start, 'what is filled in stands right behind the name of an element')
    if (!isHeading && (level === 1 || !isLayoutElement(name)))
      this.refuse(start, `\`<${shown(name)}>\` has no place in a layout`)
  }

  private between(piece: Piece, tag: number): void {
    this.stands.set(piece, `<${tag}>`)
  }

  private attribute(name: string, value: string, at: AttributePlace): void {
    const inName = this.piecesIn(name)
    if (inName.length > 0) {
      const isAll = [...name].every((letter) => FILLED.test(letter))
      const fit = inName.every(({ kind }) => kind === 'attributes' || kind === 'block')
      if (!isAll || !fit || value !== '') this.refuse(at.from, 'what is filled in stands in the name of an attribute')
      for (const piece of inName) this.between(piece, at.tag)
      return
    }
    const inValue = this.piecesIn(value)
    for (const piece of inValue) this.stands.set(piece, `${at.tag} ${name}`)
    const reason = isLayoutAttribute(name)
      ? this.valueFault(name, value, inValue, at)
      : `\`${shown(name)}\` has no place in a layout`
    if (reason !== undefined) this.refuse(at.from, reason)
  }

  /** What is wrong with the value of an attribute, if anything is. */
  private valueFault(name: string, value: string, filled: readonly Piece[], at: AttributePlace): string | undefined {
    if (filled.length > 0 && !/^[^=]*=\s*["']/.test(this.html.slice(at.from, at.to)))
      return `put quotes around the value of \`${name}\``
    if (filled.some(({ kind }) => kind === 'html' || kind === 'attributes'))
      return `what is filled into \`${name}\` would end it: leave \`| raw\` away`
    const isAddress = /(?:^|:)href$/.test(name)
    if (holdsText(name) || (isAddress && value.trim().startsWith('#'))) return undefined
    if (filled.some(({ kind }) => kind !== 'number' && kind !== 'level'))
      return `only numbers can be filled into \`${name}\`, and what leads within the deck: \`#…\``
    if (isAddress) {
      const isLink = at.element === 'a' && /^(?:https?:\/\/|mailto:)/i.test(value.trim()) && filled.length === 0
      return isLink ? undefined : `\`${name}\` leads out of the deck: \`${shown(value)}\``
    }
    if (name === 'src') return this.sourceFault(value, filled, at)
    const [refused] = cleanCss(value, inertAddress).refused
    return refused && `\`${shown(refused.text)}\` is not in the deck`
  }

  private sourceFault(value: string, filled: readonly Piece[], { from, to }: AttributePlace): string | undefined {
    if (inertAddress(value) !== undefined && !value.trim().startsWith('#')) return undefined
    // What has a scheme, a root or a host lies elsewhere; whether the rest lies beside the layout, the disk knows.
    if (filled.length > 0 || value.trim() === '' || /^\s*(?:[a-z][a-z\d+.-]*:|[\\/])/i.test(value))
      return `\`src\` leads out of the template: \`${shown(value)}\``
    this.sources.push({ path: value.trim(), start: from, end: to })
    return undefined
  }

  private endTag({ tagName, location }: Token.TagToken): void {
    const start = location?.startOffset ?? 0
    this.name(tagName, start)
    const isOpen = this.open.get(tagName) ?? 0
    this.open.set(tagName, isOpen - 1)
    if (isOpen <= 0 && AROUND_LAYOUTS.includes(tagName))
      this.refuse(start, `\`</${tagName}>\` ends what stands around the layout`)
  }

  private comment({ data, location }: Token.CommentToken): void {
    const start = location?.startOffset ?? 0
    if (!this.html.startsWith('<!--', start) || FILLED.test(data))
      this.refuse(start, 'this is no comment, or one with something filled in')
  }

  private text({ chars, location }: Token.CharacterToken): void {
    const at = chars.indexOf('<')
    if (at >= 0) this.refuse((location?.startOffset ?? 0) + at, 'a `<` that begins no element is written `&lt;`')
    for (const piece of this.piecesIn(chars)) {
      if (piece.kind === 'attributes')
        this.refuse(piece.start, 'this belongs into a tag, behind the name of its element')
    }
  }

  private checkBlocks(): void {
    const first = new Map<number, string>()
    for (const piece of this.pieces) {
      if (piece.block === undefined) continue
      const place = this.stands.get(piece) ?? ''
      const begun = first.get(piece.block)
      if (begun === undefined) first.set(piece.block, place)
      else if (begun !== place) {
        this.refuse(piece.start, 'this block of Liquid begins in one part of a tag and ends in another')
        return
      }
    }
  }

  private piecesIn(text: string): readonly Piece[] {
    const numbers = new Set(
      [...text].filter((letter) => FILLED.test(letter)).map((letter) => letter.charCodeAt(0) - FIRST),
    )
    return [...numbers].flatMap((number) => this.pieces[number] ?? [])
  }
}

/** Itself, when it leads nowhere and runs nothing. */
const inertAddress = (address: string): string | undefined =>
  cleanAddress(address, cleanSvg) === address ? address : undefined

/** As long as it was, so that places stay where they are. */
function filledIn(html: string, pieces: readonly Piece[]): string {
  let [text, done] = ['', 0]
  for (const [number, { start, end }] of pieces.entries()) {
    const from = Math.max(done, start)
    text += html.slice(done, from) + String.fromCharCode(FIRST + number).repeat(Math.max(0, end - from))
    done = Math.max(done, end)
  }
  return text + html.slice(done)
}

function shown(text: string): string {
  const line = text.replace(/[\ue000-\uf8ff]+/g, '…').replace(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
