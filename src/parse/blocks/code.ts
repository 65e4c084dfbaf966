/** Code between fences, or set off by its indent → code; indented prose → the prose that it is. */
import type { Block, Code, Inline, Lines } from '../../model/notes.js'
import { placeOf } from '../../model/text.js'
import { isBlank } from '../lines.js'
import type { Token } from '../markdown.js'
import { wordCharacter } from '../scripts.js'
import { looksLikeProse } from '../shapes.js'
import { readCodeComments } from './codeComments.js'
import { mermaidIn } from './diagramFence.js'
import { type FenceInfo, readFenceInfo } from './fenceInfo.js'
import type { Around, Scribe } from './scribe.js'

export const readFence = (token: Token, lines: Lines, scribe: Scribe): readonly Block[] => {
  const mermaid = mermaidIn(token.info, token.content)
  if (mermaid !== undefined) return named(readFenceInfo('mermaid'), mermaid.trimEnd(), lines)
  const info = readFenceInfo(token.info)
  if (info.language !== '' && isBlank(token.content))
    scribe.findings.push({ code: 'code-empty', place: placeOf(lines), facts: { language: info.language } })
  if (wordCharacter.test(info.rest))
    scribe.pending.push({ kind: 'aside', origin: 'written', text: info.rest, lines: [lines[0], lines[0]] })
  return [...named(info, token.content.trimEnd(), lines), ...captionIn(info.language, token.content, lines)]
}

/** What Quarto's cells say of the diagram in them: `%%| fig-cap: "words"`. */
function captionIn(language: string, written: string, [first]: Lines): readonly Block[] {
  if (!/^(?:mermaid|dot|graphviz)$/.test(language)) return []
  const caption = /^[ \t]*(?:%%|\/\/)\|[ \t]*fig-cap:[ \t]*(["']?)(.*\S)\1[ \t]*$/m.exec(written)
  if (caption?.[2] === undefined) return []
  const line = first + written.slice(0, caption.index).split('\n').length
  return [{ kind: 'paragraph', inlines: [{ kind: 'text', text: caption[2] }], lines: [line, line] }]
}

/** A file's name or a caption is what a line before the code would be. */
function named({ title, rest: _, ...info }: FenceInfo, written: string, lines: Lines): readonly Block[] {
  const read = readCodeComments(written)
  const code: readonly Block[] = isBlank(read.text) ? [] : [{ kind: 'code', ...read, ...info, lines }]
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
