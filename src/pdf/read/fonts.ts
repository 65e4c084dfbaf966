/** The fonts that the text of a PDF is set in → their names and kinds, and whether they are in the file. */
import { readReference, readReferences } from '../dictionary.js'
import type { PdfFile } from '../file.js'
import { resourcesOf } from './resources.js'

export interface PdfFont {
  /** With the prefix of a subset: `AAAAAA+NotoSansSC-Regular`; '' when the PDF does not say. */
  readonly name: string
  /** `Type0`, `TrueType`, `Type3`… */
  readonly type: string
  readonly embedded: boolean
}

/** @returns each once; the inner fonts of composite ones are theirs */
export function readFonts(file: PdfFile, pages: readonly number[]): readonly PdfFont[] {
  return [...resourcesOf(file, pages).fonts].sort((a, b) => a - b).map((object) => fontOf(file, object))
}

function fontOf(file: PdfFile, object: number): PdfFont {
  const font = file.dictionary(object)
  const type = (font.get('Subtype') ?? '/').slice(1)
  const inner = readReferences(font.get('DescendantFonts'))[0]
  const described = inner === undefined ? font : file.dictionary(inner)
  const about = readReference(described.get('FontDescriptor'))
  const descriptor = about === undefined ? undefined : file.dictionary(about)
  const name = font.get('BaseFont') ?? descriptor?.get('FontName') ?? '/'
  const filed = ['FontFile', 'FontFile2', 'FontFile3'].some((entry) => descriptor?.has(entry))
  // The drawings of a Type 3 font are objects of the PDF themselves.
  return { name: name.slice(1), type, embedded: filed || type === 'Type3' }
}
