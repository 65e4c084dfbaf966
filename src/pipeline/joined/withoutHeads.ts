/** Several files as one text → the same with blank lines where front matters stand: settings are no words of the notes. */
import type { Source } from '../../model/notes.js'
import { readFrontMatter } from '../../parse/frontMatter.js'
import { partsOf } from './joinSources.js'

export function withoutHeads(source: Source): Source {
  const { parts } = source
  if (parts === undefined) return source
  const lines = source.text.split('\n')
  for (const [at, part] of partsOf(source).entries()) {
    const { bodyLine } = readFrontMatter(part)
    for (let line = parts[at]?.first ?? 1; line < bodyLine; line++) lines[line - 1] = ''
  }
  return { ...source, text: lines.join('\n') }
}
