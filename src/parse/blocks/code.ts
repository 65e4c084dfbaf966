/** Code between fences, or set off by its indent → code; indented prose → the prose that it is. */
import type { Block, Code, Lines } from '../../model/notes.js'
import { placeOf } from '../../model/text.js'
import { isBlank } from '../lines.js'
import type { Token } from '../markdown.js'
import { wordCharacter } from '../scripts.js'
import { looksLikeProse } from '../shapes.js'
import type { Around, Scribe } from './scribe.js'

export const readFence = (token: Token, lines: Lines, scribe: Scribe): readonly Block[] => {
  const info = token.info.trim()
  const language = /^\{?\.?([^\s{},=]+)/.exec(info)?.[1] ?? ''
  const more = info.slice(info.indexOf(language) + language.length).replace(/^[\s}]+|[\s{]+$/g, '')
  if (wordCharacter.test(more))
    scribe.pending.push({ kind: 'aside', origin: 'written', text: more, lines: [lines[0], lines[0]] })
  const text = token.content.trimEnd()
  return text.trim() === '' && language === '' ? [] : [{ kind: 'code', language, text, lines }]
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
