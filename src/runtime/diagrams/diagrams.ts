/** A page with Mermaid in it → drawings of diagrams, in which nothing is left to a style sheet. Bundled by itself: no deck carries it. */
import type { PageDrawing } from '../../model/pageDrawing.js'
import { mermaidConfig } from './config.js'
import { flatten } from './flatten.js'

interface Mermaid {
  initialize(config: object): void
  render(id: string, source: string): Promise<{ readonly svg: string }>
}

const isMermaid = (value: unknown): value is Mermaid =>
  typeof value === 'object' && value !== null && 'initialize' in value && 'render' in value

/** Called by browser/drawMermaid.ts, once. */
export async function prepare(): Promise<void> {
  mermaidHere().initialize(mermaidConfig)
  await Promise.all([...document.fonts].map((font) => font.load()))
}

/** Called by browser/drawMermaid.ts, for one diagram after the other. */
export async function draw(source: string): Promise<PageDrawing> {
  const place = document.body
  Math.random = randomFrom(1)
  try {
    const { svg } = await mermaidHere().render('diagram', source)
    place.innerHTML = svg
    const drawn = place.querySelector('svg')
    return drawn ? { svg: flatten(drawn) } : { says: '' }
  } catch (error) {
    return { says: error instanceof Error ? error.message : String(error) }
  } finally {
    place.replaceChildren()
  }
}

/** The same numbers for every diagram: names that Mermaid makes up are the same in every build (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function mermaidHere(): Mermaid {
  const found: unknown = Reflect.get(globalThis, 'mermaid')
  if (!isMermaid(found)) throw new Error('Mermaid is not in the page')
  return found
}
