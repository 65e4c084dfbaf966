/** Notes → the same, with the inks that their code is written in: kept in the cache, so that most builds load no highlighter. */
import { openCache } from '../io/cache.js'
import { mapBlocks } from '../model/mapBlocks.js'
import type { Block, Notes } from '../model/notes.js'
import { visitBlocks } from '../model/visit.js'
import { grammarOf } from '../render/inks/languages.js'

/** By grammar and text, its HTML. */
type Inked = ReadonlyMap<string, string>

// Goes up when the same code would be coloured otherwise than before.
const INKING = 3
const ROOM = 16 * 1024 * 1024
/** Nobody reads colours in longer code, and they would take seconds. Characters. */
const longestCode = 100_000

/** What the notes before these had: while some are edited, most of their code stays as it is. */
let latest: Inked = new Map()

export async function inkNotes(notes: Notes): Promise<Notes> {
  const wanted = codeIn(notes.blocks)
  if (wanted.length === 0) return notes
  if (!wanted.every((key) => latest.has(key))) latest = await inksOf(wanted)
  return { ...notes, blocks: withInks(notes.blocks, latest) }
}

/** Each code of a known language once: its grammar, and its text. */
const keyOf = (language: string, text: string): string | undefined => {
  const grammar = text.length > longestCode ? undefined : grammarOf(language)
  return grammar === undefined ? undefined : `${grammar}\n${text}`
}

function codeIn(blocks: readonly Block[]): readonly string[] {
  const keys = new Set<string>()
  visitBlocks(blocks, (block) => {
    const key = block.kind === 'code' ? keyOf(block.language, block.text) : undefined
    if (key !== undefined) keys.add(key)
  })
  return [...keys]
}

/** One entry for all code of the notes: reading one for each would take longer than the rest of a build. */
async function inksOf(wanted: readonly string[]): Promise<Inked> {
  const cache = openCache('inks')
  const key = JSON.stringify([INKING, wanted])
  const kept = await cache.get(key)
  if (kept !== undefined) {
    const texts: unknown = JSON.parse(Buffer.from(kept).toString('utf8'))
    if (isTexts(texts, wanted.length)) return new Map(texts.map((inked, index) => [wanted[index] ?? '', inked]))
  }
  const { highlight, loadGrammars } = await import('../render/inks/highlight.js')
  const parts = wanted.map((code) => ({ code, grammar: code.slice(0, code.indexOf('\n')) }))
  await loadGrammars(new Set(parts.map(({ grammar }) => grammar)))
  const made = new Map(
    parts.map(({ code, grammar }) => [code, latest.get(code) ?? highlight(code.slice(grammar.length + 1), grammar)]),
  )
  await cache.put(key, Buffer.from(JSON.stringify([...made.values()]), 'utf8'))
  await cache.trim(ROOM)
  return made
}

/** The seal says that the entry is what was put there: it is enough to know that it is one. */
const isTexts = (entry: unknown, count: number): entry is readonly string[] =>
  Array.isArray(entry) && entry.length === count && entry.every((text) => typeof text === 'string')

const withInks = (blocks: readonly Block[], all: Inked): readonly Block[] =>
  mapBlocks(blocks, (block) => {
    const inked = block.kind === 'code' ? all.get(keyOf(block.language, block.text) ?? '') : undefined
    return block.kind !== 'code' || inked === undefined ? block : { ...block, inked }
  })
