/** A mouse that lies still → no pointer on the slide, and no arrows and buttons that are there for the mouse alone. */
import { restAfter } from './restAfter.js'

/** The class `resting` hides what is there for the mouse. A finger leaves no pointer, and finds its arrows where they were. */
export function hideRestingMouse(): void {
  const { classList } = document.documentElement
  let timer = 0
  const wake = (mouse: boolean): void => {
    classList.remove('resting')
    clearTimeout(timer)
    if (mouse) timer = window.setTimeout(() => classList.add('resting'), restAfter)
  }
  window.addEventListener('pointermove', ({ movementX, movementY, pointerType }) => {
    // Chrome also says that the mouse moved when something moved below it.
    if (movementX !== 0 || movementY !== 0) wake(pointerType === 'mouse')
  })
  window.addEventListener('pointerdown', ({ pointerType }) => wake(pointerType === 'mouse'))
  wake(!matchMedia('(pointer: coarse)').matches)
}
