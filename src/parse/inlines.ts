/** Inline tokens, and HTML among them → inlines, line by line: emphasis and links as a tree, unsafe addresses plain. */
import type { Inline, MarkKind, SpeakerNote } from '../model/notes.js'
import { plainText } from '../model/text.js'
import { type Drawing, drawingOf } from './html/drawings.js'
import { blockNames, codeNames, hiddenNames, isForSpeaker, markNames, quietNames } from './html/elements.js'
import { mediaOf } from './html/media.js'
import { type HtmlElement, type HtmlNode, type HtmlText, named } from './html/node.js'
import type { Token } from './markdown.js'
import { readBraces, sizeInAddress, sizeInWords, sizeOfAttributes } from './pictureSize.js'
import { isSafeLink } from './safeLink.js'
import { glue } from './scripts.js'
import { type TextLine, trimmed } from './textLines.js'

export interface InlineRun {
  readonly lines: readonly TextLine[]
  /** Speaker notes and titles of links: not for the slide. */
  readonly asides: readonly SpeakerNote[]
  /** Names of HTML's elements of which only the text is left. */
  readonly dropped: readonly string[]
  /** What comments hold. */
  readonly comments: readonly string[]
  /** Of those of which nothing is left. */
  readonly hidden: readonly string[]
  /** Titles of pictures. */
  readonly titles: ReadonlyMap<Inline, string>
}

/** Who knows what the marks of footnotes mean. */
export interface FootnoteMarks {
  readonly named: (label: string) => Inline
  /** Takes the text of a footnote written in place; nothing when it can't be one. */
  readonly inPlace: (text: string) => Inline | undefined
}

/** What is at hand for the nodes of a tree: the tokens in its holes, the drawings, and what reads its text. */
export interface Leaves {
  readonly drawings: readonly Drawing[]
  readonly tokens: readonly Token[]
  readonly text: (node: HtmlText) => readonly Token[]
}

type Container = MarkKind | 'link' | 'abbreviation' | 'code' | 'plain'

interface Frame {
  readonly kind: Container
  /** Where it leads, or what it stands for. */
  readonly says: string
  /** Type of the token that closes it. */
  readonly closer: string
  readonly children: Inline[]
}

/** Emphasis nested deeper than this goes on flat. */
const deepest = 40

/** Of an element that has no end, where everything has one. */
const strayTag = /<\/?[a-z][^<>]{0,400}>/gi

export const readInlines = (tokens: readonly Token[], footnotes: FootnoteMarks): InlineRun => {
  const reader = new InlineReader(footnotes)
  for (const [index, token] of tokens.entries()) reader.take(token, index, tokens)
  return reader.finish()
}

/** The same for nodes of HTML that stand in one line of thought. */
export const readNodes = (nodes: readonly HtmlNode[], leaves: Leaves, footnotes: FootnoteMarks): InlineRun => {
  const reader = new InlineReader(footnotes)
  reader.takeNodes(nodes, leaves)
  return reader.finish()
}

