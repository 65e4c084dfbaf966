/** A text that the speaker noted → the element that shows it. */
import { readRemark } from '../model/remarks.js'

export function remarkElement(text: string): HTMLElement {
  const remark = readRemark(text)
  if (remark.kind !== 'table') {
    const element = document.createElement(remark.kind === 'code' ? 'pre' : 'p')
    element.textContent = remark.text
    return element
  }
  const table = document.createElement('table')
  const fill = (row: HTMLTableRowElement, cells: readonly string[], name: 'th' | 'td'): void => {
    for (const said of cells) {
      const cell = document.createElement(name)
      cell.textContent = said
      row.append(cell)
    }
  }
  if (remark.head.length > 0) fill(table.createTHead().insertRow(), remark.head, 'th')
  const body = table.createTBody()
  for (const cells of remark.rows) fill(body.insertRow(), cells, 'td')
  return table
}
