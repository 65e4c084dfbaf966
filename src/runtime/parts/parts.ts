/** The fitted page → what stands where on its slides. Bundled by itself: no deck carries it; browser/parts.ts calls it. */
import type { DeckLook, Paint, SlideParts } from '../../model/parts.js'
import type { PrintPage } from '../print.js'
import { familyNames } from './familyNames.js'
import { gather, oneOfEach } from './gather.js'
import { paintReader } from './paint.js'
import type { Scene } from './scene.js'
import { walk } from './walk.js'

const COLOURS = [
  'paper',
  'ink',
  'soft',
  'line',
  'panel',
  'accent',
  'section',
  'section-ink',
  'section-soft',
  'section-accent',
]

const paint = paintReader()
const pages = new Map<string, number>()
const sizes = new Map<string, Size>()

interface Size {
  readonly width: number
  readonly height: number
}

/**
 * Call it once, before slides are read.
 *
 * @returns colours and letters that all slides share
 */
export function prepare(): DeckLook {
  const { slides } = printPage()
  slides.forEach((slide, index) => {
    for (const named of [slide, ...slide.querySelectorAll('[id]')]) if (named.id) pages.set(named.id, index + 1)
  })
  const root = getComputedStyle(document.documentElement)
  const colours = COLOURS.flatMap((name) => {
    const colour = paint(root.getPropertyValue(`--${name}`), 1)
    return colour === undefined ? [] : [[name, colour] as const]
  })
  return {
    colours: Object.fromEntries(colours),
    families: { text: familyNames(root.fontFamily), mono: familyNames(root.getPropertyValue('--mono')) },
  }
}

/**
 * Slides from `from` to before `to`, counted from 0; they must lie on the table (PrintPage.put) and be laid out.
 *
 * @param mark attribute that elements are given which a picture has to be taken of: `whole` or `ground` and their number
 */
export async function readSlides(from: number, to: number, mark: string): Promise<readonly SlideParts[]> {
  const slides = printPage().slides.slice(from, to)
  const read = () => slides.map((slide, index) => readSlide(slide, from + index + 1, mark))
  const first = read()
  // A style sheet's pictures have no element that knows their size.
  const wanted = [...sizes].filter(([, { width }]) => width === 0).map(([address]) => address)
  if (wanted.length === 0) return first
  await Promise.all(wanted.map(measurePicture))
  return read()
}

function readSlide(slide: HTMLElement, page: number, mark: string): SlideParts {
  const { left, top, width, height } = slide.getBoundingClientRect()
  let shots = 0
  const scene: Scene = {
    origin: { left, top },
    width,
    height,
    paint,
    pageOf: (id) => pages.get(id),
    sizeOf(address) {
      const known = sizes.get(address) ?? { width: 0, height: 0 }
      sizes.set(address, known)
      return known.width > 0 ? known : undefined
    },
    markForShot(element, what) {
      const name = `${what}-${page}-${++shots}`
      element.setAttribute(mark, name)
      return name
    },
  }
  const background = groundOf(slide)
  const parts = gather(walk(slide, scene, { opacity: 1, ground: background, inFlow: false }))
  return { page, layout: slide.dataset['layout'] ?? '', background, parts: oneOfEach(parts) }
}

/** What the slide is painted on, whatever else lies there. */
function groundOf(slide: Element): Paint {
  const layers = [slide.querySelector('.frame'), slide, document.body, document.documentElement]
  for (const layer of layers) {
    const colour = layer ? paint(getComputedStyle(layer).backgroundColor, 1) : undefined
    if (colour?.length === OPAQUE) return colour
  }
  return '#ffffff'
}

/** Letters of `#rrggbb`. */
const OPAQUE = 7

async function measurePicture(address: string): Promise<void> {
  const picture = new Image()
  picture.src = address
  // One that can't be shown has no size; it is left out as on the page.
  await picture.decode().catch(() => undefined)
  sizes.set(address, { width: picture.naturalWidth || -1, height: picture.naturalHeight })
}

function printPage(): PrintPage {
  const page = window.talkback
  if (!page) throw new Error('This page was not opened for print.')
  return page
}

export { aimAtElement, aimAtPicture, lookAway } from './aim.js'
