/** What a slide asks to have behind its text, or beside it → the HTML of that, and colours in which the text can be read there. */
import type { Slide } from '../model/deck.js'
import { most } from '../model/lists.js'
import type { Background } from '../model/notes.js'
import { type Colour, parseColour } from '../settings/colour.js'
import { AA, contrast, farthest, hex, mix, readable } from './colour.js'
import { attribute } from './escape.js'
import type { InlineContext } from './inlines.js'

/** Pictures of all colours lie below it, and white letters above it. */
const scrim: Colour = [18, 21, 25]
/** How much of it there is: so that letters can be read on a white picture. */
const density = 0.66
const white: Colour = [255, 255, 255]
/** Of the slide's width, beside text. */
const narrowest = 0.2
const widest = 0.7

export interface Backdrop {
  /** First thing in the frame. */
  readonly html: string
  /** Of the slide's element. */
  readonly attributes: string
}

const none: Backdrop = { html: '', attributes: '' }

/** @param isBare nothing is said on the slide, so that nothing has to be read */
export function backdropOf({ wish }: Pick<Slide, 'wish'>, isBare: boolean, context: InlineContext): Backdrop {
  const { backgrounds = [] } = wish ?? {}
  if (backgrounds.length === 0) return none
  const shown = backgrounds.flatMap((each) => shownPicture(each, context))
  const behind = shown.filter(({ side }) => side === undefined)
  const beside = shown.filter(({ side }) => side !== undefined)
  const colour = backgrounds.map((each) => parseColour(each.colour ?? '')).findLast((each) => each !== undefined)
  const ground =
    behind.length > 0 ? groundBelow(scrim, mix(white, scrim, density)) : colour && groundBelow(colour, colour)
  const style = [ground ?? '', beside.length > 0 ? `--beside:${shareOf(beside)}` : ''].filter(Boolean).join(';')
  const scrimmed = behind.length > 0 && !isBare ? '<div class="scrim"></div>' : ''
  return {
    html: [
      behind.length > 0 ? `<div class="backdrop">${behind.map(({ html }) => html).join('')}${scrimmed}</div>` : '',
      beside.length > 0 ? `<div class="backdrop beside">${beside.map(({ html }) => html).join('')}</div>` : '',
    ].join(''),
    attributes: [
      ground ? ' data-ground' : '',
      behind.length > 0 && isBare ? ' data-bare' : '',
      attribute('data-beside', beside[0]?.side),
      attribute('style', style || undefined),
    ].join(''),
  }
}

interface ShownPicture extends Background {
  readonly html: string
}

/** A picture that is not there is told of by a finding, and leaves no blank. */
function shownPicture(background: Background, { pictures }: InlineContext): readonly ShownPicture[] {
  const found = pictures.get(background.picture ?? '')
  if (found?.state !== 'ready') return []
  const whole = background.fit === 'contain' ? ' class="whole"' : ''
  const html = `<img${whole}${attribute('src', found.path)} alt="" width="${found.width}" height="${found.height}">`
  return [{ ...background, html }]
}

const shareOf = (beside: readonly Background[]): number =>
  Math.min(
    widest,
    most(
      beside.map(({ share = 0.5 }) => share),
      narrowest,
    ),
  )

/** The colours of a template, anew. @param worst what text may have to be read on */
function groundBelow(paper: Colour, worst: Colour): string {
  const ink = farthest(worst)
  const soft = readable(mix(worst, ink, 0.85), worst, AA)
  const panel = mix(paper, ink, contrast(mix(paper, ink, 0.12), ink) >= AA ? 0.12 : 0)
  const colours = { paper, ink, soft, panel, line: mix(paper, ink, 0.35) }
  return Object.entries(colours)
    .map(([name, colour]) => `--own-${name}:${hex(colour)}`)
    .join(';')
}
