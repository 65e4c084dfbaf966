/** While somebody presents, the screen stays on, where the browser can do that. */

/**
 * @param presenting whether it is a talk now; a deck that is only open somewhere must not keep a computer awake
 * @returns to be called whenever that may have changed
 */
export function keepAwake(presenting: () => boolean): () => void {
  let lock: WakeLockSentinel | undefined
  let asking = false
  const update = async (): Promise<void> => {
    const wanted = presenting() && document.visibilityState === 'visible'
    if (wanted === (lock !== undefined) || asking || !('wakeLock' in navigator)) return
    asking = true
    try {
      if (wanted) {
        lock = await navigator.wakeLock.request('screen')
        // The browser lets go by itself, as when the window is covered; it is asked again when that is over.
        lock.addEventListener('release', () => {
          lock = undefined
        })
      } else await lock?.release()
    } catch {
      // A battery that is low may refuse it; the talk goes on.
    } finally {
      asking = false
    }
  }
  const changed = (): void => void update()
  document.addEventListener('visibilitychange', changed)
  document.addEventListener('fullscreenchange', changed)
  return changed
}
