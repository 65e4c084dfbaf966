/** Slides by hand, for tests: texts, lists and the rest with no more said than a test is about. */
import type { Paragraph, Part, ShapePart, TextPart } from '../../src/model/parts.js'
import type { EditableDeck, EditableSlide } from '../../src/pptx/deck.js'

const look = {
  colours: { paper: '#ffffff', ink: '#1c2127', soft: '#59636e', panel: '#f3f4f5', accent: '#b5362a' },
  families: { text: ['Talkback Sans'], mono: ['Talkback Mono'] },
}

/** Of the user's system: none travels. */
const typefaces = {
  latin: { name: 'IBM Plex Sans', faces: [] },
  eastAsian: { name: 'Noto Sans SC', faces: [] },
  mono: { name: 'IBM Plex Mono', faces: [] },
}

export const deckOf = (slides: readonly EditableSlide[], more: Partial<EditableDeck> = {}): EditableDeck => ({
  title: 'A talk',
  subject: '',
  author: '',
  keywords: '',
  lang: 'en',
  date: new Date(0),
  canvas: { width: 1280, height: 720 },
  look,
  typefaces,
  slides,
  sections: [],
  pictures: new Map(),
  ...more,
})

export const slideOf = (parts: readonly Part[], more: Partial<EditableSlide> = {}): EditableSlide => ({
  page: 1,
  layout: 'points',
  background: '#ffffff',
  parts,
  notes: [],
  ...more,
})

/** A line of 40 px at its place. */
export const paragraphOf = (text: string, y = 100, more: Partial<Paragraph> = {}): Paragraph => ({
  runs: [{ text, size: 28, colour: '#1c2127' }],
  box: { x: 92, y, width: 600, height: 40 },
  size: 28,
  line: 40,
  align: 'left',
  level: 0,
  ...more,
})

export const numbered = (number: number, more: Partial<Paragraph> = {}): Paragraph =>
  paragraphOf(`point ${number}`, 100 + 40 * number, {
    bullet: { scheme: 'decimal', number, colour: '#b5362a', hang: 30 },
    ...more,
  })

export const textOf = (paragraphs: readonly Paragraph[], more: Partial<TextPart> = {}): TextPart => ({
  kind: 'text',
  role: 'text',
  box: { x: 92, y: 100, width: 600, height: 40 * paragraphs.length },
  paragraphs,
  ...more,
})

export const bar: ShapePart = {
  kind: 'shape',
  box: { x: 0, y: 80, width: 56, height: 8 },
  fill: '#b5362a',
  round: false,
  turn: 0,
  fixed: true,
}
