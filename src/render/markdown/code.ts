/** Code, and the line that names it → a fence with all that stands behind it. */
import type { Block, Code, Inline } from '../../model/notes.js'
import { plainText } from '../../model/text.js'
import { longestRun } from './escape.js'

/** What the fence itself said of its code, as it says it: read, it became a line before it. */
export function titleOf(before: Block, block: Block): string | undefined {
  const code = block.kind === 'picture' ? block.drawing?.code : block
  if (code?.kind !== 'code' || before.kind !== 'paragraph' || !before.introduces || before.step) return undefined
  const link = before.inlines.at(-1)
  const [title, gap, ...others] = link?.kind === 'link' ? before.inlines.slice(0, -1) : before.inlines
  const from = link?.kind === 'link' ? sourceOf(link) : ''
  if (from === undefined || others.length > 0 || code.language === '') return undefined
  if (title === undefined) return from
  if (title.kind !== 'code' || /["\\`~\n]/.test(title.text)) return undefined
  const isJoined = link?.kind === 'link' ? gap?.kind === 'text' && gap.text === ' ' : gap === undefined
  return isJoined ? `title="${title.text}" ${from}`.trim() : undefined
}

/** An address and what it is called, where these are read as such behind a fence. */
function sourceOf({ href, children }: Extract<Inline, { readonly kind: 'link' }>): string | undefined {
  const text = plainText(children)
  if (!/^https?:\/\/[^\s"'[\]{},`~]+$/.test(href) || children.some(({ kind }) => kind !== 'text')) return undefined
  if (text === href) return href
  return /^[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*$/u.test(text) ? `${href} ${text}` : undefined
}

export function writeCode({ language, text, numbered, marks = [] }: Code, title?: string): readonly string[] {
  const sign = language.includes('`') ? '~' : '`'
  const code = text.trimEnd()
  const fence = sign.repeat(Math.max(3, longestRun(code, sign) + 1))
  const lines = marks.map((step) => step.map(([from, to]) => (from === to ? from : `${from}-${to}`)).join(',') || 'all')
  const signs = [
    language,
    numbered === undefined ? '' : `{.numberLines startFrom=${numbered}}`,
    lines.length === 0 ? '' : `{${lines.join('|')}}`,
    title ?? '',
  ]
  return [`${fence}${signs.filter(Boolean).join(' ')}`, ...(code === '' ? [] : code.split('\n')), fence]
}
