/** The language of a diagram → what draws it, loaded only then. */
import type { DiagramFault } from '../model/finding.js'
import type { DrawnDiagram } from '../render/diagrams/drawing.js'
import type { Pen } from '../render/diagrams/languages.js'

/** A diagram, or why there is none. */
export type Drawn = DrawnDiagram | Omit<DiagramFault, 'name'>

/** Draws diagrams one after the other, each in bounded time. */
export type Draw = (sources: readonly string[]) => Promise<readonly Drawn[]>

export async function penFor(pen: Pen): Promise<Draw> {
  switch (pen) {
    case 'dot':
      return dotPen()
  }
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
    return drawn.map((one) => {
      if ('why' in one) return { ...one, says: unpadDot(one.says) }
      return drawingOf(unpadDot(one.svg), dotPalette, 14) ?? { why: 'large', says: '' }
    })
  }
}
