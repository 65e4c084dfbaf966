/** Plain text and dates ⇄ strings as a PDF holds them. */

/** ASCII stays readable, `(Talk \(2018\))`; anything else is UTF-16, `<FEFF4E91…>`. Line ends and controls become spaces. */
export function pdfString(text: string): string {
  const line = whole(text).replace(/[\u0000-\u001f\u007f]+/g, ' ')
  if (/^[ -~]*$/.test(line)) return `(${line.replace(/[\\()]/g, '\\$&')})`
  return `<${utf16Hex(`\ufeff${line}`)}>`
}

/** The same for text of several lines, always UTF-16; a line ends in a carriage return. */
export function pdfLines(text: string): string {
  const lines = whole(text).split(/\r\n|[\n\r]/)
  return `<${utf16Hex(`\ufeff${lines.map((line) => line.replace(/[\u0000-\u001f\u007f]+/g, ' ')).join('\r')}`)}>`
}

/** Half a character is no text. */
const whole = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd')

/** `云a` → `4E910061`. */
export const utf16Hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()

/** `D:20000101000000Z`. */
export function pdfDate(date: Date): string {
  return `(D:${date.toISOString().replace(/[-:T]|\.\d+/g, '')})`
}

/** The text of a string in either form; a language tag or date is read just so. */
export function readPdfString(value: string): string {
  const bytes = value.startsWith('<') ? Buffer.from(value.slice(1, -1).replace(/\s/g, ''), 'hex') : unescaped(value)
  return bytes[0] === 0xfe && bytes[1] === 0xff ? utf16(bytes.subarray(2)) : bytes.toString('latin1')
}

/** `4E910061` → `云a`. */
export const readUtf16 = (hex: string): string => utf16(Buffer.from(hex.replace(/\s/g, ''), 'hex'))

/** Bytes, high ones first → text; half a character at the end is left out. */
function utf16(bytes: Buffer): string {
  return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)))
    .swap16()
    .toString('utf16le')
}

function unescaped(value: string): Buffer {
  const letters: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
  const text = value.slice(1, -1).replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) => {
    return /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (letters[code] ?? code)
  })
  return Buffer.from(text, 'latin1')
}
