/** A page that has to load itself anew → the same view of the talk after that: steps, black screen, enlargement, drawings. */
import { lastingName } from '../lastingName.js'
import { newLine } from '../player/ink.js'
import type { Stage } from '../player/stage.js'
import { keep, recall } from '../player/timer.js'
import { keepZoom, type Zoom } from '../player/zoom/keptZoom.js'

const NAME = 'view'

interface View {
  /** Its lasting name, as all names here. */
  readonly slide: string
  readonly shown: number
  readonly black: boolean
  /** Name of a slide → the points of each line on it. */
  readonly drawings: Readonly<Record<string, readonly string[]>>
}

export function reloadWith(stage: Stage): void {
  const slide = stage.current()
  const drawings = stage.slides().map((each): [string, readonly string[]] => [lastingName(each), linesOn(each)])
  const view: View = {
    slide: lastingName(slide),
    shown: slide?.querySelectorAll('.fragment.visible').length ?? 0,
    black: stage.reveal.isPaused(),
    drawings: Object.fromEntries(drawings.filter(([, lines]) => lines.length > 0)),
  }
  keep(NAME, view)
  keepZoom(zoomOf(stage))
  location.reload()
}

/** Once: whoever loads the page later wants it as it is. */
export function carryOn(stage: Stage): void {
  const view = recall(NAME)
  keep(NAME, null)
  if (!isView(view)) return
  const slides = stage.slides()
  const at = slides.findIndex((slide) => lastingName(slide) === view.slide)
  if (at >= 0 && (at !== stage.at() || view.shown > 0)) stage.go(at, view.shown)
  if (view.black) stage.reveal.togglePause(true)
  for (const slide of slides)
    for (const points of view.drawings[lastingName(slide)] ?? [])
      newLine(slide, stage.deck).setAttribute('points', points)
}

function zoomOf({ deck }: Stage): Zoom | null {
  const { scale = '', translate = '' } = deck.root.querySelector<HTMLElement>('.slides')?.style ?? {}
  const [x = 0, y = 0] = translate.split(' ').map(Number.parseFloat)
  return scale === '' ? null : { scale: Number(scale), x, y }
}

const linesOn = (slide: HTMLElement): readonly string[] =>
  [...slide.querySelectorAll(':scope > .ink > polyline')].map((line) => line.getAttribute('points') ?? '')

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** It was kept by this very code, maybe of another version. */
const isView = (value: unknown): value is View =>
  isRecord(value) &&
  typeof value['slide'] === 'string' &&
  typeof value['shown'] === 'number' &&
  typeof value['black'] === 'boolean' &&
  isRecord(value['drawings']) &&
  Object.values(value['drawings']).every(
    (lines) => Array.isArray(lines) && lines.every((each) => typeof each === 'string'),
  )
