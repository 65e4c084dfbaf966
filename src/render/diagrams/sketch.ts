/** The source of a Mermaid diagram → what stands for its drawing where only its words count: its labels, as far as a look at the lines tells. */
import type { DrawnDiagram } from './drawing.js'

/** In brackets, quotes or bars; behind a colon, to the end of the line. */
const label = /"([^"\n]{1,400})"|[[({|>]{1,3}([^[\](){}|"<>\n]{1,400})[\])}|]{1,3}|:[ \t]*([^:\n]{1,400})$/gm

export function sketchOf(source: string): DrawnDiagram {
  const said = [...source.matchAll(label)].map((found) => (found[1] ?? found[2] ?? found[3] ?? '').trim())
  return { svg: '', width: 800, height: 450, labels: said.filter((each) => each !== '') }
}
