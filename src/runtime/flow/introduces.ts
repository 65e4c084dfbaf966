/** A paragraph in the page → whether it introduces what stands behind it, and so is never the last of a part. Only reads. */

const endsInColon = /[:：]\s*$/

/** A line right before a list introduces it, whatever it ends in, and more lines that end in a colon; so does the line of an item before what the item shows. */
export function introducesNext(paragraph: Element, height: number, line: number): boolean {
  const next = paragraph.nextElementSibling?.localName ?? ''
  const isItems = paragraph.parentElement?.localName === 'li'
  if (next === 'ul' || next === 'ol') return isItems || height < line * 1.5 || endsInColon.test(paragraph.textContent)
  return isItems && height < line * 1.5 && (next === 'table' || next === 'pre' || next === 'figure')
}
