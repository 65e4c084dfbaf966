/** An address → a QR code in lines of text, two rows of squares in each. */
import { generate } from 'lean-qr'

/** Light squares around the code, which cameras need. */
const MARGIN = 4

const WHITE_ON_BLACK = '\u001b[97;40m'
const AS_BEFORE = '\u001b[0m'

/** @param colours whether the terminal knows them; without, the code is right on a dark one */
export function qrLines(text: string, colours: boolean): readonly string[] {
  const code = generate(text)
  const isLight = (x: number, y: number): boolean => !code.get(x, y)
  const lines: string[] = []
  for (let y = -MARGIN; y < code.size + MARGIN; y += 2) {
    let line = ''
    for (let x = -MARGIN; x < code.size + MARGIN; x++) {
      const upper = isLight(x, y)
      const lower = y + 1 < code.size + MARGIN && isLight(x, y + 1)
      line += upper ? (lower ? '█' : '▀') : lower ? '▄' : ' '
    }
    lines.push(colours ? `${WHITE_ON_BLACK}${line}${AS_BEFORE}` : line)
  }
  return lines
}
