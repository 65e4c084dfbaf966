/** Code between fences, or set off by its indent → code; indented prose → the prose that it is. */
import type { Block, Code, Lines } from '../../model/notes.js'
import { placeOf } from '../../model/text.js'
import { isBlank } from '../lines.js'
import type { Token } from '../markdown.js'
import { wordCharacter } from '../scripts.js'
import { looksLikeProse } from '../shapes.js'
import { readFenceInfo } from './fenceInfo.js'
import type { Around, Scribe } from './scribe.js'

export const readFence = (token: Token, lines: Lines, scribe: Scribe): readonly Block[] => {
  const { title, rest, ...info } = readFenceInfo(token.info)
  const first: Lines = [lines[0], lines[0]]
  if (wordCharacter.test(rest)) scribe.pending.push({ kind: 'aside', origin: 'written', text: rest, lines: first })
  const text = token.content.trimEnd()
  const code: readonly Block[] =
    text.trim() === '' && info.language === '' ? [] : [{ kind: 'code', ...info, text, lines }]
  // A file's name or a caption is what a line before the code would be.
  const named: Block = {
    kind: 'paragraph',
    introduces: true,
    inlines: [{ kind: 'code', text: title ?? '' }],
    lines: first,
  }
  return title === undefined ? code : [named, ...code]
}

export const readIndented = (token: Token, lines: Lines, { scribe, repair, prose }: Around): readonly Block[] => {
  const content = token.content.replace(/\n$/, '').split('\n')
  if (!repair || !looksLikeProse(content)) {
    const code: Code = { kind: 'code', language: '', text: content.join('\n'), lines }
    return [code]
  }
  scribe.findings.push({
    code: 'indent-not-code',
    place: placeOf(lines),
    facts: { count: content.filter((line) => !isBlank(line)).length },
  })
  const first = token.map?.[0] ?? 0
  return prose(content, first)
}
