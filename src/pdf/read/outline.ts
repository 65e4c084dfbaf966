/** The bookmarks of a PDF → their titles, levels and pages, in reading order. */
import { readReference, readReferences } from '../dictionary.js'
import { type PdfFile, rootOf } from '../file.js'
import { readPdfString } from '../text.js'
import { fail } from '../unknown.js'

export interface ReadBookmark {
  readonly title: string
  /** From 1. */
  readonly level: number
  /** From 1; 0 when it leads to none. */
  readonly page: number
}

/** @param pages object numbers, in order */
export function readOutline(file: PdfFile, pages: readonly number[]): readonly ReadBookmark[] {
  const numbers = new Map(pages.map((object, index) => [object, index + 1]))
  const seen = new Set<number>()
  const below = (parent: number, level: number): readonly ReadBookmark[] => {
    const items: ReadBookmark[] = []
    let next = readReference(file.dictionary(parent).get('First'))
    while (next !== undefined) {
      if (seen.has(next)) fail('bookmarks that go round in a circle')
      seen.add(next)
      const item = file.dictionary(next)
      const page = numbers.get(readReferences(item.get('Dest'))[0] ?? 0) ?? 0
      items.push({ title: readPdfString(item.get('Title') ?? '()'), level, page })
      if (item.has('First')) for (const inner of below(next, level + 1)) items.push(inner)
      next = readReference(item.get('Next'))
    }
    return items
  }
  const root = readReference(file.dictionary(rootOf(file)).get('Outlines'))
  return root === undefined ? [] : below(root, 1)
}
