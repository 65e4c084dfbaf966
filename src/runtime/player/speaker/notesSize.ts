/** Larger and smaller → the size of the speaker notes, kept for the next talk on this machine. */

const sizes = [18, 21, 24, 28, 32, 38, 46, 56]
const usual = 3
const name = 'talkback notes'

/** @returns a step up or down */
export function notesSize(notes: HTMLElement): (step: 1 | -1) => void {
  let at = kept()
  const show = (): void => {
    notes.style.fontSize = `${sizes[at] ?? 28}px`
  }
  show()
  return (step) => {
    at = Math.min(Math.max(at + step, 0), sizes.length - 1)
    show()
    try {
      localStorage.setItem(name, String(at))
    } catch {
      // A browser that keeps nothing: the size is as usual next time.
    }
  }
}

function kept(): number {
  try {
    const at = Number(localStorage.getItem(name) ?? usual)
    return sizes[at] === undefined ? usual : at
  } catch {
    return usual
  }
}
