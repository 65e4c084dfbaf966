/** What a git revision does not have itself → a sentence on it. Pure. */
import { oneLine } from '../check/phrases.js'

/** A file that is not to be had from a revision, why, and whether the one of today stands in for it. */
export interface PastRemark {
  readonly file: string
  readonly revision: string
  readonly why: keyof typeof reasons
  readonly today: boolean
}

const reasons = {
  absent: 'is not in',
  lfs: 'is kept by Git LFS, and not itself in',
  submodule: 'is in a submodule, and not itself in',
  link: 'is a symbolic link, and not itself in',
}

/** `p.png is not in HEAD~1: today's is used.` */
export const remarkLine = ({ file, revision, why, today }: PastRemark): string =>
  `${oneLine(file)} ${reasons[why]} ${oneLine(revision)}: ${today ? "today's is used" : 'it is missing'}.`
