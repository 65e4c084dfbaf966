/** Code between fences, or set off by its indent → code; indented prose → the prose that it is. */
import type { Block, Code, Inline, Lines } from '../../model/notes.js'
import { placeOf } from '../../model/text.js'
import { isBlank } from '../lines.js'
import type { Token } from '../markdown.js'
import { wordCharacter } from '../scripts.js'
import { looksLikeProse } from '../shapes.js'
import { readCodeComments } from './codeComments.js'
import { type FenceInfo, readFenceInfo } from './fenceInfo.js'
import type { Around, Scribe } from './scribe.js'

export const readFence = (token: Token, lines: Lines, scribe: Scribe): readonly Block[] => {
  const info = readFenceInfo(token.info)
  if (wordCharacter.test(info.rest))
    scribe.pending.push({ kind: 'aside', origin: 'written', text: info.rest, lines: [lines[0], lines[0]] })
  return named(info, token.content.trimEnd(), lines)
}

/** A file's name or a caption is what a line before the code would be. */
function named({ title, rest: _, ...info }: FenceInfo, written: string, lines: Lines): readonly Block[] {
  const read = readCodeComments(written)
  const code: readonly Block[] =
    read.text.trim() === '' && info.language === '' ? [] : [{ kind: 'code', ...read, ...info, lines }]
  if (title === undefined) return code
  const inlines: readonly Inline[] = [{ kind: 'code', text: title }]
  return [{ kind: 'paragraph', introduces: true, inlines, lines: [lines[0], lines[0]] }, ...code]
}

/** How Python-Markdown, and Pelican with it, names the language of code without a fence. */
const shebang = /^(?::::|#!)[ \t]*([a-z][\w+#-]*(?:[ \t].*)?)$/i

export const readIndented = (token: Token, lines: Lines, { scribe, repair, prose }: Around): readonly Block[] => {
  const content = token.content.replace(/\n$/, '').split('\n')
  const info = shebang.exec(content[0] ?? '')?.[1]
  if (info !== undefined) return named(readFenceInfo(info), content.slice(1).join('\n'), lines)
  if (!repair || !looksLikeProse(content)) {
    const code: Code = { kind: 'code', language: '', text: scribe.asCode(content.join('\n')), lines }
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
