/** The list of decks: its own words are drawn by a deck in their language, where the system has no font for them. */
import { expect, it } from 'vitest'
import type { DeckCard } from '../../src/serve/deckCard.js'
import { indexPage } from '../../src/serve/indexPage.js'

const card = (name: string, lang: string): DeckCard => ({
  name,
  title: name,
  lang,
  slides: 12,
  notes: `${name}.md`,
  broken: false,
  findings: [],
  picture: `${name}/card`,
  canvas: { width: 1280, height: 720 },
  fonts: [{ family: 'f', weight: 400, style: 'normal', range: 'U+0-FFFF', path: 'f.ttf', bytes: new Uint8Array() }],
})

const house = { socket: 's', host: 'h', role: 'author', script: '' } as const

it('borrows the fonts of a deck in its own language', () => {
  const page = indexPage([card('a', 'en'), card('b', 'zh'), card('c', 'zh')], house)
  expect(page).toContain('<html lang="zh">')
  expect(page).toContain('@font-face{font-family:"deck-1"')
  expect(page).toContain(':root{--words:"deck-1"}')
  expect(page).toMatch(/body \{[^}]*font: [^;]*var\(--words/)
  expect(indexPage([], house)).not.toContain('--words:')
})
