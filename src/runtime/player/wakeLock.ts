/** While somebody presents, the screen stays on, where the browser can do that. */

/** Milliseconds until it is looked at again whether it is a talk, and whether the screen is still kept on. */
const again = 10_000

/**
 * @param presenting whether it is a talk now; a deck that is only open somewhere must not keep a computer awake
 * @returns to be called whenever that may have changed
 */
export function keepAwake(presenting: () => boolean): () => void {
  let lock: WakeLockSentinel | undefined
  let asking = false
  const isWanted = (): boolean => presenting() && document.visibilityState === 'visible'

  async function ask(): Promise<void> {
    if (!isWanted()) return lock?.release()
    const granted = await navigator.wakeLock.request('screen')
    lock = granted
    // The browser lets go by itself, as when the window is covered; it is asked again when that is over.
    granted.addEventListener('release', () => {
      if (lock === granted) lock = undefined
    })
  }
  async function update(): Promise<void> {
    if (asking || !('wakeLock' in navigator)) return
    asking = true
    try {
      // What is wanted may be another thing by the time that it is granted.
      for (let times = 0; times < 3 && isWanted() !== (lock !== undefined); times++) await ask()
    } catch {
      // A battery that is low may refuse it; the talk goes on.
    } finally {
      asking = false
    }
  }
  const changed = (): void => void update()
  document.addEventListener('visibilitychange', changed)
  document.addEventListener('fullscreenchange', changed)
  setInterval(changed, again)
  return changed
}
