/** Inline tokens, and HTML among them → inlines, line by line: emphasis and links as a tree, unsafe addresses plain. */
import type { Inline } from '../model/notes.js'
import { plainText } from '../model/text.js'
import { type Drawing, drawingOf } from './html/drawings.js'
import { blockNames, codeNames, hiddenNames, isForSpeaker, isStep, markNames, quietNames } from './html/elements.js'
import { mediaOf } from './html/media.js'
import { type HtmlElement, type HtmlNode, type HtmlText, named } from './html/node.js'
import { type Container, type InlineRun, RunBuilder } from './inlineRun.js'
import type { Token } from './markdown.js'
import { readBraces, sizeInAddress, sizeInWords, sizeOfAttributes } from './pictureSize.js'
import { isSafeLink } from './safeLink.js'
import { glue } from './scripts.js'

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

/** Of an element that has no end, where everything has one. */
const strayTag = /<\/?[a-z][^<>]{0,400}>/gi

export const readInlines = (tokens: readonly Token[], footnotes: FootnoteMarks): InlineRun => {
  const reader = new InlineReader(footnotes)
  for (const [index, token] of tokens.entries()) reader.take(token, index, tokens)
  return reader.read()
}

/** The same for nodes of HTML that stand in one line of thought. */
export const readNodes = (nodes: readonly HtmlNode[], leaves: Leaves, footnotes: FootnoteMarks): InlineRun => {
  const reader = new InlineReader(footnotes)
  reader.takeNodes(nodes, leaves)
  return reader.read()
}

class InlineReader {
  private readonly run = new RunBuilder()
  /** Of the nodes that it was given. */
  private firstLine: number | undefined

  constructor(private readonly footnotes: FootnoteMarks) {}

  read(): InlineRun {
    return this.run.finish()
  }

  take(token: Token, index: number, tokens: readonly Token[]): void {
    switch (token.type) {
      case 'softbreak':
        this.run.offset++
        if (!this.run.isInside) this.run.endLine()
        else this.run.push({ kind: 'text', text: this.join(index, tokens) })
        return
      case 'hardbreak':
        this.run.offset++
        this.run.push({ kind: 'break' })
        return
      case 'code_inline':
        this.run.push({ kind: 'code', text: token.content })
        return
      case 'math':
        this.run.offset += token.content.split('\n').length - 1
        this.run.push({ kind: 'math', tex: token.content })
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
        this.run.push({ kind: 'ruby', base: attributeOf(token, 'base'), reading: attributeOf(token, 'reading') })
        return
      case 'abbreviation_open':
        this.run.openFrame('abbreviation', attributeOf(token, 'title'), 'abbreviation_close')
        return
      case 'link_open':
        this.run.openLink(attributeOf(token, 'href'), 'link_close')
        this.run.addAside(this.withoutComments(attributeOf(token, 'title')))
        return
      default: {
        const mark = markNames.get(token.tag)
        if (token.nesting > 0 && mark !== undefined) this.run.openFrame(mark, '', token.type.replace('open', 'close'))
        else if (token.nesting < 0) this.run.closeFrame(token.type)
        else this.takeText(token.content)
      }
    }
  }

  /** What stands in braces behind a picture is about it: in its line, or alone in the next. */
  private takeText(text: string): void {
    const image = text.includes('{') ? this.run.last() : undefined
    const braces = image?.kind === 'image' ? readBraces(text) : undefined
    const rest = braces === undefined ? text : text.slice(braces.length)
    if (image?.kind !== 'image' || braces === undefined || (this.run.isNewLine && rest.trim() !== '')) {
      this.run.push({ kind: 'text', text })
      return
    }
    if (braces.size) this.run.replaceLast({ ...image, size: braces.size })
    this.run.push({ kind: 'text', text: rest })
  }

