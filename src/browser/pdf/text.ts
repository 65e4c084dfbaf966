/** Plain text and dates → strings as a PDF holds them. */

/** ASCII stays readable, `(Talk \(2018\))`; anything else is UTF-16, `<FEFF4E91…>`. Line ends and controls become spaces. */
export function pdfString(text: string): string {
  const line = text.replace(/\p{Surrogate}/gu, '\ufffd').replace(/[\u0000-\u001f\u007f]+/g, ' ')
  if (/^[ -~]*$/.test(line)) return `(${line.replace(/[\\()]/g, '\\$&')})`
  return `<${Buffer.from(`\ufeff${line}`, 'utf16le').swap16().toString('hex').toUpperCase()}>`
}

/** `D:20000101000000Z`. */
export function pdfDate(date: Date): string {
  return `(D:${date.toISOString().replace(/[-:T]|\.\d+/g, '')})`
}
