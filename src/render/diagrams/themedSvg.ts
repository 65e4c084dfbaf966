/** What a drawing program made, and the sieve let through → an `<svg>` in the deck's colours and fonts, and its labels. */
import type { Colour } from '../../settings/colour.js'
import { readXml, type XmlAttribute, type XmlListener } from '../../trust/xml.js'
import { escapeHtml } from '../escape.js'
import { isGround, isShape, type Paint, paintOfShape, paintOfText, type Values } from './paint.js'
import { type Palette, roleOf } from './roles.js'

export interface ThemedSvg {
  readonly svg: string
  /** User units of its view box. */
  readonly width: number
  readonly height: number
  /** In the order that they are drawn in. */
  readonly labels: readonly string[]
}

/**
 * @param id goes before the names that a drawing uses in itself, so that two on a page don't share any
 * @returns undefined where there is nothing to see
 */
export function themeSvg(clean: string, palette: Palette, id: string): ThemedSvg | undefined {
  const brush = new Brush(palette, id)
  return readXml(clean, brush) ? brush.result() : undefined
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))
const texts = words('text tspan textPath')
/** What others in the drawing refer to. */
const named = words('linearGradient radialGradient clipPath mask pattern marker symbol')
/** Names of nodes for machines, looks of other pages, and what moves. */
const skipped = words('title desc style image view animate animateMotion animateTransform set discard filter')
const unwrapped = words('a switch')
const plain = words(`
  d points x y x1 x2 y1 y2 cx cy fx fy r rx ry dx dy width height transform offset text-anchor dominant-baseline
  alignment-baseline baseline-shift text-decoration font-size font-weight font-style stroke-width stroke-dasharray
  stroke-linecap stroke-linejoin stroke-miterlimit opacity fill-opacity stroke-opacity fill-rule clip-rule gradientUnits
  gradientTransform spreadMethod clipPathUnits maskUnits patternUnits patternTransform preserveAspectRatio viewBox rotate
  textLength lengthAdjust stop-color stop-opacity letter-spacing refX refY markerWidth markerHeight markerUnits orient`)
const referring = words('fill stroke clip-path mask marker-start marker-mid marker-end')

type Part = 'node' | 'cluster' | 'edge' | 'graph'
const drawnParts: ReadonlyMap<string, Part> = new Map(
  (['node', 'cluster', 'edge', 'graph'] as const).map((part) => [part, part]),
)

/** How far what is said of a line is moved from it: Graphviz lets it touch. */
const ASIDE = 4

/** An element that is open. */
interface Open {
  readonly name: string
  readonly is: 'kept' | 'skipped' | 'unwrapped'
  readonly part: Part | undefined
  /** What the author painted behind what comes next in it. */
  ground: Colour | undefined
  /** How many shapes it has by now, and where the first is written. */
  shapes: number
  first: number
}

/** Writes what it is told of in another way. */
class Brush implements XmlListener {
  private readonly parts: string[] = []
  private readonly open_: Open[] = []
  private readonly labels: string[] = []
  private label: string[] | undefined
  private viewBox: readonly number[] = []
  /** The author painted the ground of several nodes: all of it is shown as on white paper. */
  private onPaper = false

  constructor(
    private readonly palette: Palette,
    private readonly id: string,
  ) {}

  open(name: string, _: boolean, attributes: readonly XmlAttribute[]): void {
    const above = this.open_.at(-1)
    const values = new Map(attributes.map(({ space, name, value }) => [space ? `${space}:${name}` : name, value]))
    const is = above?.is === 'skipped' || skipped.has(name) ? 'skipped' : unwrapped.has(name) ? 'unwrapped' : 'kept'
    const part = partOf(values.get('class')) ?? above?.part
    this.open_.push({ name, is, part, ground: above?.ground, shapes: 0, first: -1 })
    if (name === 'text' && is === 'kept') this.label = []
    // Lines of a label.
    if (name === 'tspan' && (values.has('x') || values.has('dy'))) this.label?.push(' ')
    if (is !== 'kept') return
    if (above === undefined) this.viewBox = viewBoxOf(values)
    else this.parts.push(`<${name}${this.written(name, values, above)}>`)
  }

  private written(name: string, values: Values, above: Open): string {
    const { classes, attributes } = this.paint(name, values, above)
    const isCode = /mono|cour|consol|menlo/i.test(values.get('font-family') ?? '')
    const said = [...classes, ...(isCode ? ['dg-code'] : [])].join(' ')
    const kept = [...values].flatMap(([key, value]) => this.kept(name, key, value))
    return (said ? attribute('class', said) : '') + [...kept, ...attributes].map((each) => attribute(...each)).join('')
  }

