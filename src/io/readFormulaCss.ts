/** The package that typesets formulas → its style sheet, as decks carry it. */
import { readFile } from 'node:fs/promises'
import { formulaCss } from '../render/formulas/css.js'
import { packageFile } from './assets.js'

export const readFormulaCss = async (): Promise<string> =>
  formulaCss(await readFile(packageFile('katex/dist/katex.min.css'), 'utf8'))
