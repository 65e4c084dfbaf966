/** Nodes of HTML → blocks of the model. What is named here is kept as what it means; of all else the text is. */
import { calloutType, calloutTypeOfSign } from '../../model/callouts.js'
import { pushAll } from '../../model/lists.js'
import type { Block, Definitions, Inline, Lines, List, ListItem, NumberStyle, Picture } from '../../model/notes.js'
import { blocksText, linesOf, plainText } from '../../model/text.js'
import { asTask } from '../blocks/marks.js'
import type { Around, Place } from './around.js'
import { hiddenNames, isForSpeaker, quietNames } from './elements.js'
import { mediaOf } from './media.js'
import { type HtmlElement, type HtmlNode, holdsBlocks, named, textIn } from './node.js'
import { readTable } from './tables.js'

export const readHtmlBlocks = (nodes: readonly HtmlNode[], place: Place, around: Around): readonly Block[] => {
  const blocks: Block[] = []
  let line: HtmlNode[] = []
  const endLine = (): void => {
    if (line.some((node) => node.kind !== 'text' || node.text.trim() !== ''))
      pushAll(blocks, around.paragraphs(line, place))
    line = []
  }
  for (const node of nodes) {
    if ((!holdsBlocks(node) && !isBoxAlone(node, nodes)) || isAsideInLine(node)) line.push(node)
    else {
      endLine()
      if (node.kind === 'hole') pushAll(blocks, around.said(node.index))
      else if (node.kind === 'element') pushAll(blocks, readElement(node, place, around))
    }
  }
  endLine()
  return blocks
}

/** What is the speaker's goes out of a line, and the line goes on: it may stand in a word. */
const isAsideInLine = (node: HtmlNode): boolean =>
  node.kind === 'element' && isForSpeaker(node) && !node.children.some(holdsBlocks)

/** `<callout>…</callout>` within a line is words of it. */
const isBoxAlone = (node: HtmlNode, nodes: readonly HtmlNode[]): boolean =>
  node.kind === 'element' &&
  node.name === 'callout' &&
  nodes.every((other) => other === node || (other.kind === 'text' && other.text.trim() === ''))

function readElement(element: HtmlElement, place: Place, around: Around): readonly Block[] {
  const { name, children } = element
  const lines = around.linesOf([element])
  if (isForSpeaker(element)) {
    const text = blocksText(readHtmlBlocks(children, 'item', around)).trim()
    if (text !== '') around.aside({ kind: 'aside', origin: 'written', text, lines })
    return []
  }
  if (hiddenNames.has(name)) {
    around.drop(name, lines, true)
    return []
  }
  const media = mediaOf(element)
  if (media !== undefined) {
    // For those who can't play it, and nobody sees it where it can be played.
    if (textIn(children).trim() !== '' || children.some(isHole)) around.drop(name, lines, true)
    return [{ kind: 'media', ...media, lines }]
  }
  switch (name) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return headingOf(around.inlines(children), Number(name.slice(1)), place, lines)
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dir':
      return listOf(element, around)
    case 'dl':
      return definitionsOf(element, around)
    case 'aside':
    case 'callout':
      return boxOf(element, place, around)
    case 'blockquote':
      return inside(children, 'quote', around, (blocks) => ({ kind: 'quote', blocks, lines }))
    case 'pre':
    case 'xmp':
      return codeOf(element, around)
    case 'hr':
      return place === 'page' ? [{ kind: 'cut', lines }] : []
    case 'table':
      return readTable(element, place, around, readHtmlBlocks)
    case 'figure':
      return figureOf(element, place, around)
    case 'summary':
    case 'legend':
      return strong(around.inlines(children), lines)
    default:
      if (!quietNames.has(name)) around.drop(name, lines, false)
      return readHtmlBlocks(children, place, around)
  }
}

