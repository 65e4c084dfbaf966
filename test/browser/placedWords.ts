/** A PDF → its words, each with its place on the page, as pdftotext finds them. */
import { execFileSync } from 'node:child_process'

export interface Word {
  readonly text: string
  readonly page: number
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Points, from the sheet's upper left corner. */
export function placedWords(path: string): readonly Word[] {
  return execFileSync('pdftotext', ['-bbox', path, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 })
    .split('<page ')
    .flatMap((page, number) =>
      [...page.matchAll(/<word xMin="([^"]+)" yMin="([^"]+)" xMax="([^"]+)" yMax="([^"]+)">([^<]*)</g)].map(
        ([, left, top, right, bottom, text = '']) => ({
          text,
          page: number,
          ...{ left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom) },
        }),
      ),
    )
}
