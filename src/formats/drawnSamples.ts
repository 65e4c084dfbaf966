/** Words to be read on pages, and the characters that no font draws → what of the words can be read: the rest is told already. */
import type { PageSample } from '../model/fitted.js'

export function drawnSamples(samples: readonly PageSample[], missing: string): readonly PageSample[] {
  const absent = new Set(missing)
  const drawn = (word: string): string =>
    Array.from(word, (character) => (absent.has(character) ? ' ' : character)).join('')
  return samples.map((sample) => ({
    ...sample,
    words: sample.words.flatMap((word) => drawn(word).split(' ').filter(Boolean)),
  }))
}
