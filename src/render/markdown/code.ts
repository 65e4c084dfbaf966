/** Code, and the line that names it → a fence with all that stands behind it. */
import type { Block, Code } from '../../model/notes.js'
import { longestRun } from './escape.js'

/** What the fence itself said of its code: read, it became a line before it. */
export function titleOf(before: Block, block: Block): string | undefined {
  const code = block.kind === 'picture' ? block.drawing?.code : block
  if (code?.kind !== 'code' || before.kind !== 'paragraph' || !before.introduces || before.step) return undefined
  const [title, ...others] = before.inlines
  if (title?.kind !== 'code' || others.length > 0 || /["\\`~\n]/.test(title.text) || code.language === '')
    return undefined
  return title.text
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
    title === undefined ? '' : `title="${title}"`,
  ]
  return [`${fence}${signs.filter(Boolean).join(' ')}`, ...(code === '' ? [] : code.split('\n')), fence]
}
