/** The source of a diagram whose author left open which way it runs → the same running to the right; nothing where they said it. */
import type { DrawnDiagram } from './drawing.js'
import type { Pen } from './languages.js'

const graph = /^((?:\s*(?:%%[^\n]*)?\n)*[ \t]*(?:graph|flowchart))[ \t]*(?=;|\n)/
/** What says its direction on a line of its own. */
const others = /^((?:\s*(?:%%[^\n]*)?\n)*[ \t]*(?:stateDiagram(?:-v2)?|classDiagram(?:-v2)?|erDiagram))[ \t]*(?=\n)/
const dot = /^((?:\s|\/\/[^\n]*\n|#[^\n]*\n)*(?:strict[ \t]+)?(?:di)?graph\b[^{"/]{0,100}\{)/i

export function turned(pen: Pen, source: string): string | undefined {
  if (pen === 'dot')
    return /\b(?:rankdir|layout|pos)\b/i.test(source) ? undefined : changed(source, dot, '$1rankdir=LR;')
  if (/^\s*direction\b/m.test(source)) return undefined
  return changed(source, graph, '$1 LR') ?? changed(source, others, '$1\n  direction LR')
}

function changed(source: string, pattern: RegExp, by: string): string | undefined {
  const made = source.replace(pattern, by)
  return made === source ? undefined : made
}

/** What a slide has below its title, CSS px. */
const ROOM = { width: 1130, height: 500 } as const
/** Of its own size, down to which its letters are read from the last row. */
const READABLE = 0.9
/** Turned, it has to be as much larger to be worth it. */
export const WORTH_A_TURN = 1.2

const scaleOf = ({ width, height }: DrawnDiagram): number => Math.min(1, ROOM.width / width, ROOM.height / height)

export const isSmall = (drawn: DrawnDiagram): boolean => scaleOf(drawn) < READABLE

/** @param worth as much larger the other has to be */
export const larger = (drawn: DrawnDiagram, other: DrawnDiagram, worth = WORTH_A_TURN): DrawnDiagram =>
  scaleOf(other) > worth * scaleOf(drawn) ? other : drawn
