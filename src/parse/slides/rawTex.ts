/** Lines of TeX in Pandoc's slides → pauses and formulas; what only says how a page of TeX looks is left out. */
import { fenceStarts } from '../fences.js'
import type { Line } from '../lines.js'
import { pauseAt, type Telling } from './dialect.js'

const looks =
  /^\s*\\(?:newpage|clearpage|pagebreak(?:\[\d\])?|framebreak|(?:h|v)fill|(?:h|v)space\*?\{[^{}\n]{0,60}\}|(?:big|med|small)skip|noindent|centering|tiny|scriptsize|footnotesize|small|normalsize|large|Large|LARGE|huge|Huge|(?:begin|end)\{(?:columns?|center|tiny|small|footnotesize|scriptsize)\}(?:\[[^\]\n]{0,60}\])?(?:\{[^{}\n]{0,60}\})?|column\{[^{}\n]{0,60}\})(?:\{\})?[ \t]*$/
/** The same before words. */
const looksBefore = /^(\s*)\\(?:[hv]space\*?\{[^{}\n]{0,60}\}|noindent|newpage|pagebreak)[ \t]+(?=\S)/

/** A line of prose as it stands there for whoever sets no page. */
export const withoutLooks = (text: string): string =>
  looks.test(text) ? '' : text.includes('\\') ? text.replace(looksBefore, '$1') : text

const rawFence = /^( {0,3}(?:`{3,}|~{3,}))[ \t]*\{=([a-z\d]+)\}[ \t]*$/i

/** What stands between the fences of `{=html}` is HTML, and of TeX a formula where it is one. */
export function withoutTex(lines: readonly Line[], told: Telling): readonly Line[] {
  if (!lines.some(({ text }) => text.includes('\\') || text.includes('{='))) return lines
  const starts = fenceStarts(lines)
  const left: Line[] = []
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined) break
    const [, mark, format = ''] = (starts.has(index) && rawFence.exec(line.text)) || []
    const end = mark === undefined ? -1 : endOf(lines, index, mark.trim())
    if (end > 0) {
      for (const each of rawBlock(lines.slice(index, end + 1), format.toLowerCase(), told)) left.push(each)
      index = end
    } else if (!line.verbatim && /^\s*\\pause[ \t]*$/.test(line.text)) {
      told.obey('\\pause', [line.line])
      for (const each of pauseAt(line.line)) left.push(each)
    } else if (!line.verbatim && looks.test(line.text)) {
      told.drop(line.text.trim().slice(0, 40), [line.line])
      left.push({ text: '', line: line.line })
    } else left.push(line)
  }
  return left
}

function endOf(lines: readonly Line[], from: number, mark: string): number {
  for (let at = from + 1; at < lines.length && lines[at]?.isCode; at++) if (lines[at]?.text.trim() === mark) return at
  return -1
}

function rawBlock(lines: readonly Line[], format: string, told: Telling): readonly Line[] {
  const inside = lines.slice(1, -1)
  const blank = lines.map(({ line }): Line => ({ text: '', line }))
  if (/^html\d?$/.test(format)) return [...blank.slice(0, 1), ...inside.map(bare), ...blank.slice(-1)]
  const isFormula = inside.some(({ text }) =>
    /\\begin\{(?:equation|align|alignat|flalign|gather|multline|eqnarray|split|array|cases|\w*matrix)\*?\}/.test(text),
  )
  if (/^(?:la)?tex$/.test(format) && isFormula)
    return lines.map((line, at) => (at === 0 ? { ...line, text: line.text.replace(/\{=.*$/, 'math') } : line))
  told.drop(
    `{=${format}}`,
    lines.map(({ line }) => line),
  )
  return blank
}

const bare = ({ text, line }: Line): Line => ({ text, line })
