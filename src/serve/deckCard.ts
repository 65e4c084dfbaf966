/** A served deck → what the list of decks says and shows of it. */
import { createHash } from 'node:crypto'
import type { FontFile } from '../model/bundle.js'
import type { Canvas } from '../model/deck.js'
import type { LiveFinding, LiveRole } from '../model/live.js'
import { CARD, firstSlides } from './livePage.js'
import type { Session } from './session.js'

export interface DeckCard {
  /** Names the deck in addresses. */
  readonly name: string
  readonly title: string
  readonly lang: string
  /** As planned. */
  readonly slides: number
  /** Path of the notes as the author gave it; '' for anybody else. */
  readonly notes: string
  /** What is shown is older than the notes. */
  readonly broken: boolean
  /** What is wrong, for the author. */
  readonly findings: readonly LiveFinding[]
  /** Address of the page that shows its first slides: another one when they look otherwise. */
  readonly picture: string
  readonly canvas: Canvas
  /** What draws its title. */
  readonly fonts: readonly FontFile[]
}

export function deckCard(name: string, session: Session, role: LiveRole): DeckCard {
  const { title, lang, slides, style, frame, canvas, textFonts } = session.shown
  const { broken, findings } = session.state
  const isAuthor = role === 'author'
  const look = createHash('sha256').update(JSON.stringify([frame, style, firstSlides(slides)]))
  return {
    name,
    title,
    lang,
    slides: slides.length,
    notes: isAuthor ? session.notes : '',
    broken,
    findings: isAuthor ? findings : [],
    picture: `${encodeURIComponent(name)}/${CARD}?${look.digest('hex').slice(0, 12)}`,
    canvas,
    // Their paths say all about them; what they hold is no part of a card.
    fonts: textFonts.filter((font) => font.style === 'normal').map((font) => ({ ...font, bytes: new Uint8Array() })),
  }
}
