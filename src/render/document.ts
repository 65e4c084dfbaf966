/** Rendered slides → index.html: a document that reads from top to bottom, which the runtime makes into a deck. */
import type { Canvas, Deck } from '../model/deck.js'
import { withoutLabel } from '../plan/factLines.js'
import { attribute, escapeHtml } from './escape.js'
import { inlineScript } from './inlineScript.js'

/** What a page brings beside its slides. */
export interface PageCode {
  /** Where its style sheet lies. */
  readonly style: string
  readonly script: string
}

/** @param sections the slides' HTML, in order */
export function renderDocument(deck: Deck, sections: readonly string[], { style, script }: PageCode): string {
  const { element, source } = inlineScript(script)
  const { width, height } = deck.canvas
  const author = withoutLabel(deck.facts.author)
  return `<!doctype html>
<html lang="${escapeHtml(deck.lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy(source)}">
<meta name="generator" content="Talkback">
${author ? `<meta name="author"${attribute('content', author)}>\n` : ''}<title>${escapeHtml(deck.title)}</title>
<link rel="stylesheet" href="${style}">
<style>${unfitted}:root{--width:${width}px;--height:${height}px;--tall:${tallness(deck.canvas)};--shape:${Math.round((width / height) * 1e4) / 1e4}}@page{size:${width}px ${height}px;margin:0}</style>
</head>
<body>
<main class="talk" data-talkback data-width="${width}" data-height="${height}" data-stacks="${deck.stacks}" data-duration="${deck.duration}"${attribute('data-part-label', deck.words.part)}${attribute('data-continued', deck.words.continued)}${attribute('aria-label', deck.words.slides)}>
<div class="slides">
${sections.join('\n')}
</div>
</main>
${element}
</body>
</html>
`
}

/**
 * Until the deck is fitted there is nothing to see, and nothing to lay out: a layout in fonts that have not arrived is wasted.
 * Not in the style sheet, before which a browser lays out the whole document once, in a style of its own. If the script never
 * comes, the document shows after a moment.
 */
const unfitted =
  '@media (scripting:enabled){html:not(.flat,.ready) .slides{content-visibility:hidden;animation:deck-late 0s linear 6s forwards}}' +
  '@keyframes deck-late{to{content-visibility:visible}}'

/** How much larger body type is set on slides taller than 16:9, which would look empty otherwise: 1 to 1.25. */
const tallness = ({ width, height }: Canvas): number =>
  Math.round(Math.min(1.25, Math.max(1, Math.sqrt((height / width) * (16 / 9)))) * 1000) / 1000

/**
 * Nothing from elsewhere: no script but the deck's own, no page inside of this one, no address outside of its folder. What
 * lies in the folder is data that was looked at when the deck was built.
 */
const policy = (script: string): string =>
  [
    "default-src 'none'",
    `script-src ${script}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
