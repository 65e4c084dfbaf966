/** The source of a diagram that would be too small to be read → the same with less room in and between its boxes; nothing where its author set that. */
import type { Pen } from './languages.js'

/** Kinds of Mermaid that are boxes and arrows. */
const boxes = /^\s*(?:%%[^\n]*\n\s*)*(?:graph|flowchart|stateDiagram|classDiagram)(?![\w])/m
const room = { nodeSpacing: 24, rankSpacing: 22 }
const init = JSON.stringify({ flowchart: { ...room, padding: 6 }, state: room, class: room })
const dot = /^((?:\s|\/\/[^\n]*\n|#[^\n]*\n)*(?:strict[ \t]+)?(?:di)?graph\b[^{"/]{0,100}\{)/i

export function tightened(pen: Pen, source: string): string | undefined {
  if (pen === 'dot') {
    if (/\b(?:ranksep|nodesep|margin|layout|pos)\b/i.test(source) || !dot.test(source)) return undefined
    return source.replace(dot, '$1ranksep=0.25;nodesep=0.2;node[margin="0.06,0.04",width=0.4,height=0.4];')
  }
  if (!boxes.test(source) || /(?:node|rank)Spacing|padding|^\s*config:/m.test(source)) return undefined
  return `${source.trimEnd()}\n%%{init: ${init}}%%\n`
}