/** Notion, Feishu and Yuque put an emoji before their boxes, or name it; an aside without one is text. */
function boxOf(element: HtmlElement, place: Place, around: Around): readonly Block[] {
  const { name, attributes, children } = element
  const blocks = readHtmlBlocks(children, name === 'callout' ? 'quote' : place, around)
  const sign = attributes.get('emoji') ?? attributes.get('icon') ?? blocksText(blocks).trim().slice(0, 3)
  if (blocks.length === 0 || (name === 'aside' && !/^\p{Extended_Pictographic}/u.test(sign))) return blocks
  const type = calloutType(attributes.get('type') ?? '') ?? calloutTypeOfSign(sign)
  return [{ kind: 'callout', type, blocks, lines: around.linesOf([element]) }]
}

const isHole = (node: HtmlNode): boolean =>
  node.kind === 'hole' || (node.kind === 'element' && node.children.some(isHole))

const inside = (
  nodes: readonly HtmlNode[],
  place: Place,
  around: Around,
  wrap: (blocks: readonly Block[]) => Block,
): readonly Block[] => {
  const blocks = readHtmlBlocks(nodes, place, around)
  return blocks.length === 0 ? [] : [wrap(blocks)]
}

/** A heading in an item or a cell opens no slide. */
const headingOf = (inlines: readonly Inline[], level: number, place: Place, lines: Lines): readonly Block[] =>
  (place !== 'page' && place !== 'column') || inlines.length === 0
    ? strong(inlines, lines)
    : [{ kind: 'heading', level, inlines, lines }]

/** Bold in bold is bold. */
function strong(inlines: readonly Inline[], lines: Lines): readonly Block[] {
  const children = inlines.flatMap((inline) => (inline.kind === 'strong' ? inline.children : [inline]))
  return children.length === 0 ? [] : [{ kind: 'paragraph', inlines: [{ kind: 'strong', children }], lines }]
}

/** Word puts a list inside a list between two items, and not in one. */
function listOf(element: HtmlElement, around: Around): readonly Block[] {
  const { name, attributes, children } = element
  const ordered = name === 'ol'
  const isReversed = ordered && attributes.has('reversed')
  const first = isReversed ? children.filter((child) => named(child, 'li')).length : 1
  let number = Number.parseInt(attributes.get('start') ?? '', 10) || first
  const items: ListItem[] = []
  for (const group of itemGroups(children)) {
    const [first] = group
    const isItem = first?.kind === 'element' && first.name === 'li'
    const blocks = isItem ? readHtmlBlocks(first.children, 'item', around) : readHtmlBlocks(group, 'item', around)
    if (blocks.length === 0) continue
    const before = items.at(-1)
    if (!isItem && before !== undefined) {
      items[items.length - 1] = { ...before, blocks: [...before.blocks, ...blocks] }
      continue
    }
    if (isItem) number = Number.parseInt(first.attributes.get('value') ?? '', 10) || number
    items.push(asTask({ ...(ordered ? { number } : {}), blocks, lines: around.linesOf(group) }))
    number += isReversed ? -1 : 1
  }
  if (items.length === 0) return []
  const numbers = numberTypes.get(attributes.get('type') ?? '') ?? 'decimal'
  const list: List = {
    kind: 'list',
    ordered,
    ...(ordered ? { numbers } : {}),
    items,
    lines: linesOf(items) ?? around.linesOf([element]),
  }
  return [list]
}

const numberTypes: ReadonlyMap<string, NumberStyle> = new Map([
  ['a', 'alpha'],
  ['A', 'upper-alpha'],
  ['i', 'roman'],
  ['I', 'upper-roman'],
])

/** Each item by itself, and what stands between two of them together. */
function itemGroups(nodes: readonly HtmlNode[]): readonly (readonly HtmlNode[])[] {
  const groups: HtmlNode[][] = []
  let open = false
  for (const node of nodes) {
    const isItem = node.kind === 'element' && node.name === 'li'
    if (isItem) groups.push([node])
    else if (open) groups.at(-1)?.push(node)
    else groups.push([node])
    open = !isItem
  }
  return groups
}

