/** Whatever was thrown while a deck was being made → what pages say of it. Pure. */
import { UserError } from '../errors.js'

export function faultOf(error: unknown): { readonly message: string; readonly hint: string } {
  const message = error instanceof Error ? error.message : String(error)
  const hint = error instanceof UserError ? error.hint : 'This is a bug in Talkback: please report it.'
  return { message, hint }
}
