/** Notes of a served page that lie over a slide → one above the other in a corner of it. */
import { make } from '../player/dom.js'

let corner: HTMLElement | undefined

/** @param notes the last of them lies lowest */
export function putInCorner(...notes: readonly HTMLElement[]): void {
  corner ??= document.body.appendChild(make('div', { class: 'live-corner' }))
  corner.append(...notes)
}
