/** What the speaker noted → HTML that reads as it was noted. */
import { readRemark } from '../model/remarks.js'
import { escapeHtml } from './escape.js'

export const renderRemarks = (texts: readonly string[]): string => texts.map(renderRemark).join('')

function renderRemark(text: string): string {
  const remark = readRemark(text)
  if (remark.kind === 'text') return `<p>${escapeHtml(remark.text)}</p>`
  if (remark.kind === 'code') {
    const lines = remark.text.split('\n').map((line) => `<span class="line">${escapeHtml(line)}\n</span>`)
    return `<pre><code>${lines.join('')}</code></pre>`
  }
  const row = (cells: readonly string[], tag: 'th' | 'td'): string =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`
  const head = remark.head.length > 0 ? `<thead>${row(remark.head, 'th')}</thead>` : ''
  return `<table>${head}<tbody>${remark.rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`
}