  /** What stands for a line end inside emphasis or a link. */
  private join(index: number, tokens: readonly Token[]): string {
    const before = tokens.slice(Math.max(0, index - 4), index).findLast((token) => token.content !== '')
    const after = tokens.slice(index + 1, index + 5).find((token) => token.content !== '')
    return glue(before?.content ?? '', after?.content.trimStart() ?? '')
  }

  private takeFootnote(token: Token): void {
    const known = token.meta?.['label']
    const mark = known === undefined ? this.footnotes.inPlace(token.content) : this.footnotes.named(String(known))
    this.run.push(mark ?? { kind: 'text', text: `^[${token.content}]` })
  }

  private takeImage(token: Token): void {
    const src = attributeOf(token, 'src').trim()
    const alt = this.withoutComments(token.children ? altText(token.children) : token.content)
    if (src === '') {
      this.run.push({ kind: 'text', text: alt })
      return
    }
    const image = imageOf(src, alt)
    const title = this.withoutComments(attributeOf(token, 'title')).trim()
    if (title !== '') this.run.titles.set(image, title)
    this.run.push(image)
  }

  /** What is said of a picture or a link, where Markdown reads no HTML. */
  private withoutComments(text: string): string {
    if (!text.includes('-->')) return text
    return text.replace(/\s*<!--((?:(?!<!--)[\s\S])*?)-->/g, (_, comment: string) => {
      this.run.comments.push(comment)
      return ''
    })
  }

  /** Of one that runs over line ends, what follows it is further down. */
  private takeComment(html: string): void {
    this.run.offset += html.split('\n').length - 1
    if (html.startsWith('<!--')) this.run.comments.push(html.replace(/^<!--/, '').replace(/-->$/, ''))
    else if (/^<\/?[a-z]/i.test(html)) this.run.push({ kind: 'text', text: html })
  }

  takeNodes(nodes: readonly HtmlNode[], leaves: Leaves): void {
    for (const node of nodes) this.takeNode(node, leaves)
  }

  private takeNode(node: HtmlNode, leaves: Leaves): void {
    this.firstLine ??= node.line
    this.run.offset = node.line - this.firstLine
    if (node.kind === 'comment') this.run.comments.push(node.text)
    else if (node.kind === 'element') this.takeElement(node, leaves)
    else if (node.kind === 'text') {
      const tokens = this.run.isCode ? undefined : leaves.text(node)
      if (tokens === undefined) this.run.push({ kind: 'text', text: node.text })
      else for (const [index, token] of tokens.entries()) this.take(token, index, tokens)
    } else {
      const token = leaves.tokens[node.index]
      if (token?.type === 'link_open') this.run.addAside(attributeOf(token, 'title'))
      else if (token && token.type !== 'abbreviation_open') this.take(token, node.index, leaves.tokens)
    }
  }

  private takeElement(element: HtmlElement, leaves: Leaves): void {
    if (isStep(element)) this.run.within('step', '', () => this.takeMeant(element, leaves))
    else this.takeMeant(element, leaves)
  }

  private takeMeant(element: HtmlElement, leaves: Leaves): void {
    const { name, attributes, children } = element
    const mark = markNames.get(name)
    const title = attributes.get('title')?.trim() ?? ''
    if (isForSpeaker(element)) this.run.addAside(this.wordsIn(children, leaves))
    else if (mark !== undefined) this.within(mark, '', children, leaves)
    else if (codeNames.has(name)) this.within('code', '', children, leaves)
    else if (name === 'br') this.run.push({ kind: 'break' })
    else if (name === 'img') this.takeImgTag(attributes)
    else if (name === 'ruby') this.takeRuby(children, leaves)
    else if (name === 'a') {
      const href = attributes.get('href')?.trim() ?? ''
      this.within(isSafeLink(href) && href !== '' ? 'link' : 'plain', href, children, leaves)
      this.run.addAside(title)
    } else if (/^(?:abbr|acronym)$/.test(name) && title !== '') {
      this.within('abbreviation', title, children, leaves)
    } else if (name === 'input') this.takeInput(attributes)
    else if (name === 'q') this.quoted(children, leaves)
    else if (mediaOf(element) !== undefined) this.takeMedia(element)
    else if (name === 'svg') this.takeDrawing(element, leaves)
    else if (hiddenNames.has(name)) {
      if (children.length > 0 || /^(?:script|style)$/.test(name)) this.run.hidden.push(name)
    } else this.takeInside(element, leaves)
  }

