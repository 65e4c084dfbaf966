/** The dates below a chart → every second, third … of them, so that none runs into the next. */
import { least, most } from '../../model/lists.js'

/** px between two of them. */
const GAP = 8

/** Taken out of the drawing itself, with their lines: a chart with a line for every day is a grid, and nobody counts it. */
export function thinTicks(svg: SVGSVGElement): void {
  for (const axis of svg.querySelectorAll('.grid')) {
    const ticks = [...axis.querySelectorAll('.tick')]
    const boxes = ticks.map((tick) => tick.querySelector('text')?.getBoundingClientRect())
    const widest = most(
      boxes.map((box) => box?.width ?? 0),
      0,
    )
    const places = boxes.flatMap((box) => (box ? box.left + box.width / 2 : []))
    const steps = places.slice(1).map((place, index) => Math.abs(place - (places[index] ?? 0)))
    const step = least(steps)
    const every = Math.ceil((widest + GAP) / step)
    if (steps.length === 0 || !(step > 0) || every < 2) continue
    for (const [index, tick] of ticks.entries()) if (index % every > 0) tick.remove()
  }
}
