/** A deck's index.html → the page that is served: the same, with the script that keeps it up to date. Pure. */
import type { LiveData, LiveSlide } from '../model/live.js'

/** Where the page finds that script. */
export const LIVE_SCRIPT = 'live/live.js'

/**
 * @param html index.html of the deck
 * @param style address of its style sheet
 * @param origins of the server's socket, for browsers that don't count it as the page's own
 */
export function livePage(html: string, data: LiveData, style: string, origins: readonly string[]): string {
  const written = JSON.stringify(data).replaceAll('<', '\\u003c')
  const scripts = `<script type="application/json" id="live-data">${written}</script>\n<script src="${LIVE_SCRIPT}" defer></script>`
  return html
    .replace("default-src 'none'", () => `default-src 'none'; connect-src ${["'self'", ...origins].join(' ')}`)
    .replace('href="assets/deck.css"', () => `href="${style}"`)
    .replace('</head>', () => `${scripts}\n</head>`)
    .replace(' data-talkback', (mark) => (data.role === 'guest' ? `${mark} data-guests` : mark))
}

/** Where a deck has the picture of itself for the list of decks, and the script that draws it. */
export const CARD = 'card'
export const CARD_SCRIPT = 'live/card.js'

/** What such a picture is made of: four slides fill it, and one may become several. */
export const firstSlides = (slides: readonly LiveSlide[]): readonly LiveSlide[] => slides.slice(0, 4)

/**
 * @param html index.html of the first slides alone
 * @param style address of the deck's style sheet
 */
export const cardPage = (html: string, style: string): string =>
  html
    .replace('href="assets/deck.css"', () => `href="${style}"`)
    .replace('src="assets/deck.js"', () => `src="${CARD_SCRIPT}"`)

/** What of a page can't be changed without loading it anew: all but its slides, its title, who wrote it and what its style sheet holds. */
export const frameOf = (emptyPage: string): string =>
  emptyPage.replace(/(?:<meta name="author"[^>]*>\n)?<title>[^<]*<\/title>/, '')
