/**
 * Notes whose formulas lean on one another (numbers that count on, `\eqref`, commands that one defines for all that follow) → the same,
 * with what is typeset of each standing by itself.
 */
import { mapBlocks } from '../model/mapBlocks.js'
import type { Block, Formula, FormulaInline, Inline, Lines } from '../model/notes.js'
import { definitionAt, definitionTex, mayDefine, type TexDefinition, texTokens } from '../model/tex.js'
import { numberedRows } from './equationRows.js'

/** A reference to what no formula is called. */
export interface StrayReference {
  readonly label: string
  readonly lines: Lines
}

export interface SettledFormulas {
  readonly blocks: readonly Block[]
  readonly strays: readonly StrayReference[]
}

const leans =
  /\\(?:label|(?:eq)?ref|(?:new|renew|provide)command|[gex]?def|DeclareMathOperator)(?![A-Za-z])|\\begin\{(?:equation|align|alignat|gather|eqnarray|multline)\*?\}/
const tags = /\\tag\*?\s*\{([^{}]*)\}/g
/** What is set small within a line, where there is room for it as it is set by itself. */
const stacked = /\\(?:frac|binom|sum|prod|int|lim)(?![A-Za-z])/
const references = /\\(?:eq)?ref\s*\{([^{}]*)\}/g

interface Written {
  readonly formula: Formula | FormulaInline
  readonly lines: Lines
  /** Alone in its cell, where there is room for it. */
  readonly isCell: boolean
}

export function settleFormulas(blocks: readonly Block[]): SettledFormulas {
  const written: Written[] = []
  mapFormulas(blocks, (formula, lines, isCell) => {
    written.push({ formula, lines, isCell })
    return formula
  })
  if (!written.some(({ formula, isCell }) => leans.test(formula.tex) || (isCell && stacked.test(formula.tex))))
    return { blocks, strays: [] }
  const whole = settled(written)
  let index = 0
  const made = mapFormulas(blocks, (formula) => {
    const said = whole.said[index++]
    return said === undefined || said === formula.tex ? formula : { ...formula, whole: said }
  })
  const strays = whole.strays.map(({ label, at }) => ({ label, lines: written[at]?.lines ?? [1, 1] }))
  return { blocks: made, strays }
}

/** In reading order, wherever they stand. */
function mapFormulas(
  blocks: readonly Block[],
  change: <Kind extends Formula | FormulaInline>(formula: Kind, lines: Lines, isCell: boolean) => Kind,
): readonly Block[] {
  // What stays as it is stays the same thing: others tell by that what an edit has changed.
  const within = (inlines: readonly Inline[], lines: Lines, isCell: boolean): readonly Inline[] => {
    const made = inlines.map((inline) => {
      if (inline.kind === 'math') return change(inline, lines, isCell)
      if (!('children' in inline)) return inline
      const children = within(inline.children, lines, false)
      return children === inline.children ? inline : { ...inline, children }
    })
    return made.some((inline, index) => inline !== inlines[index]) ? made : inlines
  }
  return mapBlocks(
    blocks,
    (block) => (block.kind === 'math' ? change(block, block.lines, false) : block),
    (inlines, { kind, lines }) => within(inlines, lines, kind === 'table' && isAlone(inlines)),
  )
}

const isAlone = (inlines: readonly Inline[]): boolean =>
  inlines.every((inline) => inline.kind === 'math' || (inline.kind === 'text' && inline.text.trim() === ''))

/** What is said of each, in order. */
function settled(written: readonly Written[]): {
  readonly said: readonly string[]
  readonly strays: readonly { readonly label: string; readonly at: number }[]
} {
  const meant = new Set(
    written.flatMap(({ formula: { tex } }) => Array.from(tex.matchAll(references), ([, label = '']) => label.trim())),
  )
  const numbers = new Map<string, string>()
  // Those that the author gave are not given twice.
  const given = new Set(
    written.flatMap(({ formula: { tex } }) => Array.from(tex.matchAll(tags), ([, tag = '']) => tag.trim())),
  )
  let count = 0
  const numbering = {
    next: () => {
      do count++
      while (given.has(String(count)))
      return String(count)
    },
    isMeant: (label: string) => meant.has(label),
    say: (label: string, number: string) => void numbers.set(label, number),
  }
  const known = new Map<string, TexDefinition>()
  const bare = written.map(({ formula, isCell }) => {
    const tex = isCell && stacked.test(formula.tex) ? `\\displaystyle ${formula.tex}` : formula.tex
    if (!leans.test(tex) && known.size === 0) return tex
    const rest = takeDefinitions(texTokens(tex), known)
    const rows = 'lines' in formula ? numberedRows(rest, numbering) : rest
    return `${definitionsIn(rows, known)}${rows.join('')}`.trim()
  })
  const strays: { readonly label: string; readonly at: number }[] = []
  const said = bare.map((tex, at) =>
    tex.replace(references, (whole, name: string) => {
      const number = numbers.get(name.trim())
      if (!number) strays.push({ label: name.trim(), at })
      const shown = number || name.trim().replaceAll('_', '\\_')
      return `\\text{${whole.startsWith('\\eqref') ? `(${shown})` : shown}}`
    }),
  )
  return { said, strays }
}

/** Those of its own, which hold from there on, wherever in it they stand; in braces they are its own alone. */
function takeDefinitions(tokens: readonly string[], known: Map<string, TexDefinition>): readonly string[] {
  if (!tokens.some((token) => mayDefine(token))) return tokens
  const rest: string[] = []
  let depth = 0
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? ''
    if (token === '{') depth++
    if (token === '}') depth--
    const found = depth === 0 ? definitionAt(tokens, at) : undefined
    if (found) {
      known.set(found.definition.name, found.definition)
      at = found.end - 1
    } else rest.push(token)
  }
  return rest
}

/** Nobody has more commands of their own in one formula. */
const mostDefinitions = 100

/** What lays down the commands that it uses, and those that these use. */
function definitionsIn(tokens: readonly string[], known: ReadonlyMap<string, TexDefinition>): string {
  if (known.size === 0) return ''
  const used = new Set<TexDefinition>()
  const open = [...tokens]
  for (let token = open.pop(); token !== undefined && used.size < mostDefinitions; token = open.pop()) {
    const definition = known.get(token)
    if (definition === undefined || used.has(definition)) continue
    used.add(definition)
    for (const each of definition.body) if (known.has(each)) open.push(each)
  }
  return [...used].map(definitionTex).join('')
}

/** What only lays commands down for others says nothing itself. */
export const withoutDefinitions = (blocks: readonly Block[]): readonly Block[] =>
  blocks.some(onlyDefines) ? blocks.filter((block) => !onlyDefines(block)) : blocks

function onlyDefines(block: Block): boolean {
  if (block.kind === 'math') return block.whole === ''
  if (block.kind !== 'paragraph' || !block.inlines.some((inline) => inline.kind === 'math')) return false
  return block.inlines.every((inline) => {
    if (inline.kind === 'math') return inline.whole === ''
    return inline.kind === 'break' || (inline.kind === 'text' && inline.text.trim() === '')
  })
}
