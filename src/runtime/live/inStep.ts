/** Slide, steps and black screen of this page ↔ those of the other pages in step with it. */
import type { LiveStand } from '../../model/live.js'
import type { Stage } from '../player/stage.js'
import { indexOf, livePlaceOf } from './place.js'

export interface InStep {
  /** How the talk stands on this page. */
  stand(): LiveStand | undefined
  /** Does as another page did. */
  follow(stand: LiveStand): void
  /** Whether what happens now was done elsewhere. */
  isFollowing(): boolean
}

const changes = ['slidechanged', 'fragmentshown', 'fragmenthidden', 'paused', 'resumed']

/** @param tell says to the others how the talk stands; absent: this page only goes along */
export function keepInStep(stage: Stage, tell?: (stand: LiveStand) => void): InStep {
  /** What the others know, as JSON: arriving where they are is no news for them. */
  let known = ''
  let following = false

  const stand = (): LiveStand | undefined => {
    const slide = stage.current()
    const shown = slide?.querySelectorAll('.fragment.visible').length ?? 0
    return slide && { place: livePlaceOf(slide), shown, black: stage.reveal.isPaused() }
  }
  const changed = (): void => {
    const now = stand()
    if (following || now === undefined || JSON.stringify(now) === known) return
    known = JSON.stringify(now)
    tell?.(now)
  }
  if (tell) for (const change of changes) stage.reveal.on(change, changed)

  return {
    stand,
    isFollowing: () => following,
    follow({ place, shown, black }) {
      const index = indexOf(stage.slides(), place)
      following = true
      try {
        if (index >= 0) stage.go(index, shown)
        stage.reveal.togglePause(black)
      } finally {
        following = false
      }
      known = JSON.stringify(stand())
    },
  }
}
