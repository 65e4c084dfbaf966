/** Words to be read on pages, and the characters that no font draws → what of the words can be read: the rest is told already. */

export function drawnSamples(samples: readonly (readonly string[])[], missing: string): readonly (readonly string[])[] {
  const absent = new Set(missing)
  const drawn = (word: string): string =>
    Array.from(word, (character) => (absent.has(character) ? ' ' : character)).join('')
  return samples.map((words) => words.flatMap((word) => drawn(word).split(' ').filter(Boolean)))
}
