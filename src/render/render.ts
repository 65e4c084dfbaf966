/** Deck, template, pictures and fonts → the bundle: every file of the finished deck, not yet on disk. */
import { createHash } from 'node:crypto'
import type { Bundle, FontFamilies, Fonts, Pictures } from '../model/bundle.js'
import type { Content } from '../model/content.js'
import type { Deck } from '../model/deck.js'
import type { Finding } from '../model/finding.js'
import type { Formulary } from '../model/formulary.js'
import type { Runtime, Template } from '../model/template.js'
import { type Branding, brandingCss, noBranding } from './branding.js'
import { renderDocument } from './document.js'
import { fontCss } from './fontCss.js'
import { LICENCES, licenceText } from './licences.js'
import { slideRenderer } from './slide.js'

export interface RenderParts {
  readonly template: Template
  readonly pictures: Pictures
  readonly fonts: Fonts
  /** The families that the fonts were made of. */
  readonly families: FontFamilies
  readonly runtime: Runtime
  readonly branding?: Branding
  /** Absent where there are no formulas. */
  readonly formulary?: Formulary | undefined
}

/** Pure: the same deck and parts give the same bytes. */
export function renderDeck(deck: Deck, parts: RenderParts): Bundle {
  const { template, pictures, fonts, runtime, branding = noBranding, formulary } = parts
  const sections = deck.slides.map(slideRenderer(deck, template, pictures, branding.footer, formulary))
  const css = deckCss(parts)
  const style = `assets/deck-${markOf(css)}.css`
  const files = new Map<string, Content>([
    ['index.html', renderDocument(deck, sections, { style, script: runtime.script })],
    [style, css],
    [LICENCES, licenceText(runtime, fonts)],
  ])
  for (const { path, bytes } of fonts.files) files.set(path, bytes)
  for (const picture of pictures.values()) if (picture.state === 'ready') files.set(picture.path, picture.bytes)
  if (branding.logo) files.set(branding.logo.path, branding.logo.bytes)
  return { files, findings: missingGlyphs(fonts.missing) }
}

/**
 * All that a page loads has a name that follows from its content: so an old page and a new one can lie side by side, each
 * with what it needs (io/putInPlace.ts), and web servers may keep it for ever.
 */
const markOf = (content: string): string => createHash('sha256').update(content).digest('hex').slice(0, 12)

/** The one style sheet of a deck, which lies in assets/. */
export const deckCss = ({
  template,
  fonts,
  families,
  runtime,
  branding = noBranding,
  formulary,
}: Omit<RenderParts, 'pictures'>): string =>
  [runtime.css, fontCss(fonts.files, families), formulary?.css, template.css, brandingCss(branding, template.css)]
    .filter(Boolean)
    .join('\n')

/** @param characters that no font at hand draws */
export const missingGlyphs = (characters: string): readonly Finding[] =>
  characters === '' ? [] : [{ code: 'glyph-missing', place: { line: 1 }, facts: { characters } }]
