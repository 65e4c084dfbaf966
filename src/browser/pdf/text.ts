/** Plain text and dates ⇄ strings as a PDF holds them. */

/** ASCII stays readable, `(Talk \(2018\))`; anything else is UTF-16, `<FEFF4E91…>`. Line ends and controls become spaces. */
export function pdfString(text: string): string {
  const line = text.replace(/\p{Surrogate}/gu, '\ufffd').replace(/[\u0000-\u001f\u007f]+/g, ' ')
  if (/^[ -~]*$/.test(line)) return `(${line.replace(/[\\()]/g, '\\$&')})`
  return `<${Buffer.from(`\ufeff${line}`, 'utf16le').swap16().toString('hex').toUpperCase()}>`
}

/** The text of a string in either form; a language tag or date is read just so. */
export function readPdfString(value: string): string {
  const bytes = value.startsWith('<') ? Buffer.from(value.slice(1, -1).replace(/\s/g, ''), 'hex') : unescaped(value)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
      .swap16()
      .toString('utf16le')
  }
  return bytes.toString('latin1')
}

/** `D:20000101000000Z`. */
export function pdfDate(date: Date): string {
  return `(D:${date.toISOString().replace(/[-:T]|\.\d+/g, '')})`
}

function unescaped(value: string): Buffer {
  const letters: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
  const text = value.slice(1, -1).replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) => {
    return /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (letters[code] ?? code)
  })
  return Buffer.from(text, 'latin1')
}
