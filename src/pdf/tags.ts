/** Chrome's tags and links → what readers for the blind need of them: names that they know, and a word for every link. */
import type { Bookmark } from '../model/fitted.js'
import { readDictionary, readReference, readReferences } from './dictionary.js'
import type { Revision } from './revision.js'
import { pdfString, readPdfString } from './text.js'

/**
 * Chrome tags bold and italic text with names that PDF knows only since 2.0: readers are told what they stand for. It tags
 * figures as pictures, also those around a picture or a card; without a text of their own they are none.
 */
export function mendTags(revision: Revision): void {
  const tree = readReference(revision.dictionary(revision.catalogue).get('StructTreeRoot'))
  if (tree === undefined) return
  revision.change(tree, [['RoleMap', '<</Strong /Span /Em /Span>>']])
  for (const object of revision.file.holding('/S /Figure')) {
    const entries = revision.dictionary(object)
    if (entries.get('S') === '/Figure' && !entries.has('Alt')) revision.change(object, [['S', '/Div']])
  }
}

/** Says where links lead: an address, the bookmark of a page, or else the talk. */
export function describeLinks(
  revision: Revision,
  pages: readonly number[],
  bookmarks: readonly Bookmark[],
  talk: string,
): void {
  const titles = new Map<number, string>()
  for (const { page, title } of bookmarks.toReversed()) titles.set(pages[page - 1] ?? 0, title)
  const named = readReference(revision.dictionary(revision.catalogue).get('Dests'))
  const places = named === undefined ? undefined : revision.dictionary(named)
  for (const annotation of pages.flatMap((page) => readReferences(revision.dictionary(page).get('Annots')))) {
    const link = revision.dictionary(annotation)
    if (link.get('Subtype') !== '/Link' || link.has('Contents')) continue
    const place = readReferences(places?.get((link.get('Dest') ?? '').slice(1)))[0]
    const address = readPdfString(readDictionary(link.get('A') ?? '')?.get('URI') ?? '()')
    const words = address || (place === undefined ? '' : (titles.get(place) ?? '')) || talk
    if (words !== '') revision.change(annotation, [['Contents', pdfString(words)]])
  }
}
