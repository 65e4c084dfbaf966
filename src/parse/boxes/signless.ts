/** A line as the notes have it → the same without the signs of boxes: what is left are words. Tags are left to whoever reads HTML. */
import { spellings } from './spellings.js'

export function withoutBoxSigns(line: string): string {
  for (const { name, needs, sign, read } of spellings) {
    if (name === 'tags' || !line.includes(needs) || !sign.test(line)) continue
    const pieces = read(line)
    if (pieces === undefined || pieces.some((piece) => piece.kind === 'opens' && piece.box.kind === 'foreign')) continue
    return pieces.map((piece) => (piece.kind === 'text' ? piece.text : ' ')).join(' ')
  }
  return line
}