class InlineReader {
  private readonly lines: TextLine[] = []
  private readonly stack: Frame[] = []
  private current: Inline[] = []
  private offset = 0
  private lineOffset = 0
  /** Of the nodes that it was given. */
  private firstLine: number | undefined
  private readonly asides: SpeakerNote[] = []
  private readonly comments: string[] = []
  private readonly dropped: string[] = []
  private readonly hidden: string[] = []
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
      case 'math':
        this.offset += token.content.split('\n').length - 1
        this.push({ kind: 'math', tex: token.content })
        return
      case 'image':
        this.takeImage(token)
        return
      case 'html_inline':
        this.takeComment(token.content)
        return
      case 'footnote_ref':
        this.takeFootnote(token)
        return
      case 'ruby':
        this.push({ kind: 'ruby', base: attributeOf(token, 'base'), reading: attributeOf(token, 'reading') })
        return
      case 'abbreviation_open':
        this.openFrame('abbreviation', attributeOf(token, 'title'), 'abbreviation_close')
        return
      case 'link_open':
        this.openLink(attributeOf(token, 'href'), 'link_close')
        this.addAside(this.withoutComments(attributeOf(token, 'title')))
        return
      default: {
        const mark = markNames.get(token.tag)
        if (token.nesting > 0 && mark !== undefined) this.openFrame(mark, '', token.type.replace('open', 'close'))
        else if (token.nesting < 0) this.closeFrame(token.type)
        else this.takeText(token.content)
      }
    }
  }

  /** What stands in braces behind a picture is about it: in its line, or alone in the next. */
  private takeText(text: string): void {
    const before = this.stack.at(-1)?.children ?? (this.current.length > 0 ? this.current : this.lineBefore())
    const image = text.includes('{') ? before?.at(-1) : undefined
    const braces = image?.kind === 'image' ? readBraces(text) : undefined
    const rest = braces === undefined ? text : text.slice(braces.length)
    const isNextLine = before !== this.current && this.stack.length === 0
    if (image?.kind !== 'image' || braces === undefined || (isNextLine && rest.trim() !== '')) {
      this.push({ kind: 'text', text })
      return
    }
    if (braces.size && before) this.replaceLast(before, image, { ...image, size: braces.size })
    this.push({ kind: 'text', text: rest })
  }

  private lineBefore(): Inline[] | undefined {
    const line = this.lines.at(-1)
    if (line === undefined) return undefined
    const inlines = [...line.inlines]
    this.lines[this.lines.length - 1] = { ...line, inlines }
    return inlines
  }

  private replaceLast(inlines: Inline[], image: Inline, by: Inline): void {
    inlines[inlines.length - 1] = by
    const title = this.titles.get(image)
    if (title !== undefined) this.titles.set(by, title)
  }

  finish(): InlineRun {
    while (this.stack.length > 0) this.closeTop()
    this.endLine()
    const { lines, asides, comments, dropped, hidden, titles } = this
    return { lines, asides, comments, dropped, hidden, titles }
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

  private openFrame(kind: Container, says: string, closer: string): void {
    const flat = this.stack.length >= deepest
    this.stack.push({ kind: flat ? 'plain' : kind, says, closer, children: [] })
  }

  private openLink(href: string, closer: string): void {
    this.openFrame(isSafeLink(href) && href.trim() !== '' ? 'link' : 'plain', href.trim(), closer)
  }

  /** Closes the frame and those left open in it; a closer without an opener is nothing. */
  private closeFrame(closer: string): void {
    if (!this.stack.some((frame) => frame.closer === closer)) return
    while (this.stack.at(-1)?.closer !== closer) this.closeTop()
    this.closeTop()
  }

  private closeTop(): void {
    const frame = this.stack.pop()
    if (frame === undefined || frame.children.length === 0) return
    const { kind, says, children } = frame
    if (kind === 'plain') for (const child of children) this.push(child)
    else if (kind === 'link') this.push({ kind, href: says, children })
    else if (kind === 'abbreviation') this.push({ kind, title: says, children })
    else if (kind === 'code') this.push({ kind, text: plainText(children).replace(/\s+/g, ' ') })
    else this.push({ kind, children })
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
    const src = attributeOf(token, 'src').trim()
    const alt = this.withoutComments(token.children ? altText(token.children) : token.content)
    if (src === '') {
      this.push({ kind: 'text', text: alt })
      return
    }
    const image = imageOf(src, alt)
    const title = this.withoutComments(attributeOf(token, 'title')).trim()
    if (title !== '') this.titles.set(image, title)
    this.push(image)
  }

  /** What is said of a picture or a link, where Markdown reads no HTML. */
  private withoutComments(text: string): string {
    if (!text.includes('-->')) return text
    return text.replace(/\s*<!--((?:(?!<!--)[\s\S])*?)-->/g, (_, comment: string) => {
      this.comments.push(comment)
      return ''
    })
  }

  /** Of one that runs over line ends, what follows it is further down. */
  private takeComment(html: string): void {
    this.offset += html.split('\n').length - 1
    if (html.startsWith('<!--')) this.comments.push(html.replace(/^<!--/, '').replace(/-->$/, ''))
    else if (/^<\/?[a-z]/i.test(html)) this.push({ kind: 'text', text: html })
  }

  takeNodes(nodes: readonly HtmlNode[], leaves: Leaves): void {
    for (const node of nodes) this.takeNode(node, leaves)
  }

  private takeNode(node: HtmlNode, leaves: Leaves): void {
    this.firstLine ??= node.line
    this.offset = node.line - this.firstLine
    if (node.kind === 'comment') this.comments.push(node.text)
    else if (node.kind === 'element') this.takeElement(node, leaves)
    else if (node.kind === 'text') {
      const tokens = this.stack.some(({ kind }) => kind === 'code') ? undefined : leaves.text(node)
      if (tokens === undefined) this.push({ kind: 'text', text: node.text })
      else for (const [index, token] of tokens.entries()) this.take(token, index, tokens)
    } else {
      const token = leaves.tokens[node.index]
      if (token?.type === 'link_open') this.addAside(attributeOf(token, 'title'))
      else if (token && token.type !== 'abbreviation_open') this.take(token, node.index, leaves.tokens)
    }
  }

  private takeElement(element: HtmlElement, leaves: Leaves): void {
    const { name, attributes, children } = element
    const mark = markNames.get(name)
    const title = attributes.get('title')?.trim() ?? ''
    if (isForSpeaker(element)) this.addAside(this.wordsIn(children, leaves))
    else if (mark !== undefined) this.within(mark, '', children, leaves)
    else if (codeNames.has(name)) this.within('code', '', children, leaves)
    else if (name === 'br') this.push({ kind: 'break' })
    else if (name === 'img') this.takeImgTag(attributes)
    else if (name === 'ruby') this.takeRuby(children, leaves)
    else if (name === 'a') {
      const href = attributes.get('href')?.trim() ?? ''
      this.within(isSafeLink(href) && href !== '' ? 'link' : 'plain', href, children, leaves)
      this.addAside(title)
    } else if (/^(?:abbr|acronym)$/.test(name) && title !== '') {
      this.within('abbreviation', title, children, leaves)
    } else if (name === 'input') this.takeInput(attributes)
    else if (name === 'q') this.quoted(children, leaves)
    else if (mediaOf(element) !== undefined) this.takeMedia(element)
    else if (name === 'svg') this.takeDrawing(element, leaves)
    else if (hiddenNames.has(name)) {
      if (children.length > 0 || /^(?:script|style)$/.test(name)) this.hidden.push(name)
    } else this.takeInside(element, leaves)
  }

  /** What means nothing here: its text is shown, and where something is lost it is told. */
  private takeInside({ name, attributes, children }: HtmlElement, leaves: Leaves): void {
    if (!quietNames.has(name) || (name === 'span' && attributes.has('style'))) this.dropped.push(name)
    const isApart = blockNames.has(name) || name === 'option'
    if (isApart) this.push({ kind: 'text', text: ' ' })
    this.takeNodes(children, leaves)
    if (isApart) this.push({ kind: 'text', text: ' ' })
  }

  /** Of what can't be drawn, what is written in it. */
  private takeDrawing(element: HtmlElement, leaves: Leaves): void {
    const drawing = drawingOf(element, leaves.drawings)
    if (drawing) {
      const { src, alt, words } = drawing
      this.push({ kind: 'image', src, alt, words })
      return
    }
    this.dropped.push('svg')
    this.takeWritten(element.children, leaves)
  }

  private takeWritten(nodes: readonly HtmlNode[], leaves: Leaves): void {
    for (const node of nodes) {
      if (node.kind === 'element') {
        if (node.name === 'title' || !hiddenNames.has(node.name)) this.takeWritten(node.children, leaves)
        if (!/^(?:tspan|textpath|a)$/.test(node.name)) this.push({ kind: 'text', text: ' ' })
      } else if (node.kind === 'text') this.push({ kind: 'text', text: node.text.replace(strayTag, ' ') })
      else this.takeNode(node, leaves)
    }
  }

  private within(kind: Container, says: string, children: readonly HtmlNode[], leaves: Leaves): void {
    const depth = this.stack.length
    this.openFrame(kind, says, '')
    this.takeNodes(children, leaves)
    while (this.stack.length > depth) this.closeTop()
  }

  private quoted(children: readonly HtmlNode[], leaves: Leaves): void {
    this.push({ kind: 'text', text: '“' })
    this.takeNodes(children, leaves)
    this.push({ kind: 'text', text: '”' })
  }

  /** The text in it, for what is no text here. */
  private wordsIn(nodes: readonly HtmlNode[], leaves: Leaves): string {
    const { lines } = readNodes(nodes, leaves, this.footnotes)
    return lines.map(({ inlines }) => plainText(inlines)).join('\n')
  }

  private takeRuby(children: readonly HtmlNode[], leaves: Leaves): void {
    const base: HtmlNode[] = []
    for (const child of children) {
      const name = child.kind === 'element' ? child.name : ''
      if (child.kind === 'element' && /^rtc?$/.test(name)) {
        // `<rb>漢</rb><rb>字</rb><rt>かん</rt><rt>じ</rt>`: one for each.
        const [first] = base
        const read = base.splice(0, first && named(first, 'rb') ? 1 : base.length)
        const says = [this.wordsIn(read, leaves).trim(), this.wordsIn(child.children, leaves).trim()] as const
        if (says[0] !== '' && says[1] !== '') this.push({ kind: 'ruby', base: says[0], reading: says[1] })
        else this.push({ kind: 'text', text: says.join('') })
      } else if (name !== 'rp') base.push(child)
    }
    this.takeNodes(base, leaves)
  }

  private takeInput(attributes: ReadonlyMap<string, string>): void {
    if (attributes.get('type') === 'checkbox')
      this.push({ kind: 'text', text: attributes.has('checked') ? '[x] ' : '[ ] ' })
    else this.dropped.push('input')
  }

  private takeMedia(element: HtmlElement): void {
    const media = mediaOf(element)
    if (media === undefined) return
    const text: Inline = { kind: 'text', text: media.title }
    this.push(media.href === '' ? text : { kind: 'link', href: media.href, children: [text] })
  }

  private takeImgTag(attributes: ReadonlyMap<string, string>): void {
    const src = attributes.get('src')?.trim() ?? ''
    const alt = attributes.get('alt')?.trim() ?? ''
    const title = attributes.get('title')?.trim() ?? ''
    if (src === '') {
      this.dropped.push('img')
      this.push({ kind: 'text', text: alt })
      return
    }
    const size = sizeOfAttributes(attributes)
    const image: Inline = { kind: 'image', src, alt, ...(size && { size }) }
    if (title !== '') this.titles.set(image, title)
    this.push(image)
  }

  private addAside(text: string): void {
    if (text.trim() !== '') this.asides.push({ text: text.trim(), origin: 'written' })
  }
}

const attributeOf = (token: Token, name: string): string => String(token.attrGet(name) ?? '')

const imageOf = (src: string, written: string): Inline => {
  const { alt, size = sizeInAddress(src) } = sizeInWords(written.trim())
  return { kind: 'image', src, alt, ...(size && { size }) }
}

/** The words of a picture's alternative text, its Markdown read; tags set how a text looks, and this one is not seen. */
const altText = (tokens: readonly Token[]): string =>
  tokens
    .filter(({ type, content }) => type !== 'html_inline' || content.startsWith('<!--'))
    .map((token) =>
      token.children ? altText(token.children) : /^(?:soft|hard)break$/.test(token.type) ? ' ' : token.content,
    )
    .join('')
