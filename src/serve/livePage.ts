/** A deck's index.html → the page that is served: the same, with the script that keeps it up to date. Pure. */
import type { LiveData, LiveSlide } from '../model/live.js'
import { inlineScript } from '../render/inlineScript.js'

/** Where the deck's page says that its style sheet lies; which one that is goes up with every change of it. */
export const liveStyle = 'assets/deck.css'

/**
 * @param html index.html of the deck
 * @param script what keeps it up to date
 * @param style address of its style sheet
 * @param origins of the server's socket, for browsers that don't count it as the page's own
 */
export function livePage(
  html: string,
  data: LiveData,
  { script, style, origins }: { readonly script: string; readonly style: string; readonly origins: readonly string[] },
): string {
  const written = JSON.stringify(data).replaceAll('<', '\\u003c')
  const { element, source } = inlineScript(script)
  return html
    .replace('script-src ', () => `script-src ${source} `)
    .replace("default-src 'none'", () => `default-src 'none'; connect-src ${["'self'", ...origins].join(' ')}`)
    .replace(`href="${liveStyle}"`, () => `href="${style}"`)
    .replace('</head>', () => `<script type="application/json" id="live-data">${written}</script>\n</head>`)
    .replace(' data-talkback', (mark) => (data.role === 'guest' ? `${mark} data-guests` : mark))
    .replace(/(?=<\/body>\s*<\/html>\s*$)/, () => `${element}\n`)
}

/** Where a deck has the picture of itself for the list of decks. */
export const CARD = 'card'

/** What such a picture is made of: four slides fill it, and one may become several. */
export const firstSlides = (slides: readonly LiveSlide[]): readonly LiveSlide[] => slides.slice(0, 4)

/**
 * @param html index.html of the first slides alone
 * @param style address of the deck's style sheet
 */
export const cardPage = (html: string, style: string): string =>
  html.replace(`href="${liveStyle}"`, () => `href="${style}"`)

/** What of a page can't be changed without loading it anew: all but its slides, its title, who wrote it and what its style sheet holds. */
export const frameOf = (emptyPage: string): string =>
  emptyPage.replace(/(?:<meta name="author"[^>]*>\n)?<title>[^<]*<\/title>/, '')
