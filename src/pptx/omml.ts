/** A formula as MathML has it → the same as Office has it, so that it can be edited there. */
import type { MathNode } from '../model/parts.js'
import { escapeXml, tag } from './xml.js'

/** Letters of a formula: their ink and size, as a run of a slide says it; in the font that Office sets formulas in. */
export interface MathStyle {
  /** `a:rPr` of what stands upright, of what leans, in bold or not. */
  readonly run: (bold: boolean) => string
}

type Nodes = readonly MathNode[]

const nary = /^[∑∏∐∫∬∭∮∯⋃⋂⨁⨂⨀⋁⋀⨄⨆]$/
const integral = /^[∫∬∭∮∯]$/
/** What ends the operand of a sum. */
const ends = /^[=<>≤≥≠≈≡∼≃≅∝∈⊂⊆→⇒⇔↦+\-−±,;.]$/
/** Said by the way in which things stand, and drawn by nothing. */
const invisible = /[\u2061-\u2064\u200b]/g

const accents: ReadonlyMap<string, string> = new Map([
  ['^', '\u0302'],
  ['ˆ', '\u0302'],
  ['˜', '\u0303'],
  ['~', '\u0303'],
  ['ˉ', '\u0304'],
  ['¯', '\u0304'],
  ['˙', '\u0307'],
  ['¨', '\u0308'],
  ['→', '\u20d7'],
  ['⃗', '\u20d7'],
  ['ˇ', '\u030c'],
  ['˘', '\u0306'],
  ['ˊ', '\u0301'],
  ['ˋ', '\u0300'],
])

const scripts: Readonly<Record<string, readonly [script: string, style: string]>> = {
  normal: ['', 'p'],
  bold: ['', 'b'],
  italic: ['', 'i'],
  'bold-italic': ['', 'bi'],
  'double-struck': ['double-struck', 'p'],
  script: ['script', 'p'],
  fraktur: ['fraktur', 'p'],
  'bold-fraktur': ['fraktur', 'b'],
  'sans-serif': ['sans-serif', 'p'],
  'bold-sans-serif': ['sans-serif', 'b'],
  'sans-serif-italic': ['sans-serif', 'i'],
  monospace: ['monospace', 'p'],
}

/** @param math the element of that name */
export const ommlOf = (math: MathNode, style: MathStyle): string => new Writer(style).all(math.children)

class Writer {
  constructor(private readonly style: MathStyle) {}

  all(nodes: Nodes): string {
    let written = ''
    for (let at = 0; at < nodes.length; at++) {
      const node = nodes[at]
      if (node === undefined) break
      const operator = this.operatorOf(node)
      if (operator === undefined) {
        written += this.one(node)
        continue
      }
      const operand = operandIn(nodes.slice(at + 1))
      written += this.nary(operator, operand)
      at += operand.length
    }
    return written
  }

  private one(node: MathNode): string {
    const { name, children } = node
    const [first, second, third] = children
    switch (name) {
      case 'mi':
      case 'mn':
      case 'mo':
      case 'mtext':
        return this.letters(node)
      case 'mspace':
        return Number.parseFloat(node.attributes['width'] ?? '0') > 0.15 ? this.run(' ', { normal: true }) : ''
      case 'mfrac': {
        const bar = Number.parseFloat(node.attributes['linethickness'] ?? '1') === 0 ? value('m:type', 'noBar') : ''
        return this.built('m:f', bar, tag('m:num', {}, this.inner(first)), tag('m:den', {}, this.inner(second)))
      }
      case 'msqrt':
        return this.built('m:rad', value('m:degHide', '1'), '<m:deg/>', element('m:e', this.all(children)))
      case 'mroot':
        return this.built('m:rad', '', tag('m:deg', {}, this.inner(second)), element('m:e', this.inner(first)))
      case 'msup':
        return this.built('m:sSup', '', element('m:e', this.inner(first)), element('m:sup', this.inner(second)))
      case 'msub':
        return this.built('m:sSub', '', element('m:e', this.inner(first)), element('m:sub', this.inner(second)))
      case 'msubsup':
        return this.built(
          'm:sSubSup',
          '',
          element('m:e', this.inner(first)),
          element('m:sub', this.inner(second)),
          element('m:sup', this.inner(third)),
        )
      case 'mover':
        return this.over(this.inner(first), second)
      case 'munder':
        return this.under(this.inner(first), second)
      case 'munderover':
        return this.over(this.under(this.inner(first), second), third)
      case 'mtable':
        return this.table(node)
      case 'mphantom':
      case 'annotation':
        return ''
      default:
        return this.row(children)
    }
  }

