/** Words of two slides → how alike they are, and which of many slides are worth comparing at all. Pure. */
import { wordsIn } from '../check/wordList.js'

/** Words of a text and pairs of neighbouring ones, each once; a Chinese character is a word. */
export type Features = ReadonlySet<string>

export function featuresOf(text: string): Features {
  const words = wordsIn(text.toLowerCase())
  const features = new Set(words)
  words.forEach((word, index) => {
    if (index > 0) features.add(`${words[index - 1]} ${word}`)
  })
  return features
}

/** From 0, nothing in common, to 1, the same features. */
export function likeness(one: Features, other: Features): number {
  if (one.size === 0 || other.size === 0) return 0
  let shared = 0
  for (const feature of one) if (other.has(feature)) shared++
  return (2 * shared) / (one.size + other.size)
}

/** What more texts have than this tells none of them from the others. */
const COMMON = 16
/** How many of the texts that share most are worth a closer look. */
const CLOSEST = 6

/**
 * @returns a function that names the few of these texts (by index) that a text may be alike to, in time that does not grow
 *   with their number
 */
export function likelyAmong(texts: readonly Features[]): (text: Features) => readonly number[] {
  const places = new Map<string, number[]>()
  texts.forEach((features, index) => {
    for (const feature of features) {
      const found = places.get(feature)
      if (found) found.push(index)
      else places.set(feature, [index])
    }
  })
  return (text) => {
    const shared = new Map<number, number>()
    for (const feature of text) {
      const found = places.get(feature) ?? []
      if (found.length <= COMMON) for (const index of found) shared.set(index, (shared.get(index) ?? 0) + 1)
    }
    const closest = [...shared].sort(([a, most], [b, more]) => more - most || a - b)
    return closest.slice(0, CLOSEST).map(([index]) => index)
  }
}
