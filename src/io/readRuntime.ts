/** lib/ → the code that runs in decks' pages: what travels with every deck, and what is put into an open one. */
import { readFile } from 'node:fs/promises'
import type { Runtime } from '../model/template.js'
import { ownFile } from './assets.js'

/** Reads what scripts/build.mjs made of src/runtime. */
export async function readRuntime(): Promise<Runtime> {
  const notices = readFile(ownFile('lib', 'runtime.LICENSES.txt'), 'utf8')
  const [code, licences] = await Promise.all([readPageCode('runtime'), notices])
  return { ...code, licences }
}

/** Reads the script that `check` looks at decks with. */
export const readLookScript = (): Promise<string> => readFile(ownFile('lib', 'look.js'), 'utf8')

/** Scripts of pages that are served. */
export interface LiveScripts {
  /** Keeps a deck up to date. */
  readonly live: string
  /** Keeps the list of decks up to date. */
  readonly decks: string
  /** Draws the first slides of a deck for that list. */
  readonly card: string
}

export async function readLiveScripts(): Promise<LiveScripts> {
  const [live = '', decks = '', card = ''] = await Promise.all(
    ['live.js', 'decks.js', 'card.js'].map((name) => readFile(ownFile('lib', name), 'utf8')),
  )
  return { live, decks, card }
}

/** Reads the script that makes contact sheets and social cards in the page. */
export const readPicturesScript = (): Promise<string> => readFile(ownFile('lib', 'pictures.js'), 'utf8')

/** Reads the script that measures what stands where on slides. */
export const readPartsScript = (): Promise<string> => readFile(ownFile('lib', 'parts.js'), 'utf8')

/** Reads the script that lays slides out for print with a page for every step. */
export const readStepsScript = (): Promise<string> => readFile(ownFile('lib', 'steps.js'), 'utf8')

/** Reads the script that has Mermaid draw. */
export const readDiagramsScript = (): Promise<string> => readFile(ownFile('lib', 'diagrams.js'), 'utf8')

/** Code for one purpose that runs in a deck's page, and its style. */
export interface PageCode {
  readonly script: string
  readonly css: string
}

/** Reads what lays decks on sheets of paper. */
export const readSheetCode = (): Promise<PageCode> => readPageCode('sheets')

/** Reads what lays the notes out as an article. */
export const readArticleCode = (): Promise<PageCode> => readPageCode('article')

async function readPageCode(name: string): Promise<PageCode> {
  const [script = '', css = ''] = await Promise.all(
    [`${name}.js`, `${name}.css`].map((file) => readFile(ownFile('lib', file), 'utf8')),
  )
  return { script, css }
}
