/** Files of notes → one text, and where in it each of them begins. */
import type { NotesPart, UnreadFile } from '../../model/joined.js'
import type { Source } from '../../model/notes.js'

/** @param file what is made of all of them is called by */
export function joinSources(sources: readonly Source[], file: string): Source {
  const parts: NotesPart[] = []
  const texts: string[] = []
  const spans: NotesPart[] = []
  const unread: UnreadFile[] = []
  let first = 1
  for (const source of sources) {
    // A line of its own behind each: the last line of one and the first of the next are never one paragraph.
    const text = `${source.text.replace(/\n*$/, '')}\n`
    parts.push({ file: source.file, first })
    for (const span of source.included?.spans ?? [{ file: source.file, first: 1 }])
      spans.push({ ...span, first: span.first + first - 1 })
    for (const lack of source.included?.unread ?? []) unread.push({ ...lack, line: lack.line + first - 1 })
    texts.push(text)
    first += text.split('\n').length
  }
  const files = sources.flatMap(({ included }) => included?.files ?? [])
  return {
    file,
    text: texts.join('\n'),
    parts,
    ...(sources.some(({ included }) => included) ? { included: { spans, unread, files } } : {}),
  }
}

/** Each by itself, its lines with the numbers that they have in the whole. */
export function partsOf({ text, parts = [], included }: Source): readonly Source[] {
  const lines = text.split('\n')
  return parts.map(({ file, first }, at): Source => {
    const next = parts[at + 1]?.first ?? lines.length + 1
    const text = '\n'.repeat(first - 1) + lines.slice(first - 1, next - 1).join('\n')
    if (included === undefined) return { file, text }
    const unread = included.unread.filter(({ line }) => line >= first && line < next)
    return { file, text, included: { ...included, unread } }
  })
}
