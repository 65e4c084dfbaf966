/** The address of a style sheet → the page drawn with it instead of the one before, without a moment of neither. */

/** @param settled waits for the fonts that the new one declares */
export async function changeStyle(address: string, settled: () => Promise<void>): Promise<void> {
  const before = document.querySelector<HTMLLinkElement>('link[rel="stylesheet"]')
  const next = document.createElement('link')
  next.rel = 'stylesheet'
  next.href = address
  const loaded = new Promise<void>((resolve, reject) => {
    next.addEventListener('load', () => resolve())
    next.addEventListener('error', () => reject(new Error(`${address} did not load.`)))
  })
  if (before) before.after(next)
  else document.head.append(next)
  await loaded
  before?.remove()
  await settled()
}
