/** Code between fences, or set off by its indent → code; indented prose → the prose that it is. */

import { hasWord } from '../../model/commonText.js'
import type { Block, Code, Inline, Lines } from '../../model/notes.js'
import { placeOf } from '../../model/text.js'
import { isBlank } from '../lines.js'
import type { Token } from '../markdown.js'
import { looksLikeProse } from '../shapes.js'
import { readCodeComments } from './codeComments.js'
import { mermaidIn } from './diagramFence.js'
import { type FenceInfo, readFenceInfo } from './fenceInfo.js'
import type { Around, Scribe } from './scribe.js'

export const readFence = (token: Token, lines: Lines, scribe: Scribe): readonly Block[] => {
  const mermaid = mermaidIn(token.info, token.content)
  if (mermaid !== undefined) return named(readFenceInfo('mermaid'), mermaid.trimEnd(), lines, scribe)
  const info = withQuoted(readFenceInfo(token.info), token.content)
  if (info.language !== '' && isBlank(token.content))
    scribe.findings.push({ code: 'code-empty', place: placeOf(lines), facts: { language: info.language } })
  if (hasWord(info.rest))
    scribe.pending.push({ kind: 'aside', origin: 'written', text: info.rest, lines: [lines[0], lines[0]] })
  return [...named(info, token.content.trimEnd(), lines, scribe), ...captionIn(info.language, token.content, lines)]
}

/** Words in quotes, or between slashes: those of the code are marked there by other tools, others are its title. */
function withQuoted(info: FenceInfo, code: string): FenceInfo {
  const words = Array.from(
    info.rest.matchAll(/"([^"]+)"|'([^']+)'|(\/\S+\/)/g),
    ([, one, other, pattern]) => pattern ?? one ?? other ?? '',
  )
  if (words.length === 0 || info.rest.replace(/"[^"]+"|'[^']+'|\/\S+\//g, '').trim() !== '') return info
  const isMarked = words.every((each) => /^\/.*\/$/.test(each) || code.includes(each))
  const title = info.title ?? (isMarked ? undefined : words.join(' '))
  return { ...info, ...(title === undefined ? {} : { title }), rest: '' }
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
function named(written: FenceInfo, text: string, lines: Lines, scribe: Scribe): readonly Block[] {
  const { options, ...read } = readCodeComments(text, written.directive === true)
  const said = options === undefined ? written : { ...written, ...withoutNothing(readFenceInfo(`code ${options}`)) }
  const { title, link, rest: _, continues, directive: __, ...info } = said
  const numbered = continues ? scribe.lastNumber + 1 : info.numbered
  if (numbered !== undefined) scribe.lastNumber = numbered + read.text.split('\n').length - 1
  const numbers = numbered === undefined ? {} : { numbered }
  const code: readonly Block[] = isBlank(read.text) ? [] : [{ kind: 'code', ...read, ...info, ...numbers, lines }]
  if (title === undefined && link === undefined) return code
  const from: readonly Inline[] =
    link === undefined ? [] : [{ kind: 'link', href: link.href, children: [{ kind: 'text', text: link.text }] }]
  const name: readonly Inline[] = title === undefined ? [] : [{ kind: 'code', text: title }]
  const gap: readonly Inline[] = from.length > 0 && name.length > 0 ? [{ kind: 'text', text: ' ' }] : []
  const inlines = [...name, ...gap, ...from]
  return [{ kind: 'paragraph', introduces: true, inlines, lines: [lines[0], lines[0]] }, ...code]
}

/** What the head of a cell says over what its fence says. */
const withoutNothing = ({ language: _, rest: __, ...said }: FenceInfo): Partial<FenceInfo> => said

/** How Python-Markdown, and Pelican with it, names the language of code without a fence. */
const shebang = /^(?::::|#!)[ \t]*([a-z][\w+#-]*(?:[ \t].*)?)$/i

export const readIndented = (token: Token, lines: Lines, { scribe, repair, prose }: Around): readonly Block[] => {
  const content = token.content.replace(/\n$/, '').split('\n')
  const info = shebang.exec(content[0] ?? '')?.[1]
  if (info !== undefined) return named(readFenceInfo(info), content.slice(1).join('\n'), lines, scribe)
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
