/** Colours as the page computes them → the contrast between a text and the ground it stands on, as WCAG counts it. */
import { least, most } from '../../model/lists.js'

/** Paint over paint, the lowest first. */
export interface Paint {
  /** Any CSS colour. */
  readonly colour: string
  /** 0 to 1. */
  readonly opacity: number
}

/** Makes a function that gives contrasts from 1 to 21. What was asked before is not painted again. */
export function contrastMeter(): (ground: readonly Paint[], text: Paint) => number {
  const brush = newBrush()
  const known = new Map<string, number>()
  return (ground, text) => {
    const key = [...ground, text].map(({ colour, opacity }) => `${colour}*${opacity}`).join('|')
    const before = known.get(key)
    if (before !== undefined) return before
    const lights = [luminance(seen(brush, ground)), luminance(seen(brush, [...ground, text]))]
    const ratio = (most(lights) + 0.05) / (least(lights) + 0.05)
    known.set(key, ratio)
    return ratio
  }
}

function newBrush(): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas')
  canvas.width = 1
  canvas.height = 1
  const brush = canvas.getContext('2d', { willReadFrequently: true })
  if (!brush) throw new Error('The browser gives no canvas to mix colours on.')
  return brush
}

/** Mixed by the browser itself, which knows every way to write a colour. Below everything is white. */
function seen(brush: CanvasRenderingContext2D, layers: readonly Paint[]): readonly number[] {
  for (const { colour, opacity } of [{ colour: 'white', opacity: 1 }, ...layers]) {
    brush.globalAlpha = opacity
    brush.fillStyle = colour
    brush.fillRect(0, 0, 1, 1)
  }
  return [...brush.getImageData(0, 0, 1, 1).data.slice(0, 3)]
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(channels: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
