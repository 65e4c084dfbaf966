/** What makes something of some notes → the same for many: a fault of the one is told, and stops no other. */
import { exitCode, UserError } from '../errors.js'
import type { NotesRequest, Surroundings } from './requests.js'

/** What every other one would meet as well: no browser, a wrong flag; not a mistake in the config file beside some notes. */
const isCommon = ({ code, place }: UserError, { config }: NotesRequest): boolean =>
  code === exitCode.browser || (code === exitCode.usage && (place === undefined || config !== undefined))

/** @returns to make something of a request; nothing where a fault was told */
export function unlessFault<Request extends NotesRequest, Using, Made>(
  { onFault, signal }: Surroundings,
  make: (request: Request, using: Using) => Promise<Made>,
): (request: Request, using: Using) => Promise<readonly Made[]> {
  return async (request, using) => {
    try {
      return [await make(request, using)]
    } catch (error) {
      if (!onFault || signal?.aborted || !(error instanceof UserError) || isCommon(error, request)) throw error
      onFault(request.notes, error)
      return []
    }
  }
}
