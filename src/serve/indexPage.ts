/** What there is to say of several decks → the page that lists them, each with a live picture. Pure. */
import { plannedSlides } from '../check/phrases.js'
import { escapeHtml } from '../render/escape.js'
import { faceCss } from '../render/fontCss.js'
import type { DeckCard } from './deckCard.js'
import { indexCss } from './indexCss.js'

/** Where the page finds its script. */
export const DECKS_SCRIPT = '-/decks.js'

/** Elements with an id are taken over from a newer version of this page (see runtime/live/decks.ts); the rest stays. */
export function indexPage(
  cards: readonly DeckCard[],
  { socket, host }: { readonly socket: string; readonly host: string },
): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy(host)}">
<title>Decks</title>
<style>
${indexCss}</style>
<style id="fonts">
${cards.map(fontsOf).join('\n')}
</style>
<script src="${DECKS_SCRIPT}" defer></script>
</head>
<body data-socket="${escapeHtml(socket)}">
<header><h1>Decks</h1><p>${cards.length}</p><p class="gone" role="status"></p></header>
<main>
<ul>
${cards.map(cardHtml).join('\n')}
</ul>
</main>
</body>
</html>
`
}

/** Nothing but what this server has: its script, its fonts, the pictures of its decks. */
const policy = (host: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'unsafe-inline'",
    "font-src 'self'",
    "frame-src 'self'",
    escapeHtml(`connect-src 'self' ws://${host}`),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

/** A title is drawn by the deck's own fonts: here may be none that have its characters. */
const fontsOf = ({ name, fonts }: DeckCard, index: number): string =>
  fonts.map((font) => faceCss(font, `deck-${index}`, `${encodeURIComponent(name)}/`)).join('\n')

function cardHtml(card: DeckCard, index: number): string {
  const { name, title, slides, notes, picture, canvas } = card
  const facts = [plannedSlides(slides), ...(notes === '' ? [] : [notes])].map(escapeHtml).join(' · ')
  return `<li style="--font:'deck-${index}'">
<div class="picture" data-picture="${escapeHtml(picture)}" id="picture-${index}" style="--shape:${canvas.width / canvas.height}"><iframe src="${escapeHtml(picture)}" title="" loading="lazy" tabindex="-1" aria-hidden="true" inert></iframe></div>
<h2><a href="${escapeHtml(`${encodeURIComponent(name)}/`)}" id="title-${index}">${escapeHtml(title)}</a></h2>
<p class="facts" id="facts-${index}">${facts}</p>
<div class="state" role="status" id="state-${index}">${stateHtml(card)}</div>
</li>`
}

function stateHtml({ broken, findings, notes }: DeckCard): string {
  const [worst] = findings
  const more = findings.length > 1 ? ` and ${findings.length - 1} more` : ''
  // Guests are not told what is wrong, and where.
  if (notes === '' || (!broken && worst === undefined)) return ''
  const said = worst ? `<span>${escapeHtml(placeOf(worst))}</span> ${escapeHtml(worst.message)}${more}` : ''
  return `<b>${broken ? 'This is the last deck that could be made.' : 'Something is wrong with the notes.'}</b>${said}`
}

const placeOf = ({ file, line }: DeckCard['findings'][number]): string =>
  `${file.split(/[\\/]/).at(-1) ?? file}:${line}`
