/** The address of the page ⇄ the slide that it names, `#/title`, `#/title--2` for a part, `#/title/0` with its first step; and the window's history. */
import type { RevealApi } from 'reveal.js'
import { slideOfEarlier } from './formerId.js'
import { keep, recall } from './timer.js'

/** Where the page was when it was left. */
const PLACE = 'place'

/** A page that is loaded anew has an address of its own by the time it is left: what was not yet written is made up for. */
export function recallPlace(): void {
  const place = recall(PLACE)
  keep(PLACE, null)
  const [opening] = performance.getEntriesByType('navigation')
  const isReload = opening instanceof PerformanceNavigationTiming && opening.type === 'reload'
  if (isReload && typeof place === 'string') history.replaceState(null, '', `#${place}`)
}

export interface Address {
  /** Another slide is shown, or the same under another name. */
  moved(): void
  /** What comes now is a jump and no turn of the page: Back leads to where it began. */
  branch(): void
}

/** Browsers refuse pages that write all the time, Safari the 101st time in 30 s: so many times at once, then one in so many milliseconds. */
const AT_ONCE = 30
const PAUSE = 500

/** Writes where the talk is, at the latest when the page is left. In place of reveal.js, which knows nothing of jumps or of leaving. */
export function keepAddress(reveal: RevealApi): Address {
  /** When the next writing would be due, were they spread evenly. */
  let due = Number.NEGATIVE_INFINITY
  let timer = 0
  const write = (): void => {
    clearTimeout(timer)
    due = Math.max(due, performance.now() - AT_ONCE * PAUSE) + PAUSE
    history.replaceState(null, '', `#${reveal.getSlidePath()}`)
  }
  const writeSoon = (): void => {
    clearTimeout(timer)
    const wait = due - performance.now()
    if (wait > 0) timer = window.setTimeout(write, wait)
    else write()
  }
  for (const step of ['fragmentshown', 'fragmenthidden']) reveal.on(step, writeSoon)
  addEventListener('pagehide', () => {
    write()
    keep(PLACE, reveal.getSlidePath())
  })
  write()
  return {
    moved: writeSoon,
    branch() {
      write()
      history.pushState(null, '', location.href)
    },
  }
}

/**
 * What is not there any more would lead to the first slide, or nowhere: it leads to the slide that had this address, or has
 * its place now. Before reveal.js looks.
 * @param slides all of them, in order
 */
export function mendAddress(slides: readonly HTMLElement[]): void {
  const name = nameIn(location.hash)
  const ids = slides.map(({ id }) => id)
  // A number is the place of a slide.
  if (/^\d*$/.test(name) || ids.includes(name)) return
  const id = slideOfEarlier(name, ids, earlierAddresses(slides))
  if (id !== undefined) history.replaceState(null, '', `#/${encodeURIComponent(id)}`)
}

/** Mark of an address that a slide had in an earlier deck → the one that it has now. */
const earlierAddresses = (slides: readonly HTMLElement[]): ReadonlyMap<string, string> =>
  new Map(
    slides.flatMap(({ id, dataset: { was = '', part = '1' } }) =>
      (part === '1' ? was.split(' ') : []).map((mark) => [mark, id]),
    ),
  )

/** Of what a link names, which may be a place on the slide. */
export const slideNamed = (hash: string): Element | null =>
  document.getElementById(nameIn(hash))?.closest('.slides section') ?? null

const nameIn = (hash: string): string => decoded(hash.replace(/^#\/?/, '').replace(/\/\d+$/, ''))

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
