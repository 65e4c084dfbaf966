/** The language of a diagram → what draws it, loaded only then. */
import { openCache } from '../io/cache.js'
import type { FontWish } from '../io/fonts/deckFonts.js'
import type { DrawnDiagram, NoDiagram } from '../render/diagrams/drawing.js'
import type { Pen } from '../render/diagrams/languages.js'
import { tightened } from '../render/diagrams/tightened.js'
import { isSmall, larger, turned, WORTH_A_TURN } from '../render/diagrams/turned.js'

/** A diagram, or why there is none. */
export type Drawn = DrawnDiagram | NoDiagram

/** Draws diagrams one after the other, each in bounded time. */
export type Draw = (sources: readonly string[]) => Promise<readonly Drawn[]>

export interface PenSetting {
  /** Labels are measured in them. */
  readonly fonts: FontWish
  /** Path of a browser; otherwise found. */
  readonly browser?: string | undefined
  /** As in NotesRequest. */
  readonly words?: boolean | undefined
}

/** Has the labels of a drawing, and nothing to look at. */
export const isSketch = (drawn: Drawn): boolean => 'svg' in drawn && drawn.svg === ''

export const penFor = async (pen: Pen, setting: PenSetting): Promise<Draw> =>
  eitherWay(pen, pen === 'dot' ? await dotPen() : mermaidPen(setting))

/** What would be too small to be read runs the other way, where its author left that open, and is set closer, each if it is larger then. */
const eitherWay =
  (pen: Pen, draw: Draw): Draw =>
  async (sources) => {
    const drawn = await draw(sources)
    const first = drawn.map((one, index) => ({ source: sources[index] ?? '', one }))
    const way = await tried(first, (source) => turned(pen, source), draw, WORTH_A_TURN)
    return (await tried(way, (source) => tightened(pen, source), draw, 1)).map(({ one }) => one)
  }

interface Try {
  readonly source: string
  readonly one: Drawn
}

async function tried(
  tries: readonly Try[],
  change: (source: string) => string | undefined,
  draw: Draw,
  worth: number,
): Promise<readonly Try[]> {
  const ways = tries.map(({ source, one }) => ('svg' in one && isSmall(one) ? change(source) : undefined))
  const other = ways.filter((way) => way !== undefined)
  if (other.length === 0) return tries
  const again = (await draw(other)).values()
  return tries.map((before, index) => {
    const source = ways[index]
    const one = source === undefined ? undefined : again.next().value
    if (source === undefined || one === undefined || !('svg' in one) || !('svg' in before.one)) return before
    return larger(before.one, one, worth) === one ? { source, one } : before
  })
}

async function dotPen(): Promise<Draw> {
  const [{ drawDot }, { padDot, unpadDot }, { drawingOf }, { dotPalette }] = await Promise.all([
    import('../io/diagrams/drawDot.js'),
    import('../render/diagrams/paddedDot.js'),
    import('../render/diagrams/drawing.js'),
    import('../render/diagrams/roles.js'),
  ])
  return async (sources) => {
    const drawn = await drawDot(sources.map(padDot))
    return drawn.map((one) =>
      'why' in one ? { ...one, says: unpadDot(one.says) } : drawingOf(unpadDot(one.svg), dotPalette, 14),
    )
  }
}

/** px of the usual letters in Mermaid's drawings (runtime/diagrams/config.ts). */
const MERMAID_TYPE = 16

const mermaidPen =
  ({ fonts, browser, words }: PenSetting): Draw =>
  async (sources) => {
    const [{ readMermaid }, { readDiagramsScript }] = await Promise.all([
      import('../io/diagrams/mermaid.js'),
      import('../io/readRuntime.js'),
    ])
    const mermaid = await readMermaid()
    if (mermaid === undefined) return sources.map(() => ({ why: 'no-mermaid', says: '' }))
    if (words) {
      const { sketchOf } = await import('../render/diagrams/sketch.js')
      return sources.map(sketchOf)
    }
    const [{ drawMermaid }, { drawingOf }, { mermaidPalette }, script, css] = await Promise.all([
      import('../browser/drawMermaid.js'),
      import('../render/diagrams/drawing.js'),
      import('../render/diagrams/roles.js'),
      readDiagramsScript(),
      cssFor(sources, fonts),
    ])
    const drawn = await drawMermaid(sources, { scripts: [mermaid, script], css }, browser)
    return drawn.map((one) => ('why' in one ? one : drawingOf(one.svg, mermaidPalette, MERMAID_TYPE)))
  }

/** Fonts with all characters of the diagrams, as a style sheet that needs nothing beside it. */
async function cssFor(sources: readonly string[], wish: FontWish): Promise<string> {
  const [{ deckFonts }, { fontCss }, { labelGlyphs }] = await Promise.all([
    import('../io/fonts/deckFonts.js'),
    import('../render/fontCss.js'),
    import('../render/diagrams/labelGlyphs.js'),
  ])
  const { fonts, families } = await deckFonts(labelGlyphs(sources), wish, openCache('fonts'))
  return fonts.files.reduce(
    (css, { path, bytes }) =>
      css.replace(`"../${path}"`, `"data:font/ttf;base64,${Buffer.from(bytes).toString('base64')}"`),
    fontCss(fonts.files, families),
  )
}
