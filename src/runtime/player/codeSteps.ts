/** Code whose lines matter step by step → the lines of the step that is on, lit on the stage: the others stand back. */
import type { Stage } from './stage.js'

export function lightCode(stage: Stage): void {
  const light = (): void => {
    for (const code of stage.current()?.querySelectorAll<HTMLElement>('pre.spotlit') ?? []) lightLines(code)
  }
  stage.onMove(light)
  stage.onSlides(light)
  stage.reveal.on('fragmentshown', light)
  stage.reveal.on('fragmenthidden', light)
  light()
}

function lightLines(code: HTMLElement): void {
  const step = [...code.querySelectorAll<HTMLElement>('.code-step.visible')].at(-1)?.dataset['step'] ?? '0'
  const lines = [...code.querySelectorAll<HTMLElement>('.line')]
  const lit = lines.filter((line) => line.dataset['lit']?.split(' ').includes(step))
  // A part whose own lines come later is read as a whole until then.
  for (const line of lines) line.classList.toggle('back', lit.length > 0 && !lit.includes(line))
}
