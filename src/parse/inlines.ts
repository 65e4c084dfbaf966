/** Inline tokens → inlines, line by line: emphasis and links as a tree, HTML read or gone, unsafe addresses plain. */
import type { Inline, NoteOrigin, SpeakerNote } from '../model/notes.js'
import { plainText } from '../model/text.js'
import { isForSpeaker, readTag, type Tag } from './html.js'
import type { Token } from './markdown.js'
import { glue } from './scripts.js'
import { type TextLine, trimmed } from './textLines.js'

export interface InlineRun {
  readonly lines: readonly TextLine[]
  /** Comments and titles of links: not for the slide. */
  readonly asides: readonly SpeakerNote[]
  /** HTML tags that went. */
  readonly dropped: readonly string[]
  /** Titles of pictures. */
  readonly titles: ReadonlyMap<Inline, string>
}

/** Who knows what the marks of footnotes mean. */
export interface FootnoteMarks {
  readonly named: (label: string) => Inline
  /** Takes the text of a footnote written in place; nothing when it can't be one. */
  readonly inPlace: (text: string) => Inline | undefined
}

type Container = 'strong' | 'em' | 'strike' | 'link' | 'plain' | 'aside'

interface Frame {
  readonly kind: Container
  readonly href: string
  /** Token type or tag name that closes it. */
  readonly closer: string
  readonly children: Inline[]
}

/** Emphasis nested deeper than this goes on flat. */
const deepest = 40

/** Only what leads somewhere harmless: http, https, mailto, and addresses without a scheme. */
const isSafeLink = (href: string): boolean => {
  // biome-ignore lint/complexity/useRegexLiterals: control characters read better escaped
  const bare = href.replace(new RegExp('[\\u0000-\\u0020\\u007f-\\u00a0\\u200b-\\u200f\\u2028-\\u202f]', 'g'), '')
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1]?.toLowerCase()
  return scheme === undefined || scheme === 'http' || scheme === 'https' || scheme === 'mailto'
}

const htmlKinds: ReadonlyMap<string, Container> = new Map([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['mark', 'strong'],
  ['i', 'em'],
  ['em', 'em'],
  ['s', 'strike'],
  ['del', 'strike'],
  ['strike', 'strike'],
  ['a', 'link'],
])

export const readInlines = (tokens: readonly Token[], footnotes: FootnoteMarks): InlineRun => {
  const reader = new InlineReader(footnotes)
  for (const [index, token] of tokens.entries()) reader.take(token, index, tokens)
  return reader.finish()
}

class InlineReader {
  private readonly lines: TextLine[] = []
  private readonly stack: Frame[] = []
  private current: Inline[] = []
  private offset = 0
  private lineOffset = 0
  private readonly asides: SpeakerNote[] = []
  private readonly dropped: string[] = []
  private readonly titles = new Map<Inline, string>()

  constructor(private readonly footnotes: FootnoteMarks) {}

  take(token: Token, index: number, tokens: readonly Token[]): void {
    switch (token.type) {
      case 'softbreak':
        this.offset++
        if (this.stack.length === 0) this.endLine()
        else this.push({ kind: 'text', text: this.join(index, tokens) })
        return
      case 'hardbreak':
        this.offset++
        this.push({ kind: 'break' })
        return
      case 'code_inline':
        this.push({ kind: 'code', text: token.content })
        return
      case 'image':
        this.takeImage(token)
        return
      case 'html_inline':
        this.takeHtml(token.content)
        return
      case 'footnote_ref':
        this.takeFootnote(token)
        return
      case 'strong_open':
      case 'em_open':
      case 's_open':
        this.openFrame(
          token.tag === 's' ? 'strike' : token.tag === 'em' ? 'em' : 'strong',
          '',
          token.type.replace('open', 'close'),
        )
        return
      case 'link_open':
        this.openLink(String(token.attrGet('href') ?? ''), 'link_close')
        this.addAside('written', String(token.attrGet('title') ?? ''))
        return
      case 'strong_close':
      case 'em_close':
      case 's_close':
      case 'link_close':
        this.closeFrame(token.type)
        return
      default:
        this.push({ kind: 'text', text: token.content })
    }
  }

  finish(): InlineRun {
    while (this.stack.length > 0) this.closeTop()
    this.endLine()
    return { lines: this.lines, asides: this.asides, dropped: this.dropped, titles: this.titles }
  }

  /** What stands for a line end inside emphasis or a link. */
  private join(index: number, tokens: readonly Token[]): string {
    const before = tokens.slice(Math.max(0, index - 4), index).findLast((token) => token.content !== '')
    const after = tokens.slice(index + 1, index + 5).find((token) => token.content !== '')
    return glue(before?.content ?? '', after?.content.trimStart() ?? '')
  }

