/** A fence of `math` → the formula in it. */
import type { Block, Lines } from '../../model/notes.js'
import type { Token } from '../markdown.js'

export const isFormulaFence = ({ info }: Token): boolean => /^\s*math\s*$/i.test(info)

export function readFormula({ content }: Token, lines: Lines): readonly Block[] {
  const tex = content
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')
  return tex === '' ? [] : [{ kind: 'math', tex, lines }]
}
