/** Whatever was thrown while a deck was being made → what pages say of it. Pure. */
import { type FaultPlace, UserError } from '../errors.js'

export interface Fault {
  readonly message: string
  readonly hint: string
  /** The line that is to be mended, when it is one. */
  readonly place?: FaultPlace
}

export function faultOf(error: unknown): Fault {
  const message = error instanceof Error ? error.message : String(error)
  const hint = error instanceof UserError ? error.hint : 'This is a bug in Talkback: please report it.'
  const place = error instanceof UserError ? error.place : undefined
  return { message, hint, ...(place ? { place } : {}) }
}
