/** Boxes and the marks of footnotes in their text → the boxes, each with the footnotes that it calls. Only reads. */
import type { Note } from './box.js'
import type { PlacedBox } from './placedBox.js'

/**
 * @param marks in the order of the text
 * @param origin top of the flow in the window, px
 */
export function withNotes(
  boxes: readonly PlacedBox[],
  marks: readonly Element[],
  noteOf: (mark: Element) => Note | undefined,
  origin: number,
): readonly PlacedBox[] {
  const called = boxes.map((): Note[] => [])
  let at = 0
  for (const mark of marks) {
    const note = noteOf(mark)
    if (!note) continue
    while (follows(mark, boxes[at + 1], origin)) at++
    called[at]?.push(note)
  }
  return boxes.map((box, index) => ({ ...box, notes: called[index] ?? [] }))
}

/** Whether a mark stands in a box, or behind it. */
function follows(mark: Element, box: PlacedBox | undefined, origin: number): boolean {
  if (!box || (box.node.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING) === 0) return false
  if (box.edge === undefined || !box.node.contains(mark)) return true
  const { top, bottom } = mark.getBoundingClientRect()
  return (top + bottom) / 2 >= origin + box.top
}
