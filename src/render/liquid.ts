/** The language of layouts: Liquid, set up so that it escapes what it prints, reads no files and comes to an end. */
import { Liquid } from 'liquidjs'
import { escapeHtml } from './escape.js'

/** Layouts include nothing: a template's files are read before, and notes can't name any. */
const noFiles = {
  exists: async () => false,
  existsSync: () => false,
  contains: async () => false,
  containsSync: () => false,
  readFile: async () => '',
  readFileSync: () => '',
  resolve: (_root: string, file: string) => file,
}

/** Far more than a slide needs; a loop that runs away ends here. Characters, and steps. */
const MOST = 10_000_000

export const openLiquid = (): Liquid =>
  new Liquid({
    outputEscape: (value: unknown) => escapeHtml(String(value ?? '')),
    ownPropertyOnly: true,
    strictFilters: true,
    relativeReference: false,
    memoryLimit: MOST,
    fs: noFiles,
    // Otherwise it asks the system which one it has: a tenth of a short build, and another answer elsewhere.
    locale: 'en-US',
  })
