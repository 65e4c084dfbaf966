/** Lines of a file that stands in another one → the same without its front matter, which is settings of its own. */
import { readFrontMatter } from '../frontMatter.js'
import type { Placed } from './ask.js'

/** The first line (from 1) behind the front matter of a file, where it has one between fences. */
export const bodyLineOf = (text: string): number =>
  /^\s*(?:---|\+\+\+)/.test(text) ? readFrontMatter({ file: '', text }).bodyLine : 1

export const withoutHead = (lines: readonly Placed[], bodyLine: number): readonly Placed[] =>
  bodyLine === 1 ? lines : lines.filter(({ line }) => line >= bodyLine)
