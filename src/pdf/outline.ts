/** The deck's bookmarks → the objects of a PDF's outline: nested by level, all of it open. */
import type { Bookmark } from '../model/fitted.js'
import { writeDictionary } from './dictionary.js'
import { moved, type PdfPage, placingOf, points, type Sheet } from './sheet.js'
import { pdfString } from './text.js'

interface Item {
  readonly bookmark?: Bookmark
  readonly children: Item[]
}

const pointsPerPixel = 0.75

/**
 * @param pages as they were printed
 * @param first object number of the outline; its items take the numbers that follow
 * @param sheet that the pages are going to be placed on
 * @returns the text of each object, the outline itself first; none when there are no bookmarks
 */
export function writeOutline(
  bookmarks: readonly Bookmark[],
  pages: readonly PdfPage[],
  first: number,
  sheet?: Sheet,
): readonly string[] {
  const root = nest(bookmarks)
  if (root.children.length === 0) return []
  const items = flatten(root)
  const numbers = new Map(items.map((item, index) => [item, `${first + index} 0 R`]))
  const entry = (name: string, item: Item | undefined): readonly (readonly [string, string])[] => {
    const number = item && numbers.get(item)
    return number === undefined ? [] : [[name, number]]
  }
  const counts = new Map<Item, number>()
  for (const item of items.toReversed()) {
    counts.set(
      item,
      item.children.reduce((sum, child) => sum + 1 + (counts.get(child) ?? 0), 0),
    )
  }
  const family = new Map<Item, { parent: Item; before: Item | undefined; after: Item | undefined }>()
  for (const parent of items) {
    for (const [index, child] of parent.children.entries()) {
      family.set(child, { parent, before: parent.children[index - 1], after: parent.children[index + 1] })
    }
  }
  return items.map((item) => {
    const { bookmark, children } = item
    const near = family.get(item)
    return writeDictionary(
      new Map([
        ...(bookmark
          ? ([
              ['Title', pdfString(bookmark.title)],
              ['Dest', destination(bookmark, pages, sheet)],
            ] as const)
          : ([['Type', '/Outlines']] as const)),
        ...entry('Parent', near?.parent),
        ...entry('Prev', near?.before),
        ...entry('Next', near?.after),
        ...entry('First', children[0]),
        ...entry('Last', children.at(-1)),
        ...(children.length > 0 ? [['Count', String(counts.get(item) ?? 0)] as const] : []),
      ]),
    )
  })
}

/** A level may be skipped: an item hangs under the nearest one before it with a lower level. */
function nest(bookmarks: readonly Bookmark[]): Item {
  const root: Item = { children: [] }
  const path: { readonly level: number; readonly item: Item }[] = [{ level: 0, item: root }]
  for (const bookmark of bookmarks) {
    const item: Item = { bookmark, children: [] }
    const level = Math.max(1, bookmark.level)
    while ((path.at(-1)?.level ?? 0) >= level) path.pop()
    path.at(-1)?.item.children.push(item)
    path.push({ level, item })
  }
  return root
}

function flatten(item: Item): readonly Item[] {
  return [item, ...item.children.flatMap(flatten)]
}

function destination(bookmark: Bookmark, pages: readonly PdfPage[], sheet?: Sheet): string {
  const page = pages[bookmark.page - 1]
  // It leads nowhere then, and is found to do so by whoever reads the PDF back.
  if (!page) return '[]'
  const top = Math.max(0, page.height - bookmark.top * pointsPerPixel)
  const [, height] = sheet ? moved(0, top, placingOf(page, sheet)) : [0, top]
  return `[${page.object} 0 R /XYZ 0 ${points(height)} 0]`
}
