/** The lines of a paragraph, each a run of inlines → the same without space around it, and all of them as one run. */
import type { Inline } from '../model/notes.js'
import { glue } from './scripts.js'

/** One line of a paragraph as it was written. */
export interface TextLine {
  readonly inlines: readonly Inline[]
  readonly text: string
  /** Lines below the first of the paragraph. */
  readonly offset: number
}

/** Without space at either end, nor breaks that nothing follows. */
export const trimmed = (inlines: readonly Inline[]): readonly Inline[] => {
  const kept = inlines.filter((inline) => inline.kind !== 'text' || inline.text !== '')
  for (;;) {
    const first = kept[0]
    if (first?.kind === 'break') kept.shift()
    else if (first?.kind === 'text' && first.text.trimStart() !== first.text) {
      if (first.text.trim() === '') kept.shift()
      else kept[0] = { kind: 'text', text: first.text.trimStart() }
    } else break
  }
  for (;;) {
    const last = kept.at(-1)
    if (last?.kind === 'break') kept.pop()
    else if (last?.kind === 'text' && last.text.trimEnd() !== last.text) {
      if (last.text.trim() === '') kept.pop()
      else kept[kept.length - 1] = { kind: 'text', text: last.text.trimEnd() }
    } else return kept
  }
}

/** Lines of a paragraph → one run: a line end is a space, or nothing between Chinese characters. */
export const joined = (lines: readonly TextLine[], between?: Inline): readonly Inline[] => {
  const run: Inline[] = []
  let before = ''
  for (const line of lines) {
    if (run.length > 0) {
      if (between !== undefined) run.push(between)
      else append(run, { kind: 'text', text: glue(before, line.text) })
    }
    for (const inline of line.inlines) append(run, inline)
    before = line.text
  }
  return run
}

const append = (run: Inline[], inline: Inline): void => {
  const last = run.at(-1)
  if (inline.kind === 'text' && inline.text === '') return
  if (inline.kind === 'text' && last?.kind === 'text')
    run[run.length - 1] = { kind: 'text', text: last.text + inline.text }
  else run.push(inline)
}
