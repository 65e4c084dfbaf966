/** A fence that is named by the kind of its diagram (```` ```graph LR ````, ```` ```sequenceDiagram ````) → the same as one of Mermaid's. */

/** Names that mean nothing else. `gantt`, `timeline` and the like are names of other tools as well. */
const kind =
  /^(?:sequenceDiagram|classDiagram(?:-v2)?|stateDiagram(?:-v2)?|erDiagram|gitGraph|requirementDiagram|quadrantChart|(?:graph|flowchart)[ \t]+(?:TB|TD|BT|LR|RL))[ \t]*;?$/
const graph = /^(?:graph|flowchart)$/
const arrow = /--[->ox]|-\.->?|==[=>]/
/** flowchart.js names its nodes so: `st=>start: Begin`. */
const otherGraph = /^[ \t]*(?:\w+=>|(?:strict[ \t]+)?(?:di)?graph[ \t]+\w*[ \t]*\{)/m
const opening = /^\s*(?:graph|flowchart|sequenceDiagram|classDiagram|stateDiagram|erDiagram|gitGraph)\b/

/** @returns Mermaid's source; undefined where it is other code */
export function mermaidIn(info: string, text: string): string | undefined {
  const name = info.trim()
  const isMermaid = kind.test(name) || (graph.test(name) && arrow.test(text) && !otherGraph.test(text))
  if (!isMermaid) return undefined
  return opening.test(text) ? text : `${name}\n${text}`
}
