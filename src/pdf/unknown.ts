/** What is odd about the bytes of a PDF → the one error that says: this PDF has another shape than Chrome's. */

/** The browser is a newer one, or not Chrome: its PDF may be as good as ever, and only we don't know our way around in it. */
export class UnknownPdf extends Error {}

/**
 * Ends work on a PDF that is not what it should be. Whoever reads its bytes looks first and calls this: any other error is a
 * mistake of ours, and is told as one.
 */
export function fail(what: string): never {
  throw new UnknownPdf(what)
}
