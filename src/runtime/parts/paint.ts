/** Colours as the page computes them → plain hexadecimal ones. */
import type { Paint } from '../../model/parts.js'

/** @returns undefined for what nobody sees */
export type ReadPaint = (css: string, opacity: number) => Paint | undefined

/** Makes the reader of all colours of a page; what was asked before is not painted again. */
export function paintReader(): ReadPaint {
  const brush = newBrush()
  const known = new Map<string, Paint | undefined>()
  return (css, opacity) => {
    const key = `${css}*${opacity}`
    if (!known.has(key)) known.set(key, paintOf(brush, css, opacity))
    return known.get(key)
  }
}

function newBrush(): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas')
  canvas.width = 1
  canvas.height = 1
  const brush = canvas.getContext('2d', { willReadFrequently: true })
  if (!brush) throw new Error('The browser gives no canvas to read colours from.')
  return brush
}

/** The browser itself knows every way to write a colour. */
function paintOf(brush: CanvasRenderingContext2D, css: string, opacity: number): Paint | undefined {
  brush.clearRect(0, 0, 1, 1)
  // What is no colour leaves the brush as it was.
  brush.fillStyle = 'transparent'
  brush.fillStyle = css
  brush.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, drawn = 0] = brush.getImageData(0, 0, 1, 1).data
  const alpha = Math.round(drawn * opacity)
  if (alpha === 0) return undefined
  return `#${[red, green, blue, ...(alpha === 255 ? [] : [alpha])].map(hex).join('')}`
}

const hex = (channel: number): string => channel.toString(16).padStart(2, '0')