  /** What stands between two fences grows with them. */
  private row(nodes: Nodes): string {
    const [first, last] = [nodes[0], nodes.at(-1)]
    if (nodes.length < 2 || !first || !last || !isFence(first) || !isFence(last)) return this.all(nodes)
    const marks = value('m:begChr', textOf(first)) + value('m:endChr', textOf(last))
    return this.built('m:d', marks, element('m:e', this.all(nodes.slice(1, -1))))
  }

  private inner = (node: MathNode | undefined): string => (node === undefined ? '' : this.all([node]))

  private letters(node: MathNode): string {
    const text = textOf(node)
    if (text === '') return ''
    if (node.name === 'mtext') return this.run(text, { normal: true })
    const [script, style] = scripts[node.attributes['mathvariant'] ?? ''] ?? ['', usualStyle(node, text)]
    return this.run(text, { script, style })
  }

  private run(text: string, how: { normal?: true; script?: string; style?: string }): string {
    const { normal, script = '', style = '' } = how
    const says = normal ? '<m:nor/>' : (script ? value('m:scr', script) : '') + (style ? value('m:sty', style) : '')
    return tag(
      'm:r',
      {},
      says && tag('m:rPr', {}, says),
      this.style.run(style.startsWith('b')),
      tag('m:t', { 'xml:space': 'preserve' }, escapeXml(text)),
    )
  }

  /** Something built of parts: bars and roots have the ink of letters. */
  private built(name: string, says: string, ...parts: readonly string[]): string {
    return tag(name, {}, tag(`${name}Pr`, {}, says, tag('m:ctrlPr', {}, this.style.run(false))), parts.join(''))
  }

  private over(base: string, above: MathNode | undefined): string {
    const sign = above === undefined ? '' : textOf(above)
    const accent = accents.get(sign)
    if (above?.name === 'mo' && accent) return this.built('m:acc', value('m:chr', accent), element('m:e', base))
    if (above?.name === 'mo' && ['‾', '―', '\u0305'].includes(sign))
      return this.built('m:bar', value('m:pos', 'top'), element('m:e', base))
    if (above?.name === 'mo' && /^[⏞⏜]$/.test(sign)) return this.group(base, sign, 'top')
    return this.built('m:limUpp', '', element('m:e', base), element('m:lim', this.inner(above)))
  }

  private under(base: string, below: MathNode | undefined): string {
    const sign = below === undefined ? '' : textOf(below)
    if (below?.name === 'mo' && ['‾', '―', '_', '\u0332'].includes(sign))
      return this.built('m:bar', value('m:pos', 'bot'), element('m:e', base))
    if (below?.name === 'mo' && /^[⏟⏝]$/.test(sign)) return this.group(base, sign, 'bot')
    return this.built('m:limLow', '', element('m:e', base), element('m:lim', this.inner(below)))
  }

  private group(base: string, sign: string, side: 'top' | 'bot'): string {
    const says = value('m:chr', sign) + value('m:pos', side) + value('m:vertJc', side === 'top' ? 'bot' : 'top')
    return this.built('m:groupChr', says, element('m:e', base))
  }

