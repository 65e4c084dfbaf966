/** Code of the notes → a `<pre>` of lines, in inks, with numbers and marks: in the shape that runtime/fit knows how to cut. */
import type { Code } from '../model/notes.js'
import { displayWidth } from '../model/text.js'
import { attribute, escapeHtml } from './escape.js'

/** Code of so many lines shows their numbers: it may be cut, and it is talked about by line. */
const NUMBERED_FROM = 12
/** Code of lines no wider than this may be set larger without wrapping. Columns. */
const SLIM_UP_TO = 56

export function renderCode(code: Code): string {
  const lines = code.text.replace(/\n$/, '').split('\n')
  const marks = stepsByLine(code, lines.length)
  const inked = code.inked?.split('\n')
  const body = lines.map((line, index) => renderLine(inked?.[index] ?? escapeHtml(line), marks?.[index])).join('')
  const slim = lines.every((line) => displayWidth(line) <= SLIM_UP_TO)
  const numbered = code.numbered !== undefined || lines.length >= NUMBERED_FROM
  const shape = [numbered ? 'numbered' : '', slim ? 'slim' : '', marks ? 'spotlit' : ''].filter(Boolean).join(' ')
  return `<pre${attribute('class', shape || undefined)}${attribute('data-language', code.language || undefined)}${countFrom(code)}><code>${body}</code></pre>`
}

/** Parts of code that is cut count on from there (runtime/fit/cut.ts). */
function countFrom({ numbered = 1 }: Code): string {
  const before = numbered - 1
  return before === 0 ? '' : ` data-from="${before}" style="counter-reset: line ${before}"`
}

/** What a line is to the steps in which the presenter goes through the code. */
interface LineSteps {
  /** Those that it is lit in. */
  readonly lit: readonly number[]
  /** Those that begin with it, or with a line before it and behind another step. */
  readonly begins: readonly number[]
  /** Some step means it, and not all lines. */
  readonly marked: boolean
}

/** Marks are numbers of lines as they stand in the block, whatever the lines are numbered from. */
function stepsByLine({ marks }: Code, count: number): readonly LineSteps[] | undefined {
  if (marks === undefined) return undefined
  const isIn = (line: number, step: number): boolean =>
    (marks[step] ?? []).some(([from, to]) => line >= from && line <= to)
  const steps = marks.map((_, step) => step)
  const isAll = (step: number): boolean => marks[step]?.length === 0
  // The player goes through them in the order in which they stand.
  let from = 1
  const starts = steps.map((step) => {
    const first = Array.from({ length: count }, (_, index) => index + 1).find((line) => isIn(line, step))
    from = Math.max(from, first ?? 1)
    return from
  })
  return Array.from({ length: count }, (_, index) => ({
    lit: steps.filter((step) => isAll(step) || isIn(index + 1, step)),
    begins: steps.filter((step) => step > 0 && starts[step] === index + 1),
    marked: steps.some((step) => isIn(index + 1, step)),
  }))
}

function renderLine(text: string, steps: LineSteps | undefined): string {
  if (!steps) return `<span class="line">${text}\n</span>`
  const begins = steps.begins.map((step) => `<span class="fragment code-step" data-step="${step}"></span>`)
  return `<span class="line${steps.marked ? ' marked' : ''}" data-lit="${steps.lit.join(' ')}">${begins.join('')}${text}\n</span>`
}
