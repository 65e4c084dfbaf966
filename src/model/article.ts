/** The notes as a document to read: its HTML as it travels into the page, which cuts it into sheets. */
import type { Canvas } from './deck.js'
import type { SheetSettings, SheetWords } from './sheet.js'

export interface ArticleHtml {
  /** Title block, `nav` of contents and the whole text, one below the other. */
  readonly flow: string
}

/** What the page needs for laying an article out. */
export interface ArticleWish extends ArticleHtml {
  readonly settings: SheetSettings
  readonly words: SheetWords
  readonly canvas: Canvas
  /** lib/article.css. */
  readonly css: string
}
