/** Work and a signal → the work's result, or an end to waiting for it. */

/**
 * Stops waiting when the signal says so; what was under way is left to end by itself, and whatever comes of it is nobody's
 * business any more.
 * @throws the signal's reason
 */
export async function unlessStopped<T>(signal: AbortSignal | undefined, work: Promise<T>): Promise<T> {
  if (signal === undefined) return work
  work.catch(() => {})
  signal.throwIfAborted()
  let stop = () => {}
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([work, stopped])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
