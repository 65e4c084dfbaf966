/** The code and the fonts of a deck → the notices that travel with it: whose they are, and what is allowed with them. */
import type { Fonts } from '../model/bundle.js'
import type { Runtime } from '../model/template.js'

/** Where they lie in a deck's folder. */
export const LICENCES = 'LICENSES.txt'

const RULE = `\n\n${'-'.repeat(72)}\n\n`

export function licenceText({ licences }: Runtime, fonts: Fonts): string {
  const ofFonts = fonts.licences.map(
    (licence) =>
      `Fonts in this deck:\n\n${licence.fonts.join('\n\n')}\n\n${licence.text || 'Their files say nothing of a licence.'}`,
  )
  return `${['What this deck is made with, and what is allowed with it. Its content is its author’s.', licences.trim(), ...ofFonts].join(RULE)}\n`
}

/** The same as a comment at the end of a document: no reader sees it, and no content policy minds. */
export const licenceComment = (text: string): string => `<!--\n${text.replace(/--(!?)>/g, '-- $1>')}-->\n`
