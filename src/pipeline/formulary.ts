/** Notes → what typesets their formulas, kept in the cache so that most builds load no typesetter; and which of them it can't read. */
import { openCache } from '../io/cache.js'
import type { Finding, Place } from '../model/finding.js'
import type { FormulaFault, Formulary, TypesetFormula } from '../model/formulary.js'
import type { Block, Formula, FormulaInline, Lines, Notes, Source } from '../model/notes.js'
import { placeOf } from '../model/text.js'
import { inlinesOf, visitBlocks, visitInlines } from '../model/visit.js'
import type { StrayReference } from '../parse/equations.js'

type Typeset = TypesetFormula | FormulaFault

interface WrittenFormula {
  readonly tex: string
  readonly whole: string
  readonly display: boolean
  readonly lines: Lines
}

// Goes up when the same formula would be typeset otherwise than before.
const TYPESETTING = 1
const ROOM = 64 * 1024 * 1024

/** All that was typeset in this process: while notes are edited, most of their formulas stay as they are. */
const known = new Map<string, Typeset>()
/** What typesets, once it was needed. */
let typesetter: ((tex: string, display: boolean) => Typeset) | undefined
let opened: Promise<Formulary> | undefined

/** @returns nothing where there is no formula */
export async function formularyFor({ blocks }: Notes): Promise<Formulary | undefined> {
  const wanted = formulasIn(blocks)
  if (wanted.length === 0) return undefined
  opened ??= open()
  const [formulary] = await Promise.all([opened, typesetAll(wanted)])
  return formulary
}

/** Whether all of them can be shown at once: nothing has to be loaded for it. */
export const knowsFormulas = ({ blocks }: Pick<Notes, 'blocks'>): boolean =>
  typesetter !== undefined || formulasIn(blocks).every((formula) => known.has(keyOf(formula.whole, formula.display)))

const keyOf = (tex: string, display: boolean): string => `${display ? '$$' : '$'}${tex}`

async function open(): Promise<Formulary> {
  const { readFormulaCss } = await import('../io/readFormulaCss.js')
  return { css: await readFormulaCss(), typeset: typesetNow }
}

function typesetNow(tex: string, display: boolean): Typeset {
  const key = keyOf(tex, display)
  const made = known.get(key) ?? typesetter?.(tex, display) ?? { fault: 'not typeset yet' }
  if (typesetter) known.set(key, made)
  return made
}

/** One entry for all formulas of the notes: reading one for each would take longer than the rest of a build. */
async function typesetAll(formulas: readonly WrittenFormula[]): Promise<void> {
  const wanted = new Map(formulas.map(({ whole, display }) => [keyOf(whole, display), { whole, display }]))
  if ([...wanted.keys()].every((key) => known.has(key))) return
  const cache = openCache('formulas')
  const key = JSON.stringify([TYPESETTING, ...wanted.keys()])
  const kept = await cache.get(key)
  if (kept !== undefined) {
    const made = unpack(Buffer.from(kept).toString('utf8'))
    for (const [index, each] of [...wanted.keys()].entries()) known.set(each, made[index] ?? { fault: '' })
    return
  }
  typesetter ??= (await import('../render/formulas/typeset.js')).typeset
  const made = [...wanted.values()].map(({ whole, display }) => typesetNow(whole, display))
  await cache.put(key, Buffer.from(pack(made), 'utf8'))
  await cache.trim(ROOM)
}

/** A formula a line: what it can't be read for, or its HTML, its faces and their characters. */
const pack = (made: readonly Typeset[]): string =>
  made.map((each) => JSON.stringify('fault' in each ? [each.fault] : [each.html, ...[...each.faces].flat()])).join('\n')

const unpack = (packed: string): readonly Typeset[] =>
  packed.split('\n').map((line): Typeset => {
    const [first = '', ...faces]: readonly string[] = JSON.parse(line)
    if (faces.length === 0) return { fault: first }
    const pairs = faces.flatMap((face, index) => (index % 2 === 0 ? [[face, faces[index + 1] ?? ''] as const] : []))
    return { html: first, faces: new Map(pairs) }
  })

function formulasIn(blocks: readonly Block[]): readonly WrittenFormula[] {
  const found: WrittenFormula[] = []
  const take = ({ tex, whole = tex }: Formula | FormulaInline, display: boolean, lines: Lines): void => {
    found.push({ tex, whole, display, lines })
  }
  visitBlocks(blocks, (block) => {
    if (block.kind === 'math') take(block, true, block.lines)
    for (const run of inlinesOf(block))
      visitInlines(run, (inline) => {
        if (inline.kind === 'math') take(inline, false, block.lines)
      })
  })
  return found
}

/** A `formula-broken` for each that is shown as its source, and references that lead nowhere. */
export function formulaFindings(
  { blocks }: Notes,
  { typeset }: Formulary,
  strays: readonly StrayReference[],
  { text }: Source,
): readonly Finding[] {
  const written = text.split('\n')
  const broken = formulasIn(blocks).flatMap(({ tex, whole, display, lines }): readonly Finding[] => {
    const made = typeset(whole, display)
    if (!('fault' in made)) return []
    return [{ code: 'formula-broken', place: whereIs(tex, lines, written), facts: { tex, reason: made.fault } }]
  })
  const lost = strays.map(
    ({ label, lines }): Finding => ({
      code: 'formula-reference',
      place: whereIs(`ref{${label}`, lines, written),
      facts: { label },
    }),
  )
  return [...broken, ...lost]
}

function whereIs(tex: string, lines: Lines, written: readonly string[]): Place {
  const first = tex.split('\n')[0] ?? ''
  for (let line = lines[0]; line <= lines[1]; line++) {
    const column = (written[line - 1] ?? '').indexOf(first)
    if (column >= 0) return { line, column: column + 1 }
  }
  return placeOf(lines)
}
