/** A browser that is asked now and then whether it is there → the moment when it has not answered for too long. */

export interface Beat {
  /** Milliseconds from one question to the next. */
  readonly every: number
  /** So many times in a row it may still owe the answer to an earlier question. */
  readonly missed: number
}

/** A browser answers such a question in a few milliseconds, however busy its pages are. */
export const usualBeat: Beat = { every: 2000, missed: 5 }

/**
 * Counts beats and not time: a machine that slept, or we who had much to do, are no fault of the browser.
 *
 * @param ask resolves with any answer; that it can't be asked any more is told by others
 */
export function feelPulse(
  ask: () => Promise<unknown>,
  { every, missed }: Beat,
): { readonly stopped: Promise<undefined>; leave(): void } {
  let owed = 0
  let timer: NodeJS.Timeout | undefined
  const stopped = new Promise<undefined>((resolve) => {
    timer = setInterval(() => {
      if (owed === 0) ask().then(answered, answered)
      owed += 1
      if (owed > missed) resolve(undefined)
    }, every)
  })
  const answered = (): void => {
    owed = 0
  }
  return { stopped, leave: () => clearInterval(timer) }
}
