/** The pictures of several prints of one deck → each of them once: a logo stands on every slide. */
import { createHash } from 'node:crypto'
import type { PdfFile } from './file.js'
import { resourcesOf } from './read/resources.js'

export interface SharedPictures {
  /**
   * @param shift added to the print's object numbers in the whole
   * @returns for pictures that an earlier print has, too: their number in the whole
   */
  take(file: PdfFile, pages: readonly number[], shift: number): ReadonlyMap<number, number>
}

/** Pictures are the same when all their bytes are, and those of what they refer to: masks, profiles of colours. */
export function sharedPictures(): SharedPictures {
  const known = new Map<string, number>()
  return {
    take(file, pages, shift) {
      const moved = new Map<number, number>()
      const home = (object: number): number => {
        const number = object + shift
        // What is no stream is not looked at, and so not the same as in any other print.
        if (!isStream(file, object)) return number
        const print = printOf(file, object, home)
        const before = known.get(print) ?? number
        known.set(print, before)
        if (before !== number) moved.set(object, before)
        return before
      }
      for (const object of resourcesOf(file, pages).pictures)
        if (file.dictionary(object).get('Subtype') === '/Image') home(object)
      return moved
    },
  }
}

const isStream = (file: PdfFile, object: number): boolean =>
  /^\s*<</.test(file.text(object, 32)) && file.dictionary(object).has('Length')

/** @param home gives the number in the whole of what it refers to */
function printOf(file: PdfFile, object: number, home: (object: number) => number): string {
  const hash = createHash('sha256')
  for (const [name, value] of file.dictionary(object)) {
    const said = value.replace(/(\d+) 0 R/g, (_, number: string) => `${home(Number(number))} 0 R`)
    hash.update(`/${name} ${said}\n`)
  }
  return hash.update(file.packed(object)).digest('hex')
}
