/** Notes → what typesets their formulas, loaded only where there are some, and which of them it can't read. */
import type { Finding, Place } from '../model/finding.js'
import type { Formulary } from '../model/formulary.js'
import type { Block, Lines, Notes, Source } from '../model/notes.js'
import { placeOf } from '../model/text.js'
import { inlinesOf, visitBlocks, visitInlines } from '../model/visit.js'

interface WrittenFormula {
  readonly tex: string
  readonly display: boolean
  readonly lines: Lines
}

let opened: Promise<Formulary> | undefined

/** @returns nothing where there is no formula */
export async function formularyFor({ blocks }: Notes): Promise<Formulary | undefined> {
  if (formulasIn(blocks).length === 0) return undefined
  opened ??= load()
  return opened
}

export const hasFormulas = ({ blocks }: Notes): boolean => formulasIn(blocks).length > 0

async function load(): Promise<Formulary> {
  const [{ openFormulary }, { readFormulaCss }] = await Promise.all([
    import('../render/formulas/typeset.js'),
    import('../io/readFormulaCss.js'),
  ])
  return openFormulary(await readFormulaCss())
}

function formulasIn(blocks: readonly Block[]): readonly WrittenFormula[] {
  const found: WrittenFormula[] = []
  visitBlocks(blocks, (block) => {
    const { lines } = block
    if (block.kind === 'math') found.push({ tex: block.tex, display: true, lines })
    for (const run of inlinesOf(block))
      visitInlines(run, (inline) => inline.kind === 'math' && found.push({ tex: inline.tex, display: false, lines }))
  })
  return found
}

/** A `formula-broken` for each that is shown as its source. */
export function formulaFindings({ blocks }: Notes, { typeset }: Formulary, { text }: Source): readonly Finding[] {
  const written = text.split('\n')
  return formulasIn(blocks).flatMap(({ tex, display, lines }): readonly Finding[] => {
    const made = typeset(tex, display)
    if (!('fault' in made)) return []
    return [{ code: 'formula-broken', place: whereIs(tex, lines, written), facts: { tex, reason: made.fault } }]
  })
}

function whereIs(tex: string, lines: Lines, written: readonly string[]): Place {
  const first = tex.split('\n')[0] ?? ''
  for (let line = lines[0]; line <= lines[1]; line++) {
    const column = (written[line - 1] ?? '').indexOf(first)
    if (column >= 0) return { line, column: column + 1 }
  }
  return placeOf(lines)
}
