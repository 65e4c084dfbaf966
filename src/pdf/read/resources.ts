/** The pages of a PDF → the objects they are drawn with: fonts, and pictures and groups, also those inside groups. */
import { readDictionary, readReference, readReferences } from '../dictionary.js'
import { deepest, type PdfFile } from '../file.js'
import { fail } from '../unknown.js'

export interface Resources {
  /** Object numbers. */
  readonly fonts: ReadonlySet<number>
  readonly pictures: ReadonlySet<number>
}

export function resourcesOf(file: PdfFile, pages: readonly number[]): Resources {
  const fonts = new Set<number>()
  const pictures = new Set<number>()
  const collect = (value: string | undefined, depth = 0): void => {
    if (depth > deepest) fail('groups nested too deep')
    const shared = readReference(value)
    const resources = shared === undefined ? readDictionary(value ?? '') : file.dictionary(shared)
    for (const font of readReferences(resources?.get('Font'))) fonts.add(font)
    for (const picture of readReferences(resources?.get('XObject'))) {
      if (pictures.has(picture)) continue
      pictures.add(picture)
      collect(file.dictionary(picture).get('Resources'), depth + 1)
    }
  }
  for (const page of pages) collect(file.dictionary(page).get('Resources'))
  return { fonts, pictures }
}
