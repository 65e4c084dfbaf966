/** The text of an SVG, as XML or as browsers find it in HTML → its elements and text, one after the other. */

import { html, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { SaxesParser } from 'saxes'
import { pushAll } from '../model/lists.js'
import { DEEPEST, nodesOf, parseHtml } from './parseHtml.js'

export interface XmlAttribute {
  /** `xlink` for `xlink:href`, whatever prefix the file gives it; '' when it has none. */
  readonly space: string
  readonly name: string
  readonly value: string
}

/** What is told of it. */
export interface XmlListener {
  open(name: string, isSvg: boolean, attributes: readonly XmlAttribute[]): void
  text(text: string): void
  close(): void
  /** Something that asks the browser to load a style sheet beside it. */
  styleSheet(): void
}

const SVG = 'http://www.w3.org/2000/svg'
const SPACES: Readonly<Record<string, string>> = {
  '': '',
  'http://www.w3.org/1999/xlink': 'xlink',
  'http://www.w3.org/XML/1998/namespace': 'xml',
  'http://www.w3.org/2000/xmlns/': 'xmlns',
}

/** @returns whether it is well-formed XML; else nothing of what was told counts */
export function readXml(text: string, listener: XmlListener): boolean {
  const parser = new SaxesParser({ xmlns: true })
  let isBroken = false
  parser.on('error', ({ message }) => {
    // Browsers draw what stands around it.
    isBroken ||= !/unbound namespace prefix/.test(message)
  })
  parser.on('doctype', (doctype) => Object.assign(parser.ENTITIES, entitiesOf(doctype)))
  parser.on('processinginstruction', ({ target }) => {
    if (target.toLowerCase() === 'xml-stylesheet') listener.styleSheet()
  })
  let depth = 0
  parser.on('opentag', ({ local, uri, prefix, attributes }) => {
    isBroken ||= ++depth > DEEPEST
    // Many are written without the name of their language: drawn by us, as whoever wrote them saw them.
    const isSvg = uri === SVG || (uri === '' && prefix === '')
    const read = Object.values(attributes).map(({ local: name, uri, prefix, value }) => ({
      space: SPACES[uri] ?? (uri === '' && prefix === 'xlink' ? 'xlink' : 'other'),
      name,
      value,
    }))
    listener.open(local, isSvg, read)
  })
  parser.on('closetag', () => {
    depth--
    listener.close()
  })
  parser.on('text', (text) => listener.text(text))
  parser.on('cdata', (text) => listener.text(text))
  for (let at = 0; at < text.length && !isBroken; at += AT_ONCE) parser.write(text.slice(at, at + AT_ONCE))
  if (!isBroken) parser.close()
  return !isBroken
}

/** Characters: what is broken is given up soon. */
const AT_ONCE = 4096

/** Names that the file gives to text; those that hold others stay unknown, as they may grow without end. */
function entitiesOf(doctype: string): Readonly<Record<string, string>> {
  const found = doctype.matchAll(/<!ENTITY\s+([\w:.-]+)\s+(?:"([^"&%<]*)"|'([^'&%<]*)')\s*>/g)
  return Object.fromEntries([...found].map(([, name = '', double, single]) => [name, double ?? single ?? '']))
}

/** Reads the first `<svg>` as HTML does: broken files, and what stands in a page. */
export function readHtmlSvg(text: string, listener: XmlListener): void {
  const root = firstSvg(text)
  const left: (Tree.ChildNode | 'close')[] = root === undefined ? [] : [root]
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node === 'close') listener.close()
    else if ('value' in node) listener.text(node.value)
    else if ('tagName' in node) {
      const read = node.attrs.map(({ prefix = '', name, value }) => ({ space: prefix, name, value }))
      listener.open(node.tagName, node.namespaceURI === html.NS.SVG, read)
      left.push('close')
      pushAll(left, [...node.childNodes].reverse())
    }
  }
}

function firstSvg(text: string): Tree.Element | undefined {
  const tree = parseHtml(text)
  for (const node of tree ? nodesOf(tree) : []) if ('tagName' in node && node.tagName === 'svg') return node
  return undefined
}
