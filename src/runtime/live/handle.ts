/** A pointer that moves over a served page → a small button, for those who don't know the key; still pointers have none. */
import { button } from '../player/dom.js'

/** Milliseconds after the last move. */
const LINGERS = 2000

export function showHandle(label: string, act: () => void): void {
  const handle = button(label, act)
  handle.className = 'live-handle'
  document.body.append(handle)
  let timer = 0
  window.addEventListener('pointermove', ({ pointerType }) => {
    if (pointerType !== 'mouse' || document.fullscreenElement) return
    handle.classList.add('live-near')
    clearTimeout(timer)
    timer = window.setTimeout(() => handle.classList.remove('live-near'), LINGERS)
  })
}
