/** Tags of lists → those that are a table of contents say so: every item of it is one link, each to a later page than the one before. */
import { type Dictionary, readReference, readReferences } from './dictionary.js'
import type { Revision } from './revision.js'

/** Of two lines, a list is no table of anything. */
const fewest = 3

export function tagContents(revision: Revision, pages: readonly number[]): void {
  const numbers = new Map(pages.map((object, index) => [object, index]))
  const named = readReference(revision.dictionary(revision.catalogue).get('Dests'))
  const places = named === undefined ? undefined : revision.dictionary(named)
  const pageOf = (place: string | undefined): number | undefined => numbers.get(readReferences(place)[0] ?? -1)

  const leadsOn = (items: readonly number[]): boolean => {
    let before: number | undefined
    for (const item of items) {
      // Nearly all lists are seen not to be contents by their first item.
      const step = stepOf(revision, item)
      before ??= pageOf(step?.from)
      const to = pageOf(places?.get(step?.to ?? ''))
      if (before === undefined || to === undefined || to < before) return false
      before = to
    }
    return true
  }

  for (const list of revision.file.holding('/S /L\n')) {
    const entries = revision.dictionary(list)
    if (entries.get('S') !== '/L') continue
    const items = readReferences(entries.get('K'))
    if (items.length < fewest || !leadsOn(items)) continue
    // How items are marked is said of lists alone.
    revision.replace(list, new Map([...entries, ['S', '/TOC'] as const].filter(([name]) => name !== 'A')))
    for (const item of items) revision.change(item, [['S', '/TOCI']])
  }
}

/** Where an item of a list stands and leads, when one link inside the PDF is all it links to. */
function stepOf(revision: Revision, item: number): { readonly from: string; readonly to: string } | undefined {
  const entries = revision.dictionary(item)
  const [link, more] = entries.get('S') === '/LI' ? linksIn(revision, entries) : []
  if (link === undefined || more !== undefined) return undefined
  const annotation = readReference(/\/Obj (\d+ 0 R)/.exec(link.get('K') ?? '')?.[1])
  const [from] = /\/Pg (\d+ 0 R)/.exec(link.get('K') ?? '')?.slice(1) ?? []
  const place = annotation === undefined ? undefined : revision.dictionary(annotation).get('Dest')
  return from === undefined || place === undefined ? undefined : { from, to: place.slice(1) }
}

/** The tags of links below one; pages and annotations, which tags name as well, are none. */
function linksIn(revision: Revision, entries: Dictionary): readonly Dictionary[] {
  return readReferences(entries.get('K')).flatMap((object) => {
    const inner = revision.dictionary(object)
    if (inner.get('Type') !== '/StructElem') return []
    return inner.get('S') === '/Link' ? [inner] : linksIn(revision, inner)
  })
}
