/** Deck, template, pictures and fonts → the bundle: every file of the finished deck, not yet on disk. */
import type { Bundle, Fonts, Pictures } from '../model/bundle.js'
import type { Deck } from '../model/deck.js'
import type { Finding } from '../model/finding.js'
import type { Runtime, Template } from '../model/template.js'
import { renderDocument } from './document.js'
import { fontCss } from './fontCss.js'
import { slideRenderer } from './slide.js'

export interface RenderParts {
  readonly template: Template
  readonly pictures: Pictures
  readonly fonts: Fonts
  readonly runtime: Runtime
}

/** Pure: the same deck and parts give the same bytes. */
export function renderDeck(deck: Deck, { template, pictures, fonts, runtime }: RenderParts): Bundle {
  const sections = deck.slides.map(slideRenderer(deck, template, pictures))
  const files = new Map<string, string | Uint8Array>([
    ['index.html', renderDocument(deck, sections, runtime.scriptHashes)],
    ['assets/deck.css', [runtime.css, fontCss(fonts.files, template.fonts), template.css].join('\n')],
    ['assets/deck.js', runtime.script],
  ])
  for (const { path, bytes } of fonts.files) files.set(path, bytes)
  for (const picture of pictures.values()) if (picture.state === 'ready') files.set(picture.path, picture.bytes)
  return { files, findings: missingGlyphs(fonts) }
}

const missingGlyphs = (fonts: Fonts): readonly Finding[] =>
  fonts.missing === '' ? [] : [{ code: 'glyph-missing', place: { line: 1 }, facts: { characters: fonts.missing } }]
