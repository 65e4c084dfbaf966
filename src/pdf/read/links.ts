/** The links on the pages of a PDF → where they lead, and whether that place is there. */
import { type Dictionary, readDictionary, readReference, readReferences } from '../dictionary.js'
import { type PdfFile, rootOf } from '../file.js'
import { readPdfString } from '../text.js'

export interface ReadLink {
  /** Page it stands on, from 1. */
  readonly page: number
  /** Name of a place in the PDF, as it is written there; '' when it leads outside. */
  readonly name: string
  /** '' when it leads to a place in the PDF. */
  readonly address: string
  /** Whether it leads anywhere: to a page that is there, or outside. */
  readonly alive: boolean
}

/** @param pages object numbers, in order */
export function readLinks(file: PdfFile, pages: readonly number[]): readonly ReadLink[] {
  const known = new Set(pages)
  const places = destinationsOf(file)
  const leads = (value: string | undefined): boolean => known.has(readReferences(value)[0] ?? 0)
  return pages.flatMap((object, index) => {
    const annotations = readReferences(file.dictionary(object).get('Annots')).map((number) => file.dictionary(number))
    const links = annotations.filter((annotation) => annotation.get('Subtype') === '/Link')
    return links.map((link): ReadLink => {
      const to = link.get('Dest')
      const address = readPdfString(readDictionary(link.get('A') ?? '')?.get('URI') ?? '()')
      const name = to?.startsWith('/') ? readName(to.slice(1)) : ''
      const alive = to === undefined ? address !== '' : leads(name === '' ? to : places.get(to.slice(1)))
      return { page: index + 1, name, address, alive }
    })
  })
}

function destinationsOf(file: PdfFile): Dictionary {
  const object = readReference(file.dictionary(rootOf(file)).get('Dests'))
  return object === undefined ? new Map() : file.dictionary(object)
}

/** `b#2F` → `b/`. */
const readName = (name: string): string =>
  name.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
