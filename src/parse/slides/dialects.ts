/** Every tool whose decks are read, and its dialect; a new one is one line here, its signs in signs.ts, and a file. */
import { deckset } from './deckset.js'
import type { Dialect } from './dialect.js'
import { marp } from './marp.js'
import { obsidian } from './obsidian.js'
import { pandoc } from './pandoc.js'
import { presenterm } from './presenterm.js'
import { remark } from './remark.js'
import { reveal } from './reveal.js'
import { rules } from './rules.js'
import type { Tool } from './signs.js'
import { slidev } from './slidev.js'

export const dialects: Readonly<Record<Tool, Dialect>> = {
  Marp: marp,
  'reveal.js': reveal,
  HackMD: reveal,
  Obsidian: obsidian,
  remark,
  Slidev: slidev,
  Pandoc: pandoc,
  Quarto: pandoc,
  presenterm,
  Deckset: deckset,
  rules,
}

/** Their presenters write their notes in comments. */
export const presentsComments = (tool: Tool): boolean => tool === 'Marp' || tool === 'Slidev'

/** Only what a caret begins is for the speaker: `Note:` is text. */
export const notesByCaretAlone = (tool: Tool): boolean => tool === 'Deckset'

/** A line that ends is a line that ends on the slide as well. */
export const breaksLines = (tool: Tool): boolean => tool === 'Marp' || tool === 'HackMD' || tool === 'Obsidian'

/** These make a title slide of what the front matter says. */
export const makesTitleSlide = (tool: Tool): boolean => tool === 'Pandoc' || tool === 'Quarto' || tool === 'presenterm'

/** Where headings open slides, `Note:` ends with its heading; elsewhere all up to the cut is the speaker's. */
export const cutsAtHeadings = (tool: Tool): boolean => dialects[tool] === pandoc
