/** What became of a deck that had to be made again: made, or not, and why. */
import type { UserError } from '../errors.js'
import type { FindingReport } from '../model/finding.js'
import type { BuiltDeck } from './requests.js'

export type RebuiltDeck =
  | { readonly state: 'built'; readonly notes: string; readonly deck: BuiltDeck }
  /** The notes are so wrong that the deck of before stays. */
  | { readonly state: 'broken'; readonly notes: string; readonly findings: readonly FindingReport[] }
  /** It can't be made: something is missing or can't be read. */
  | { readonly state: 'fault'; readonly notes: string; readonly fault: UserError }
