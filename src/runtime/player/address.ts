/** The address of the page ⇄ the slide that it names, as reveal.js writes it: `#/title`, `#/title--2` for a part. */
import { slideOfEarlier } from './formerId.js'

/** reveal.js writes where it is up to a second late: call this before the page is left. */
export function writeAddress(id: string): void {
  if (id !== '') replace(id)
}

/**
 * What is not there any more would lead to the first slide: it leads to what has its place now. Before the player starts.
 * @param ids of all slides, in order
 */
export function mendAddress(ids: readonly string[]): void {
  const name = decoded(location.hash.replace(/^#\/?/, ''))
  // A number is the place of a slide.
  if (/^\d*$/.test(name) || ids.includes(name)) return
  const id = slideOfEarlier(name, ids)
  if (id !== undefined) replace(id)
}

const replace = (id: string): void => history.replaceState(null, '', `#/${encodeURIComponent(id)}`)

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