function definitionsOf(element: HtmlElement, around: Around): readonly Block[] {
  const items: Definitions['items'][number][] = []
  for (const node of element.children.flatMap((child) => named(child, 'div')?.children ?? [child])) {
    const term = named(node, 'dt')
    if (term) items.push({ term: around.inlines(term.children), blocks: [] })
    else {
      const blocks = readHtmlBlocks(named(node, 'dd')?.children ?? [node], 'item', around)
      const last = items.pop()
      if (last || blocks.length > 0)
        items.push({ term: last?.term ?? [], blocks: [...(last?.blocks ?? []), ...blocks] })
    }
  }
  if (items.length === 0) return []
  return [{ kind: 'definitions', items, lines: around.linesOf([element]) }]
}

/** No tags, the first line end gone, as browsers have it. */
function codeOf(element: HtmlElement, around: Around): readonly Block[] {
  const lines = around.linesOf([element])
  const [inner] = element.children.filter((child) => child.kind === 'element')
  const classes = [element, ...(inner ? [inner] : [])].map(({ attributes }) => attributes.get('class') ?? '')
  const diagram = /(?:^|\s)(mermaid|graphviz)(?:\s|$)/.exec(classes.join(' '))?.[1]
  const language =
    diagram ?? /(?:^|\s)(?:lang(?:uage)?|highlight-source|brush)[-:]\s?([\w+#-]+)/.exec(classes.join(' '))?.[1]
  // In a line of Markdown its words are Markdown's.
  const written = element.children.some((child) => isHole(child) && holdsBlocks(child))
    ? [wordsOf(element.children, around)]
    : element.children.some(isHole)
      ? around.inlines(element.children).map((inline) => (inline.kind === 'break' ? '\n' : plainText([inline])))
      : [textIn(withBreaks(element.children, diagram ? '<br/>' : '\n'))]
  const text = written.join('').replace(/^\n/, '').trimEnd()
  return text === '' ? [] : [{ kind: 'code', language: language ?? element.attributes.get('lang') ?? '', text, lines }]
}

/** Where blank lines end its HTML for Markdown, it goes on all the same. */
const wordsOf = (nodes: readonly HtmlNode[], around: Around): string =>
  nodes
    .map((node) => {
      if (node.kind === 'hole') return `\n${blocksText(around.said(node.index))}\n`
      return node.kind === 'element' ? wordsOf(node.children, around) : node.kind === 'text' ? node.text : ''
    })
    .join('')

/** @param text for `<br>`: in a diagram it breaks a label, not its line */
const withBreaks = (nodes: readonly HtmlNode[], text: string): readonly HtmlNode[] =>
  nodes.map((node) => {
    if (node.kind !== 'element') return node
    if (node.name !== 'br') return { ...node, children: withBreaks(node.children, text) }
    return { kind: 'text', text, written: text, line: node.line, endLine: node.endLine }
  })

/** A picture alone takes the caption for its own; below anything else it is a line of its own. */
function figureOf(element: HtmlElement, place: Place, around: Around): readonly Block[] {
  const captions = element.children.flatMap((child) => named(child, 'figcaption') ?? [])
  const rest = element.children.filter((child) => !named(child, 'figcaption'))
  const blocks = readHtmlBlocks(rest, place, around)
  const [only, ...others] = blocks
  const said = captions.map((caption) => around.inlines(caption.children))
  const caption = said.map(plainText).join(' ').trim()
  if (only?.kind === 'picture' && others.length === 0 && caption !== '') {
    const picture: Picture = { ...only, caption }
    return [picture]
  }
  const lines = around.linesOf([element])
  return [
    ...blocks,
    ...said.filter(({ length }) => length > 0).map((inlines) => ({ kind: 'paragraph', inlines, lines }) as const),
  ]
}