  /** What means nothing here: its text is shown, and where something is lost it is told. */
  private takeInside({ name, attributes, children }: HtmlElement, leaves: Leaves): void {
    if (!quietNames.has(name) || (name === 'span' && attributes.has('style'))) this.run.dropped.push(name)
    const isApart = blockNames.has(name) || name === 'option'
    if (isApart) this.run.push({ kind: 'text', text: ' ' })
    this.takeNodes(children, leaves)
    if (isApart) this.run.push({ kind: 'text', text: ' ' })
  }

  /** Of what can't be drawn, what is written in it. */
  private takeDrawing(element: HtmlElement, leaves: Leaves): void {
    const drawing = drawingOf(element, leaves.drawings)
    if (drawing) {
      const { src, alt, words } = drawing
      this.run.push({ kind: 'image', src, alt, words })
      return
    }
    this.run.dropped.push('svg')
    this.takeWritten(element.children, leaves)
  }

  private takeWritten(nodes: readonly HtmlNode[], leaves: Leaves): void {
    for (const node of nodes) {
      if (node.kind === 'element') {
        if (node.name === 'title' || !hiddenNames.has(node.name)) this.takeWritten(node.children, leaves)
        if (!/^(?:tspan|textpath|a)$/.test(node.name)) this.run.push({ kind: 'text', text: ' ' })
      } else if (node.kind === 'text') this.run.push({ kind: 'text', text: node.text.replace(strayTag, ' ') })
      else this.takeNode(node, leaves)
    }
  }

  private within(kind: Container, says: string, children: readonly HtmlNode[], leaves: Leaves): void {
    this.run.within(kind, says, () => this.takeNodes(children, leaves))
  }

  private quoted(children: readonly HtmlNode[], leaves: Leaves): void {
    this.run.push({ kind: 'text', text: '“' })
    this.takeNodes(children, leaves)
    this.run.push({ kind: 'text', text: '”' })
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
        if (says[0] !== '' && says[1] !== '') this.run.push({ kind: 'ruby', base: says[0], reading: says[1] })
        else this.run.push({ kind: 'text', text: says.join('') })
      } else if (name !== 'rp') base.push(child)
    }
    this.takeNodes(base, leaves)
  }

  private takeInput(attributes: ReadonlyMap<string, string>): void {
    if (attributes.get('type') === 'checkbox')
      this.run.push({ kind: 'text', text: attributes.has('checked') ? '[x] ' : '[ ] ' })
    else this.run.dropped.push('input')
  }

  private takeMedia(element: HtmlElement): void {
    const media = mediaOf(element)
    if (media === undefined) return
    const text: Inline = { kind: 'text', text: media.title }
    this.run.push(media.href === '' ? text : { kind: 'link', href: media.href, children: [text] })
  }

  private takeImgTag(attributes: ReadonlyMap<string, string>): void {
    const src = attributes.get('src')?.trim() ?? ''
    const alt = attributes.get('alt')?.trim() ?? ''
    const title = attributes.get('title')?.trim() ?? ''
    if (src === '') {
      this.run.dropped.push('img')
      this.run.push({ kind: 'text', text: alt })
      return
    }
    const size = sizeOfAttributes(attributes)
    const image: Inline = { kind: 'image', src, alt, ...(size && { size }) }
    if (title !== '') this.run.titles.set(image, title)
    this.run.push(image)
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
