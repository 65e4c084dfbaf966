/** The deck's fonts → loaded, or failed, or not worth waiting for any longer. */

const PATIENCE = 4000

/**
 * Loads every face the deck declares: all of them are used, each being cut down to the deck's own characters.
 * Asking for them by name spares the browser a layout of all slides in fonts that are about to be replaced.
 */
export async function fontsArrived(): Promise<void> {
  const all = Promise.allSettled([...document.fonts].map((face) => face.load()))
  const late = new Promise<void>((done) => setTimeout(done, PATIENCE))
  await Promise.race([all, late])
}
