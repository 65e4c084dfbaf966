/** Notes → the same, with the diagrams drawn that they hold as code; kept in the cache, so that most builds load nothing that draws. */
import { createHash } from 'node:crypto'
import { openCache } from '../io/cache.js'
import type { DiagramFault, Finding } from '../model/finding.js'
import { mapBlocks } from '../model/mapBlocks.js'
import type { Block, Code, Notes } from '../model/notes.js'
import { placeOf } from '../model/text.js'
import { visitBlocks } from '../model/visit.js'
import type { DrawnDiagram } from '../render/diagrams/drawing.js'
import { diagramLanguage, type Pen } from '../render/diagrams/languages.js'
import { type Drawn, isSketch, type PenSetting, penFor } from './pens.js'

// Goes up when the same code would be drawn otherwise than before, as by another version of what draws it.
const DRAWING = 5
const ROOM = 32 * 1024 * 1024
/** Nobody could read a diagram of longer code. Characters. */
const longestCode = 50_000

type Drawings = ReadonlyMap<string, Drawn>

/** What the notes before these had: while some are edited, most of their diagrams stay as they are. */
let latest: Drawings = new Map()

export async function drawNotes(notes: Notes, setting: PenSetting): Promise<Notes> {
  const diagrams = diagramsIn(notes.blocks)
  if (diagrams.length === 0) return notes
  const keyOf = keysFor(setting)
  const drawn = await drawingsOf(diagrams, keyOf, setting)
  latest = new Map([...drawn].filter(([, one]) => !isSketch(one)))
  return {
    ...notes,
    blocks: mapBlocks(notes.blocks, (block) => (block.kind === 'code' ? shown(block, drawn, keyOf) : block)),
    findings: [...notes.findings, ...faultsIn(diagrams, drawn, keyOf)],
  }
}

function diagramsIn(blocks: readonly Block[]): readonly Code[] {
  const found: Code[] = []
  visitBlocks(blocks, (block) => {
    if (block.kind === 'code' && diagramLanguage(block.language)) found.push(block)
  })
  return found
}

type KeyOf = (code: Code) => string

/** Mermaid's boxes are as wide as the letters of some fonts. */
function keysFor({ fonts: { style, lang, own } }: PenSetting): KeyOf {
  const measured = JSON.stringify([style, lang, own])
  return ({ language, text }) => {
    const pen = diagramLanguage(language)?.pen ?? ''
    return [pen, pen === 'mermaid' ? measured : '', text].join('\n')
  }
}

async function drawingsOf(diagrams: readonly Code[], keyOf: KeyOf, setting: PenSetting): Promise<Drawings> {
  const drawn = new Map<string, Drawn>()
  const left = new Map<Pen, Map<string, string>>()
  const cache = openCache('drawings')
  for (const code of diagrams) {
    const pen = diagramLanguage(code.language)?.pen
    const key = keyOf(code)
    if (pen === undefined || drawn.has(key)) continue
    const known = isTooLong(code) ? TOO_LARGE : (latest.get(key) ?? (await kept(key, cache)))
    // Whoever mends what was wrong with it may not have touched the diagram.
    if (known && (known === TOO_LARGE || 'svg' in known)) drawn.set(key, known)
    else left.set(pen, (left.get(pen) ?? new Map<string, string>()).set(key, code.text))
  }
  for (const [pen, sources] of left) {
    const draw = await penFor(pen, setting)
    const made = await draw([...sources.values()])
    for (const [index, key] of [...sources.keys()].entries()) {
      const one = made[index]
      if (one === undefined) continue
      drawn.set(key, one)
      if ('svg' in one && !isSketch(one)) await cache.put(cacheKey(key), Buffer.from(JSON.stringify(one), 'utf8'))
    }
    await cache.trim(ROOM)
  }
  return drawn
}

const isTooLong = ({ text }: Code): boolean => text.length > longestCode
const TOO_LARGE: Drawn = { why: 'large', says: '' }

const cacheKey = (key: string): string => JSON.stringify([DRAWING, key])

async function kept(key: string, cache: ReturnType<typeof openCache>): Promise<DrawnDiagram | undefined> {
  const bytes = await cache.get(cacheKey(key))
  if (bytes === undefined) return undefined
  const entry: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'))
  return isDrawing(entry) ? entry : undefined
}

/** The seal says that the entry is what was put there: it is enough to know that it is one. */
const isDrawing = (entry: unknown): entry is DrawnDiagram =>
  typeof entry === 'object' && entry !== null && 'svg' in entry && 'labels' in entry && 'width' in entry

function shown(code: Code, drawings: Drawings, keyOf: KeyOf): Block {
  const drawn = drawings.get(keyOf(code))
  if (drawn === undefined || !('svg' in drawn) || diagramLanguage(code.language) === undefined) return code
  const { svg, width, height, labels } = drawn
  const mark = createHash('sha256').update(keyOf(code)).digest('hex').slice(0, 8)
  return {
    kind: 'picture',
    src: `${code.language}:${mark}`,
    alt: labels.join(', '),
    caption: '',
    drawing: { code, svg, width, height },
    ...(code.step ? { step: code.step } : {}),
    lines: code.lines,
  }
}

/** A tool that is missing is said once, however much there is for it to draw. */
function faultsIn(diagrams: readonly Code[], drawings: Drawings, keyOf: KeyOf): readonly Finding[] {
  const lacking: Code[] = []
  const found = diagrams.flatMap((code): readonly Finding[] => {
    const { name = '', pen } = diagramLanguage(code.language) ?? {}
    const drawn = drawings.get(keyOf(code))
    if (drawn && 'svg' in drawn) return []
    const { why, says } = pen && drawn ? drawn : UNKNOWN
    if (missing.includes(why)) lacking.push(code)
    if (missing.includes(why) && lacking.length > 1) return []
    return [{ code: 'diagram-source', place: placeOf(code.lines), facts: { name, count: 1, why, says } }]
  })
  return found.map((finding) =>
    finding.code === 'diagram-source' && missing.includes(finding.facts.why)
      ? { ...finding, facts: { ...finding.facts, count: lacking.length } }
      : finding,
  )
}

const UNKNOWN: Pick<DiagramFault, 'why' | 'says'> = { why: 'unknown', says: '' }
const missing: readonly DiagramFault['why'][] = ['no-mermaid', 'no-browser']
