/** A reader whose slide goes away, as when half a file is saved → led back when it is there again, unless they went elsewhere. Pure. */

/** A planned slide and one of its parts, from 0. */
export interface Spot {
  readonly id: string
  readonly part: number
}

export interface Astray {
  /**
   * @param before the slide that was read, as it is called now
   * @param isThere whether there is a slide of that name now
   * @returns the slide to go back to, when it is there again
   */
  wayBack(before: Spot | undefined, isThere: (id: string) => boolean): Spot | undefined
  /** The reader waits here for the slide that is gone. */
  waitsAt(id: string | undefined): void
  /** They were sent somewhere on purpose. */
  forget(): void
}

export function astray(): Astray {
  let lost: Spot | undefined
  let waitingAt: string | undefined
  return {
    wayBack(before, isThere) {
      // Who moved on since then is where they want to be.
      if (before?.id !== waitingAt) lost = undefined
      waitingAt = undefined
      if (lost !== undefined && isThere(lost.id)) {
        const back = lost
        lost = undefined
        return back
      }
      if (lost === undefined && before !== undefined && !isThere(before.id)) lost = before
      return undefined
    },
    waitsAt(id) {
      if (lost !== undefined) waitingAt = id
    },
    forget() {
      lost = undefined
      waitingAt = undefined
    },
  }
}
