/** A reader whose slide goes away, as when half a file is saved → led back when it is there again, unless they went elsewhere. Pure. */

/** What can be led back to: a slide by its key, one of its parts, from 0, and as many of its steps as were shown. */
export interface Seen {
  readonly key: string
  readonly part: number
  readonly steps: number | undefined
}

export interface Astray {
  /**
   * @param seen where the reader was before an update
   * @returns what to go back to, when it is there again
   */
  wayBack(seen: Seen, isThere: (key: string) => boolean): Seen | undefined
  /** The reader waits here for the slide that is gone. */
  waitsAt(key: string): void
  /** They were sent somewhere on purpose. */
  forget(): void
}

export function astray(): Astray {
  let lost: Seen | undefined
  let waitingAt: string | undefined
  return {
    wayBack(seen, isThere) {
      // Who moved on since then is where they want to be.
      if (seen.key !== waitingAt) lost = undefined
      waitingAt = undefined
      if (lost && isThere(lost.key)) {
        const back = lost
        lost = undefined
        return back
      }
      if (!isThere(seen.key)) lost ??= seen
      return undefined
    },
    waitsAt(key) {
      if (lost !== undefined) waitingAt = key
    },
    forget() {
      lost = undefined
      waitingAt = undefined
    },
  }
}
