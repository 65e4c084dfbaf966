/** Pandoc's `% title`, `% authors`, `% date` at the top of a file → the same as front matter says them. */
import type { FrontValue } from '../model/notes.js'
import { isBlank } from './lines.js'
import type { PlainHead } from './plainHead.js'

const NAMES = ['title', 'author', 'date'] as const

/** Longer, it is a sentence that begins with a sign. */
const longest = 200

export const titleBlock = (lines: readonly string[], start: number): PlainHead | undefined => {
  const fields: { readonly line: number; readonly texts: string[] }[] = []
  let at = start
  for (; !isBlank(lines[at] ?? ''); at++) {
    const line = lines[at] ?? ''
    const text = /^%[ \t]*(.*)$/.exec(line)?.[1]
    if (text !== undefined) fields.push({ line: at + 1, texts: [text.trim()] })
    else if (/^[ \t]/.test(line) && fields.length > 0) fields.at(-1)?.texts.push(line.trim())
    else return undefined
    if (fields.length > NAMES.length || line.length > longest) return undefined
  }
  // One sign alone is a title where a heading follows, as of slides; elsewhere it may count hundredths.
  const next = lines.slice(at).find((line) => !isBlank(line)) ?? ''
  if (fields.length === 0 || (fields.length === 1 && !/^#{1,2} /.test(next))) return undefined
  const front: Record<string, FrontValue> = {}
  for (const [index, { line, texts }] of fields.entries()) {
    const name = NAMES[index]
    if (name === undefined || texts.join('') === '') continue
    front[name] = { value: name === 'author' ? authorsIn(texts) : texts.join(' '), line }
  }
  return { front, bodyLine: at + 1 }
}

function authorsIn(texts: readonly string[]): FrontValue['value'] {
  const authors = texts.flatMap((text) => text.split(';')).flatMap((text) => text.trim() || [])
  return authors.length === 1 ? (authors[0] ?? null) : authors
}