  private push(inline: Inline): void {
    const target = this.stack.at(-1)?.children ?? this.current
    const last = target.at(-1)
    if (inline.kind === 'text') {
      if (inline.text === '') return
      if (last?.kind === 'text') {
        target[target.length - 1] = { kind: 'text', text: last.text + inline.text }
        return
      }
    }
    target.push(inline)
  }

  private openFrame(kind: Container, href: string, closer: string): void {
    const flat = this.stack.length >= deepest
    this.stack.push({ kind: flat ? 'plain' : kind, href, closer, children: [] })
  }

  private openLink(href: string, closer: string): void {
    this.openFrame(isSafeLink(href) && href.trim() !== '' ? 'link' : 'plain', href.trim(), closer)
  }

  /** Closes the frame and those left open in it; a closer without an opener is nothing. */
  private closeFrame(closer: string): void {
    if (!this.stack.some((frame) => frame.closer === closer)) return
    while (this.stack.at(-1)?.closer !== closer) this.closeTop()
    this.closeTop(true)
  }

  /** @param written whether it is closed in the notes: what is marked as the speaker's, and goes on for ever, is text */
  private closeTop(written = false): void {
    const frame = this.stack.pop()
    if (frame?.kind === 'aside' && !written) this.dropped.push('aside')
    if (frame === undefined || frame.children.length === 0) return
    if (frame.kind === 'aside' && written) this.addAside('written', plainText(frame.children))
    else if (frame.kind === 'plain' || frame.kind === 'aside') for (const child of frame.children) this.push(child)
    else if (frame.kind === 'link') this.push({ kind: 'link', href: frame.href, children: frame.children })
    else this.push({ kind: frame.kind, children: frame.children })
  }

  private endLine(): void {
    const inlines = trimmed(this.current)
    if (inlines.length > 0) this.lines.push({ inlines, text: plainText(inlines).trim(), offset: this.lineOffset })
    this.current = []
    this.lineOffset = this.offset
  }

  private takeFootnote(token: Token): void {
    const known = token.meta?.['label']
    const mark = known === undefined ? this.footnotes.inPlace(token.content) : this.footnotes.named(String(known))
    this.push(mark ?? { kind: 'text', text: `^[${token.content}]` })
  }

  private takeImage(token: Token): void {
    const src = String(token.attrGet('src') ?? '').trim()
    const alt = token.children ? altText(token.children) : token.content
    if (src === '') {
      this.push({ kind: 'text', text: alt })
      return
    }
    const image: Inline = { kind: 'image', src, alt: alt.trim() }
    const title = String(token.attrGet('title') ?? '').trim()
    if (title !== '') this.titles.set(image, title)
    this.push(image)
  }

  private takeHtml(html: string): void {
    // Comments run over line ends; what follows them is further down.
    const ends = html.split('\n').length - 1
    if (html.startsWith('<!--')) this.addAside('comment', html.replace(/^<!--/, '').replace(/-->$/, ''))
    else {
      const tag = readTag(html)
      if (tag === undefined) this.push({ kind: 'text', text: html })
      else if (tag.name === 'br') this.push({ kind: 'break' })
      else if (tag.name === 'img') this.takeImgTag(tag.attributes)
      else if (tag.closes) this.closeTag(tag.name)
      else this.openTag(tag)
    }
    this.offset += ends
  }

  private takeImgTag(attributes: ReadonlyMap<string, string>): void {
    const src = attributes.get('src')?.trim() ?? ''
    const alt = attributes.get('alt')?.trim() ?? ''
    if (src !== '') this.push({ kind: 'image', src, alt })
    else {
      this.dropped.push('img')
      this.push({ kind: 'text', text: alt })
    }
  }

  private openTag(tag: Tag): void {
    const { name, attributes } = tag
    const kind = isForSpeaker(tag) ? 'aside' : htmlKinds.get(name)
    if (kind === 'link') this.openLink(attributes.get('href') ?? '', `</${name}>`)
    else if (kind !== undefined) this.openFrame(kind, '', `</${name}>`)
    else this.dropped.push(name)
  }

  private closeTag(name: string): void {
    const closer = `</${name}>`
    const isKnown = htmlKinds.has(name) || (name === 'aside' && this.stack.some((frame) => frame.closer === closer))
    if (isKnown) this.closeFrame(closer)
    else this.dropped.push(name)
  }

  private addAside(origin: NoteOrigin, text: string): void {
    if (text.trim() !== '') this.asides.push({ text: text.trim(), origin })
  }
}

/** The words of a picture's alternative text, its Markdown read. */
const altText = (tokens: readonly Token[]): string =>
  tokens
    .map((token) => (token.children ? altText(token.children) : token.type === 'softbreak' ? ' ' : token.content))
    .join('')
