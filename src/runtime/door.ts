/** The running deck → within reach of code that is served beside it (live/). A deck on disk has none. */
import type { Stage } from './player/stage.js'

const OPENED = 'talkback-stage'

export function openDoor(stage: Stage): void {
  window.talkbackStage = stage
  document.dispatchEvent(new Event(OPENED))
}

/** Waits until the deck is fitted and runs; for good, in a page that shows it otherwise. */
export const stageOpened = (): Promise<Stage> =>
  new Promise((resolve) => {
    const take = (): void => {
      if (window.talkbackStage) resolve(window.talkbackStage)
    }
    document.addEventListener(OPENED, take, { once: true })
    take()
  })

declare global {
  interface Window {
    talkbackStage?: Stage
  }
}
