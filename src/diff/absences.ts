/** What a git revision does not have itself → a sentence on it. Pure. */
import { oneLine } from '../check/phrases.js'
import { said } from '../model/stageWords.js'

/** A file that is not to be had from a revision, why, and whether the one of today stands in for it. */
export interface Absence {
  readonly file: string
  readonly revision: string
  readonly why: 'absent' | 'lfs' | 'submodule' | 'link' | 'unfetched'
  readonly today: boolean
}

/** Sentences about `{file}` and `{revision}`, and what they end with. */
export type AbsenceWords = Readonly<Record<Absence['why'] | 'today' | 'missing', string>>

export const absenceWords: AbsenceWords = {
  absent: '{file} is not in {revision}',
  lfs: '{file} is kept by Git LFS, and not itself in {revision}',
  submodule: '{file} is in a submodule, and not itself in {revision}',
  link: '{file} is a symbolic link, and not itself in {revision}',
  unfetched: '{file} of {revision} was not fetched when this repository was cloned',
  today: ": today's is used.",
  missing: ': it is missing.',
}

/** `p.png is not in HEAD~1: today's is used.` */
export const absenceLine = ({ file, revision, why, today }: Absence, words = absenceWords): string =>
  said(words[why], { file: oneLine(file), revision: oneLine(revision) }) + words[today ? 'today' : 'missing']
