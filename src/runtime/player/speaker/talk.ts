/** This window → a name for the talk that is held in it, which no other window has. */
import { keep, recall } from '../timer.js'

export interface Talk {
  name(): string
}

interface Claim {
  readonly talk: string
  readonly page: string
  /** To a page that came later with a name that this one has. */
  readonly taken?: true
}

/**
 * Kept while the page is loaded anew: the view that is open then finds its slides again. A tab that is duplicated comes
 * with all that the first one keeps, the name as well: it asks whether somebody has it, and takes another one.
 */
export function talkOfThisWindow(): Talk {
  const page = word()
  const kept = recall('talk')
  let talk = typeof kept === 'string' ? kept : word()
  keep('talk', talk)
  const channel = channelOfTalks()
  const say = (claim: Claim): void => channel?.postMessage(claim)
  channel?.addEventListener('message', ({ data }) => {
    if (!isClaim(data) || data.page === page || data.talk !== talk) return
    if (data.taken === true) {
      talk = word()
      keep('talk', talk)
    } else say({ talk, page, taken: true })
  })
  if (typeof kept === 'string') say({ talk, page })
  return { name: () => talk }
}

const word = (): string => Math.random().toString(36).slice(2, 10)

function channelOfTalks(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(`talkback talks ${location.pathname}`)
  } catch {
    return undefined
  }
}

const isClaim = (value: unknown): value is Claim =>
  typeof value === 'object' && value !== null && 'talk' in value && 'page' in value