  private table({ children, attributes }: MathNode): string {
    const rows = children.map((row) => row.children.filter(({ name }) => name === 'mtd').filter(isSaid))
    const width = rows.reduce((widest, row) => Math.max(widest, row.length), 1)
    const sides = (attributes['columnalign'] ?? '').split(' ')
    if (width === 1 && rows.length === 1) return this.all(rows[0]?.[0]?.children ?? [])
    const columns = Array.from({ length: width }, (_, column) => {
      const side = sides[column] ?? 'center'
      const known = side === 'left' || side === 'right' ? side : 'center'
      return tag('m:mc', {}, tag('m:mcPr', {}, value('m:count', '1'), value('m:mcJc', known)))
    })
    const cells = rows.map((row) =>
      tag(
        'm:mr',
        {},
        Array.from({ length: width }, (_, column) => element('m:e', this.all(row[column]?.children ?? []))).join(''),
      ),
    )
    return this.built('m:m', value('m:plcHide', '1') + tag('m:mcs', {}, columns.join('')), cells.join(''))
  }

  /** A sum or the like, with what stands below and above it. */
  private operatorOf(node: MathNode): Operator | undefined {
    const bare = unwrapped(node)
    const [base, one, two] = bare.children
    const sign = textOf(bare.name === 'mo' ? bare : (unwrapped(base) ?? bare))
    if (!nary.test(sign)) return undefined
    switch (bare.name) {
      case 'mo':
        return { sign, beside: true }
      case 'msub':
      case 'munder':
        return { sign, below: one, beside: bare.name === 'msub' }
      case 'msup':
      case 'mover':
        return { sign, above: one, beside: bare.name === 'msup' }
      case 'msubsup':
      case 'munderover':
        return { sign, below: one, above: two, beside: bare.name === 'msubsup' }
      default:
        return undefined
    }
  }

  private nary({ sign, below, above, beside }: Operator, operand: Nodes): string {
    const says = [
      value('m:chr', sign),
      value('m:limLoc', beside || integral.test(sign) ? 'subSup' : 'undOvr'),
      below ? '' : value('m:subHide', '1'),
      above ? '' : value('m:supHide', '1'),
    ].join('')
    return this.built(
      'm:nary',
      says,
      element('m:sub', this.inner(below)),
      element('m:sup', this.inner(above)),
      element('m:e', this.all(operand)),
    )
  }
}

interface Operator {
  readonly sign: string
  readonly below?: MathNode | undefined
  readonly above?: MathNode | undefined
  /** Limits stand beside the sign, not below and above it. */
  readonly beside: boolean
}

const value = (name: string, val: string): string => tag(name, { 'm:val': val })
const element = (name: string, content: string): string =>
  content === '' ? `<${name}/>` : `<${name}>${content}</${name}>`

const textOf = ({ text }: MathNode): string => text.replace(invisible, '')
const isFence = ({ name, attributes, text }: MathNode): boolean =>
  name === 'mo' &&
  (attributes['fence'] === 'true' || /^[()[\]{}|⟨⟩⌊⌋⌈⌉‖]?$/.test(text)) &&
  attributes['stretchy'] !== 'false'
const isSaid = ({ children, text }: MathNode): boolean => children.length > 0 || text !== ''

/** A name of several letters stands upright, a letter leans, signs stand as they are. */
function usualStyle({ name }: MathNode, text: string): string {
  return name === 'mi' && [...text].length === 1 ? '' : 'p'
}

/** What a row holds alone. */
function unwrapped(node: MathNode): MathNode
function unwrapped(node: MathNode | undefined): MathNode | undefined
function unwrapped(node: MathNode | undefined): MathNode | undefined {
  let bare = node
  while (bare && /^(?:mrow|mstyle|mpadded)$/.test(bare.name) && bare.children.length === 1) bare = bare.children[0]
  return bare
}

function operandIn(nodes: Nodes): Nodes {
  const end = nodes.findIndex((node) => node.name === 'mo' && ends.test(textOf(node)))
  return end < 0 ? nodes : nodes.slice(0, end)
}
