/** Lines, one after the other → the columns at which the list items that are open go on. */
import { headingLevel, indentOf, isBlank, type Line } from '../lines.js'
import { readMarker } from './markers.js'

interface Open {
  readonly column: number
  readonly content: number
}

export class ItemColumns {
  private open: Open[] = []
  private blankBefore = true

  take({ text, verbatim }: Line): void {
    const isEmpty = isBlank(text)
    if (!isEmpty && !verbatim) {
      const { columns, length } = indentOf(text)
      const marker = readMarker(text.slice(length))
      if (marker !== undefined) {
        while ((this.open.at(-1)?.column ?? -1) >= columns) this.open.pop()
        this.open.push({ column: columns, content: columns + Math.max(2, marker.length) })
      } else if (headingLevel(text) > 0 || (columns === 0 && this.blankBefore)) this.open = []
    }
    this.blankBefore = isEmpty
  }

  /** Where the deepest item goes on that text at this column belongs to; nothing when it belongs to none. */
  contentAt(column: number): number | undefined {
    return this.open.findLast(({ column: own, content }) => column >= Math.min(content, own + 2))?.content
  }
}
