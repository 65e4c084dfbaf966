/** What there is to say of several decks → the page that lists them, each with a live picture. Pure. */

import { most } from '../model/lists.js'
import type { LiveRole } from '../model/live.js'
import { findingsTitle, type LiveWords, liveWords } from '../model/liveWords.js'
import { said } from '../model/stageWords.js'
import { escapeHtml } from '../render/escape.js'
import { faceCss } from '../render/fontCss.js'
import { inlineScript } from '../render/inlineScript.js'
import type { DeckCard } from './deckCard.js'
import { isAtHome } from './guard.js'
import { indexCss } from './indexCss.js'

export interface IndexSurroundings {
  readonly socket: string
  readonly host: string
  readonly role: LiveRole
  /** Keeps the page up to date. */
  readonly script: string
}

/** What has a name is taken over from a newer version of this page (see runtime/live/decks.ts); the rest stays. */
export function indexPage(cards: readonly DeckCard[], { socket, host, role, script }: IndexSurroundings): string {
  const lang = languageOf(cards)
  const words = liveWords(lang)
  const { element, source } = inlineScript(script)
  return `<!doctype html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy(host, source)}">
<title>${words.decks}</title>
<style>
${indexCss}</style>
<style data-name="fonts">
${cards.map(fontsOf).join('\n')}
${wordsCss(cards, lang)}
</style>
</head>
<body data-socket="${escapeHtml(socket)}">
<header><h1>${words.decks}</h1><p data-name="count">${cards.length}</p><p class="gone" role="status"></p></header>
<main>
${role === 'guest' && isAtHome(host) ? `<p>${words.asGuest}</p>\n` : ''}<ul>
${cards.map((card, index) => cardHtml(card, index, words)).join('\n')}
</ul>
</main>
${element}
</body>
</html>
`
}

/** Nothing but what this server has: its script, its fonts, the pictures of its decks. */
const policy = (host: string, script: string): string =>
  [
    "default-src 'none'",
    `script-src ${script}`,
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

/** The page's own words are in the fonts of a served deck in their language: here may be none that have them. */
function wordsCss(cards: readonly DeckCard[], lang: string): string {
  const deck = cards.findIndex((card) => card.lang === lang && card.fonts.length > 0)
  return deck < 0 ? '' : `:root{--words:"deck-${deck}"}`
}

function cardHtml(card: DeckCard, index: number, words: LiveWords): string {
  const { name, title, lang, slides, notes, picture, canvas } = card
  const count = slides === 1 ? words.oneSlide : said(words.slides, { count: slides })
  const facts = [count, ...(notes === '' ? [] : [notes])].map(escapeHtml).join(' · ')
  return `<li data-deck="${escapeHtml(name)}" style="--font:'deck-${index}'">
<div class="picture" data-name="picture" data-picture="${escapeHtml(picture)}" style="--shape:${canvas.width / canvas.height}"><iframe src="${escapeHtml(picture)}" title="" loading="lazy" tabindex="-1" aria-hidden="true" inert></iframe></div>
<h2><a href="${escapeHtml(`${encodeURIComponent(name)}/`)}" lang="${escapeHtml(lang)}" data-name="title">${escapeHtml(title)}</a></h2>
<p class="facts" data-name="facts">${facts}</p>
<div class="state" role="status" data-name="state">${stateHtml(card, words)}</div>
</li>`
}

function stateHtml({ broken, findings, notes }: DeckCard, words: LiveWords): string {
  const [worst] = findings
  const more = findings.length > 1 ? ` · ${said(words.more, { count: findings.length - 1 })}` : ''
  // Guests are not told what is wrong, and where.
  if (notes === '' || (!broken && worst === undefined)) return ''
  const told = worst ? `<span>${escapeHtml(placeOf(worst))}</span> ${escapeHtml(worst.message)}${more}` : ''
  return `<b>${findingsTitle(findings, broken, words)}</b>${told}`
}

/** The one that most decks are in; of several, that of the first deck. */
function languageOf(cards: readonly DeckCard[]): string {
  const counts = new Map<string, number>()
  for (const { lang } of cards) counts.set(lang, (counts.get(lang) ?? 0) + 1)
  const highest = most(counts.values(), 0)
  return [...counts].find(([, count]) => count === highest)?.[0] ?? 'en'
}

const placeOf = ({ file, line }: DeckCard['findings'][number]): string =>
  `${file.split(/[\\/]/).at(-1) ?? file}:${line}`
