/** What a talk puts on its template (accent, logo, footer) → CSS variables and rules that follow the template's own. */
import type { ReadyPicture } from '../model/bundle.js'
import { type Colour, parseColour } from '../settings/colour.js'
import { hex, readable } from './colour.js'
import { lastValue } from './css.js'

export interface Branding {
  /** A CSS colour; '' for the template's own. */
  readonly accent: string
  /** Text in the foot of every slide; '' for the section or title. */
  readonly footer: string
  readonly logo?: ReadyPicture
}

export const noBranding: Branding = { accent: '', footer: '' }

/** @param templateCss tells the grounds that the accent stands on */
export const brandingCss = (branding: Branding, templateCss: string): string =>
  [accentCss(branding.accent, templateCss), branding.logo ? logoCss(branding.logo) : ''].filter(Boolean).join('\n')

/** Two accents: dividers of sections may stand on another ground than the rest. */
function accentCss(accent: string, templateCss: string): string {
  const colour = parseColour(accent)
  if (colour === undefined) return ''
  const paper = ground(templateCss, 'paper')
  const section = ground(templateCss, 'section')
  const onPaper = hex(paper === undefined ? colour : readable(colour, paper))
  // A template whose dividers stand on the accent itself knows what stands out from it.
  const onSection = section === undefined ? '' : `;--section-accent:${hex(readable(colour, section))}`
  return `:root{--accent:${onPaper}${onSection}}`
}

/** A ground, when the template gives it a colour of its own. */
const ground = (css: string, name: 'paper' | 'section'): Colour | undefined => parseColour(lastValue(css, name) ?? '')

/**
 * As a background, so that layouts need not know of it: large on the title slide, small in front of the foot's text.
 * Few logos are drawn for a second ground: dividers go without, and the title slide stands on paper.
 */
function logoCss({ path, width, height }: ReadyPicture): string {
  const picture = `content:"";flex:none;background:url("../${path}") left center/contain no-repeat`
  const size = (most: number) => `height:${most}px;width:${Math.round(Math.min(most * 6, (most * width) / height))}px`
  return [
    ':root{--cover:var(--paper);--cover-ink:var(--ink);--cover-soft:var(--soft);--cover-line:var(--line)}',
    `.deck [data-kind="title"] .frame::before{${picture};position:absolute;top:64px;right:var(--edge);background-position:right center;${size(72)}}`,
    `.deck .foot::before{${picture};margin-right:-20px;${size(28)}}`,
    '.deck .foot .foot-title{margin-right:auto}',
    '.deck [data-kind="section"] .foot::before{content:none}',
  ].join('\n')
}
