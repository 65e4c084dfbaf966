/** Files of notes → one text, and where in it each of them begins. */
import type { NotesPart } from '../../model/joined.js'
import type { Source } from '../../model/notes.js'

/** @param file what is made of all of them is called by */
export function joinSources(sources: readonly Source[], file: string): Source {
  const parts: NotesPart[] = []
  const texts: string[] = []
  let first = 1
  for (const source of sources) {
    // A line of its own behind each: the last line of one and the first of the next are never one paragraph.
    const text = `${source.text.replace(/\n*$/, '')}\n`
    parts.push({ file: source.file, first })
    texts.push(text)
    first += text.split('\n').length
  }
  return { file, text: texts.join('\n'), parts }
}

/** Each by itself, its lines with the numbers that they have in the whole. */
export function partsOf({ text, parts = [] }: Source): readonly Source[] {
  const lines = text.split('\n')
  return parts.map(({ file, first }, at) => {
    const own = lines.slice(first - 1, (parts[at + 1]?.first ?? lines.length + 1) - 1)
    return { file, text: '\n'.repeat(first - 1) + own.join('\n') }
  })
}