  private kept(name: string, key: string, value: string): readonly (readonly [string, string])[] {
    if (plain.has(key)) return [[key, value]]
    if (key === 'id') return named.has(name) ? [[key, `${this.id}-${value}`]] : []
    if (/^(?:xlink:)?href$/.test(key)) return value.startsWith('#') ? [['href', `#${this.id}-${value.slice(1)}`]] : []
    if (referring.has(key)) {
      const target = /^url\(\s*["']?#([^"')]+)["']?\s*\)/.exec(value)?.[1]
      return target === undefined ? [] : [[key, `url(#${this.id}-${target})`]]
    }
    return key === 'style' && name === 'stop' ? [[key, value]] : []
  }

  private paint(name: string, values: Values, above: Open): Paint {
    if (texts.has(name)) {
      const paint = paintOfText(name, values, this.palette, this.groundOf(values, above))
      const isTight = this.palette.fillsNodes && above.part === 'edge' && name === 'text'
      return isTight ? { ...paint, attributes: [...paint.attributes, ['dx', String(ASIDE)]] } : paint
    }
    if (!isShape(name)) return { classes: [], attributes: [] }
    const isFirst = isGround(name) && above.shapes++ === 0
    if (isFirst) above.first = this.parts.length
    const paint = paintOfShape(name, values, this.palette, isFirst ? this.clearGround(above) : 'none')
    if (paint.ground && isGround(name)) {
      above.ground = paint.ground
      if (above.part === 'cluster' || above.part === 'graph') this.onPaper = true
    }
    return paint
  }

  /** Who drew it may have looked what is behind it. */
  private groundOf(values: Values, above: Open): Colour | undefined {
    const seen = values.get('data-ground')
    if (this.palette.fillsNodes) return above.ground
    const role = seen === undefined ? undefined : roleOf(seen, this.palette)
    return typeof role === 'object' ? role : undefined
  }

  private clearGround({ part }: Open): string {
    if (!this.palette.fillsNodes) return 'none'
    return part === 'node' ? 'panel' : part === 'cluster' ? 'cluster' : 'none'
  }

  text(text: string): void {
    if (this.label === undefined || this.open_.at(-1)?.is === 'skipped') return
    this.label.push(text)
    this.parts.push(escapeHtml(text))
  }

  close(): void {
    const closed = this.open_.pop()
    if (closed === undefined || closed.is !== 'kept') return
    if (closed.name === 'text') {
      const label = this.label?.join('').replace(/\s+/g, ' ').trim()
      if (label) this.labels.push(label)
      this.label = undefined
    }
    // The cells of a table are no ground for all of it.
    if (closed.part === 'node' && closed.shapes > 2 && this.parts[closed.first]?.includes('dg-fill-panel'))
      this.parts[closed.first] = (this.parts[closed.first] ?? '').replace('dg-fill-panel', 'dg-fill-none')
    if (this.open_.length > 0) this.parts.push(`</${closed.name}>`)
  }

  styleSheet(): void {}

  result(): ThemedSvg | undefined {
    const [x = 0, y = 0, drawn = 0, height = 0] = this.viewBox
    // What is said of lines was moved a little.
    const width = drawn > 0 && this.palette.fillsNodes ? drawn + ASIDE : drawn
    if (!(width > 0 && height > 0) || this.parts.length === 0) return undefined
    const classes = this.onPaper ? 'drawing on-paper' : 'drawing'
    const box = attribute('viewBox', [x, y, width, height].join(' '))
    const svg = `<svg${attribute('class', classes)}${box} preserveAspectRatio="xMinYMin">${this.parts.join('')}</svg>`
    return { svg, width, height, labels: this.labels }
  }
}

const partOf = (classes = ''): Part | undefined => drawnParts.get(classes.split(' ', 1)[0] ?? '')

const attribute = (name: string, value: string): string => ` ${name}="${escapeHtml(value)}"`

function viewBoxOf(values: Values): readonly number[] {
  const numbers = (values.get('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  if (numbers.length === 4 && numbers.every(Number.isFinite)) return numbers
  return [0, 0, Number.parseFloat(values.get('width') ?? ''), Number.parseFloat(values.get('height') ?? '')]
}
