/** What the slides and the speaker view tell each other: plain values, and whether what came is one of them. */
import { type Clock, isClock } from '../clock.js'

/** From the slides: where they stand. Sent after every change, and in answer to whatever the speaker view says. */
export interface StageMessage {
  readonly talkback: 'stage'
  /** Which talk: several windows may show the same deck. */
  readonly talk: string
  readonly slide: string
  /** How many of the slide's steps are to be seen. */
  readonly shown: number
  readonly black: boolean
  readonly clock: Clock
  /** Counts how often slides were exchanged: a view that was made of others loads itself anew. */
  readonly edition: number
  /** Number of the last move that came from a speaker view: where the slides stand, it is done. */
  readonly move: number
}

/** From the speaker view: that it is there, and what is to be done. */
export interface SpeakerMessage {
  readonly talkback: 'speaker'
  /** '' for any talk: of a view that has lost its own. */
  readonly talk: string
  readonly clock: Clock
  /** Counts what this view has asked for: an older message that comes late, or twice, moves nothing. */
  readonly move: number
  /** Id of the slide to go to. */
  readonly slide?: string
  /** How many of its steps to show; none when it is not said. */
  readonly shown?: number
  readonly black?: boolean
  /** It is being closed. */
  readonly gone?: true
}

export const isStageMessage = (value: unknown): value is StageMessage =>
  isRecord(value) &&
  value['talkback'] === 'stage' &&
  typeof value['talk'] === 'string' &&
  typeof value['slide'] === 'string' &&
  typeof value['shown'] === 'number' &&
  typeof value['black'] === 'boolean' &&
  typeof value['edition'] === 'number' &&
  typeof value['move'] === 'number' &&
  isClock(value['clock'])

export const isSpeakerMessage = (value: unknown): value is SpeakerMessage =>
  isRecord(value) &&
  value['talkback'] === 'speaker' &&
  typeof value['talk'] === 'string' &&
  typeof value['move'] === 'number' &&
  ['string', 'undefined'].includes(typeof value['slide']) &&
  ['number', 'undefined'].includes(typeof value['shown']) &&
  ['boolean', 'undefined'].includes(typeof value['black']) &&
  isClock(value['clock'])

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
