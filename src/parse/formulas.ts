/** Text → where a formula stands in it, and where a dollar is money, a variable of a shell or a bracket of prose. */

export interface FormulaFound {
  readonly tex: string
  /** Right behind it. */
  readonly end: number
}

/** Nobody writes a longer one within a line. */
const longest = 1000

/** What only TeX has: a command, a power, something lowered that is not the middle of a name (`MAX_LEN`). */
const strong = /\\(?:[A-Za-z]|[,;!{}|\\])|\^|(?<![A-Za-z]{2})_|_\{/
const relation = /[=<>≤≥≠≈∈→]/
const operator = /[-+*/=<>|≤≥≠≈∈→]/
const cjk = /[\u2e80-\u9fff\uff00-\uffef]/
/** Two words of a sentence. */
const sentence = /[A-Za-z]{2,}[,.;:]?\s+[A-Za-z]{2,}/
const money = /^[\d.,]+\s*(?:[A-Za-z]{2,}|[\u2e80-\uffef]|[,;:-]\s*$)/
const afterLetter = /[A-Za-z0-9]/

/** @returns what begins at `at`, a dollar, or a backslash before a bracket or a reference; nothing where that is text */
export function formulaAt(text: string, at: number, until = text.length): FormulaFound | undefined {
  if (text[at] === '\\') {
    // `\\(x\\)`: blogs write them as Markdown would have to show them.
    const isEscaped = text[at + 1] === '\\' && !/[\\\w:]/.test(text[at - 1] ?? '')
    const sign = text[isEscaped ? at + 2 : at + 1]
    return sign === '(' || sign === '[' ? bracketed(text, at, until, isEscaped) : reference(text, at)
  }
  if (text[at] !== '$') return undefined
  if (text[at + 1] === '`') return backticked(text, at, until)
  return text[at + 1] === '$' ? doubled(text, at, until) : single(text, at, until)
}

/** The number of a formula, in the middle of a sentence. */
function reference(text: string, at: number): FormulaFound | undefined {
  const [tex] = /^\\(?:eqref\{[^{}\s]{1,80}\}|ref\{eqn?[:.-][^{}\s]{1,80}\})/.exec(text.slice(at, at + 100)) ?? []
  return tex === undefined ? undefined : { tex, end: at + tex.length }
}

/** `\(x\)`, `\[x\]`: escaped brackets of prose look the same. */
function bracketed(text: string, at: number, until: number, isEscaped: boolean): FormulaFound | undefined {
  const from = at + (isEscaped ? 3 : 2)
  const closer = (isEscaped ? '\\' : '') + (text[from - 1] === '(' ? '\\)' : '\\]')
  const length = text.slice(from, Math.min(until, from + longest)).indexOf(closer)
  if (length < 0) return undefined
  const written = text.slice(from, from + length)
  const tex = written.trim()
  // `\( and \)`
  if (tex !== written && /^[A-Za-z]{2,}$/.test(tex)) return undefined
  const isOne = closer.endsWith(']') ? mayBeBracketed(tex) : isTex(tex) || relation.test(tex) || isShort(tex)
  return isOne && !isProse(tex) ? { tex, end: from + length + closer.length } : undefined
}

/** Whether a text holds what makes a formula of `\[x\]`, which is how brackets of prose are escaped. */
export const mayBeBracketed = (text: string): boolean =>
  relation.test(text) || /\\[A-Za-z]|[_^]\{|[\w)\]}]\^[\w({\\]/.test(text)

/** GitHub's and GitLab's $`x`$: its marks say by themselves what it is. */
function backticked(text: string, at: number, until: number): FormulaFound | undefined {
  const end = closing(text, at + 2, until, '`$')
  const tex = end === undefined ? '' : text.slice(at + 2, end).trim()
  return end === undefined || tex === '' || /[`$]/.test(tex) || /[A-Za-z0-9]/.test(text[end + 2] ?? '')
    ? undefined
    : { tex, end: end + 2 }
}

function doubled(text: string, at: number, until: number): FormulaFound | undefined {
  const end = closing(text, at + 2, until, '$$')
  const tex = end === undefined ? '' : text.slice(at + 2, end).trim()
  if (end === undefined || tex === '' || tex.includes('$')) return undefined
  return isTex(tex) || (!isProse(tex) && (operator.test(tex) || isShort(tex))) ? { tex, end: end + 2 } : undefined
}

function single(text: string, at: number, until: number): FormulaFound | undefined {
  // `US$5`
  if (afterLetter.test(text[at - 1] ?? '')) return undefined
  const end = closing(text, at + 1, until, '$')
  if (end === undefined) return undefined
  const inside = text.slice(at + 1, end)
  const tex = inside.trim()
  const isSpaced = /^\s/.test(inside)
  if (tex === '' || isSpaced !== /\s$/.test(inside)) return undefined
  if (isProse(tex) || !meansIt(tex, isSpaced, text[end + 1] ?? '')) return undefined
  return { tex, end: end + 1 }
}

/** @param after the character behind its dollar: `$5 和 $6`, `$HOME/bin:$PATH` */
function meansIt(tex: string, isSpaced: boolean, after: string): boolean {
  if (/\d/.test(after)) return false
  if (isTex(tex)) return true
  if (/[A-Za-z_({$]/.test(after)) return false
  if (isSpaced) return operator.test(tex) && !/^[-+*/=<>]|[-+*/=<>]$/.test(tex)
  return operator.test(tex) || isShort(tex) || /^[A-Za-z]+_\w+$/.test(tex)
}

/** The sign that closes it on this line or the next, unescaped. */
function closing(text: string, from: number, until: number, sign: string): number | undefined {
  const most = Math.min(until, from + longest)
  let lineEnds = 0
  for (let index = from; index + sign.length <= most; index++) {
    if (text[index] === '\\') index++
    else if (text[index] === '\n' && ++lineEnds > 1 && sign === '$') return undefined
    else if (text.startsWith(sign, index)) return index
  }
  return undefined
}

const isTex = (tex: string): boolean => strong.test(tex)

/** `n`, `f(x)`, `10`, `x, y`: no word of a language. */
const isShort = (tex: string): boolean =>
  tex.length <= 40 && /^[^\s]/.test(tex) && !/[A-Za-z]{4,}|["“”?？]/.test(tex) && /[\p{L}\p{N}]/u.test(tex)

/** What says something in words: those in braces are TeX's. */
function isProse(tex: string): boolean {
  // Code, and addresses that hold dollars.
  if (/`|\]\(/.test(tex)) return true
  const bare = withoutGroups(tex)
  if (money.test(tex) && !isTex(tex)) return true
  if (cjk.test(bare) && (!isTex(tex) || /^\d/.test(tex))) return true
  return sentence.test(bare.replace(/\\[A-Za-z]+/g, ' ')) && !relation.test(bare) && !/\\[A-Za-z]/.test(bare)
}

/** Without what stands in braces, innermost first. */
function withoutGroups(tex: string): string {
  let bare = tex
  for (let depth = 0; depth < 4 && bare.includes('{'); depth++) bare = bare.replace(/\{[^{}]*\}/g, ' ')
  return bare
}

/** A bar that belongs to a table stands alone. */
function isBalanced(tex: string): boolean {
  const bare = tex.replace(/\([^()]*\)|\\\|/g, '')
  return (bare.match(/\|/g)?.length ?? 0) % 2 === 0 || isTex(tex)
}

/** The environments of LaTeX that are formulas. */
const environment =
  /^\\begin\{((?:equation|align|aligned|alignat|gather|gathered|split|multline|eqnarray|cases|[bBpvV]?matrix|array|CD)\*?)\}/

/** @returns the name of the environment of formulas that a line opens */
export const environmentOf = (text: string): string | undefined => environment.exec(text)?.[1]

/** Whether lines between `$$` or `\[` and its end are a formula. */
export const isFormula = (tex: string, sign: '$$' | '\\['): boolean =>
  tex.trim() !== '' &&
  (isTex(tex) || relation.test(tex) || (sign === '$$' && !isProse(tex))) &&
  !tex.split('\n').some((line) => isProse(line) && !isTex(line))

/** Whether lines below an opening sign that nothing closes are meant as its formula. */
export const isUnclosed = (tex: string): boolean =>
  /\\[A-Za-z]|[_^]\{/.test(tex) || (/[_^]/.test(tex) && isTex(tex) && isFormula(tex, '$$'))

/** A row of a table as GFM cuts it: bars in formulas are the formula's, with a backslash before them or not. */
export function guardBars(row: string): string {
  if (!row.includes('$')) return row
  let guarded = ''
  let at = 0
  while (at < row.length) {
    const formula = row[at] === '$' ? formulaAt(row, at) : undefined
    const found = formula && isBalanced(formula.tex) ? formula : undefined
    const end = found?.end ?? at + (row[at] === '\\' ? 2 : 1)
    const piece = row.slice(at, end)
    guarded += found ? piece.replace(/(?<!\\)\|/g, '\\|') : piece
    at = end
  }
  return guarded
}
