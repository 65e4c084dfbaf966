/** A few numbers → a PDF of the shape that Chrome prints, small enough to read: for tests of what is done to it. */

/** @param objects text of each object, from number 1 on */
export function chromePdf(objects: readonly string[], trailer = '/Root 2 0 R\n/Info 1 0 R'): Uint8Array {
  let text = '%PDF-1.4\n'
  const entries = ['0000000000 65535 f \n']
  for (const [index, object] of objects.entries()) {
    entries.push(`${String(text.length).padStart(10, '0')} 00000 n \n`)
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
  }
  const table = text.length
  text += `xref\n0 ${entries.length}\n${entries.join('')}trailer\n<</Size ${entries.length}\n${trailer}>>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

/** Three pages, the middle one in a deeper branch; tags, one link, one font, a date. */
export const threePages: readonly string[] = [
  `<</Title (endobj \\(x)\n/Creator (Chromium)\n/Producer (Skia/PDF m156)\n/CreationDate (D:20261122203508+00'00')>>`,
  '<</Type /Catalog\n/Pages 3 0 R\n/Dests 8 0 R\n/MarkInfo <</Type /MarkInfo\n/Marked true>>\n/StructTreeRoot 9 0 R\n/Lang (en)>>',
  '<</Type /Pages\n/Count 3\n/Kids [4 0 R 5 0 R 7 0 R]>>',
  '<</Type /Page\n/MediaBox [0 0 960 540]\n/Annots [10 0 R 11 0 R]\n/Resources <</Font <</F12 12 0 R>>>>\n/Parent 3 0 R>>',
  '<</Type /Pages\n/Count 1\n/Kids [6 0 R]\n/Parent 3 0 R>>',
  '<</Type /Page\n/MediaBox [0 0 960 540]\n/Parent 5 0 R>>',
  '<</Type /Page\n/MediaBox [0 0 595 842]\n/Parent 3 0 R>>',
  '<</a [6 0 R /XYZ 0 1 0]>>',
  '<</Type /StructTreeRoot\n/K 4 0 R>>',
  '<</Type /Annot\n/Subtype /Link\n/Dest /a>>',
  '<</Type /Annot\n/Subtype /Link\n/Dest /gone>>',
  '<</Type /Font\n/Subtype /Type3\n/BaseFont /Odd>>',
]
