/** A reader whose slide goes away, as when half a file is saved → led back when it is there again, unless they went elsewhere. Pure. */
import type { Rename } from '../../model/live.js'

/** What can be led back to: one of a slide's parts, from 0, and as many of its steps as were shown. */
interface Seen {
  readonly part: number
  readonly steps: number | undefined
}

export interface Spot extends Seen {
  /** Name of the planned slide before an update. */
  readonly was: string | undefined
  /** Its name now; undefined when another one has it. */
  readonly now: string | undefined
}

export interface WayBack extends Seen {
  readonly id: string
}

/** What an update makes of slides that come and go. */
export interface Slides {
  isThere(id: string): boolean
  /** What the slide says is on another one now. */
  readonly isJoined: boolean
  readonly parted: readonly Rename[]
}

export interface Astray {
  /** @returns the slide to go back to, when it is there again, whatever its title is by now */
  wayBack(before: Spot, slides: Slides): WayBack | undefined
  /** The reader waits here for the slide that is gone. */
  waitsAt(id: string | undefined): void
  /** They were sent somewhere on purpose. */
  forget(): void
}

interface Lost extends Seen {
  readonly id: string | undefined
  readonly isJoined: boolean
}

export function astray(): Astray {
  let lost: Lost | undefined
  let waitingAt: string | undefined
  return {
    wayBack(before, slides) {
      // Who moved on since then is where they want to be.
      if (before.was !== waitingAt) lost = undefined
      waitingAt = undefined
      const id = lost && nameNow(lost, before.now, slides)
      if (lost && id !== undefined) {
        const { part, steps } = lost
        lost = undefined
        return { id, part, steps }
      }
      const { now, part, steps } = before
      const { isJoined } = slides
      if (isJoined || (now !== undefined && !slides.isThere(now))) lost ??= { id: now, part, steps, isJoined }
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

function nameNow({ id, isJoined }: Lost, here: string | undefined, { isThere, parted }: Slides): string | undefined {
  const again = isJoined ? parted.filter(([from]) => from === here).map(([, now]) => now) : []
  return again.find((name) => name === id) ?? again[0] ?? (id !== undefined && isThere(id) ? id : undefined)
}
