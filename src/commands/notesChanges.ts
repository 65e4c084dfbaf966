/** Notes that came or went while they are watched → one line each. */
import type { UserError } from '../errors.js'
import { tellFault } from './findings.js'
import type { Terminal } from './terminal.js'

/**
 * @param first the notes at the start
 * @returns to be told all notes there are now, and which of them no deck could be made of
 */
export function changeTeller(
  first: readonly string[],
  terminal: Terminal,
): (now: readonly string[], faults: ReadonlyMap<string, UserError>) => void {
  let known = first
  return (now, faults) => {
    for (const notes of now) {
      const fault = faults.get(notes)
      if (fault) tellFault(fault, terminal)
      else if (!known.includes(notes) && !terminal.quiet) terminal.tell(`${notes} is new.`)
    }
    for (const notes of known) if (!now.includes(notes)) terminal.tell(`${notes} is gone; its deck stays as it was.`)
    known = now
  }
}
