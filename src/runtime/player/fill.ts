/** The window's size → how large slides are shown: as large as goes in. */
import type { DeckData } from '../settings.js'

/** reveal.js rounds to hundredths: at 1440 × 900 it cuts three pixels off each side, at 390 × 844 it leaves three. */
export function fillWindow({ root, width, height }: DeckData): void {
  const update = (): void => {
    const scale = Math.min(root.clientWidth / width, root.clientHeight / height)
    root.style.setProperty('--fill', String(scale))
  }
  new ResizeObserver(update).observe(root)
  update()
}
