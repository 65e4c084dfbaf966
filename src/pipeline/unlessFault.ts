/** What makes something of some notes → the same for many: a fault of the one is told, and stops no other. */
import { type ExitCode, exitCode, UserError } from '../errors.js'
import type { NotesRequest, Surroundings } from './requests.js'

/** What every other one would meet as well: a wrong flag, no browser. */
const common: readonly ExitCode[] = [exitCode.usage, exitCode.browser]

/** @returns to make something of a request; nothing where a fault was told */
export function unlessFault<Request extends NotesRequest, Using, Made>(
  { onFault, signal }: Surroundings,
  make: (request: Request, using: Using) => Promise<Made>,
): (request: Request, using: Using) => Promise<readonly Made[]> {
  return async (request, using) => {
    try {
      return [await make(request, using)]
    } catch (error) {
      if (!onFault || signal?.aborted || !(error instanceof UserError) || common.includes(error.code)) throw error
      onFault(request.notes, error)
      return []
    }
  }
}
