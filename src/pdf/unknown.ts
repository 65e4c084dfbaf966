/** Work on the bytes of a PDF → what comes of it, or the one error that says: this PDF has another shape than Chrome's. */

/** The browser is a newer one, or not Chrome: its PDF may be as good as ever, and only we don't know our way around in it. */
export class UnknownPdf extends Error {}

/** Ends work on a PDF that is not what it should be. */
export function fail(what: string): never {
  throw new UnknownPdf(what)
}

/** What goes wrong deep in the work (a stream that can't be unpacked, a font that ends early) says the same. */
export function knownShape<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (error instanceof UnknownPdf) throw error
    throw new UnknownPdf(error instanceof Error ? error.message : String(error), { cause: error })
  }
}
