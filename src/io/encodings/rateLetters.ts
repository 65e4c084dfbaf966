/** A text as an encoding of one byte a letter reads some bytes → how much it looks like a language, above or below nothing. */

/** What a language has beside the letters of ASCII, the frequent ones first. */
export type Alphabet = string

/** In which order letters come by how often, of languages written in Cyrillic. */
const CYRILLIC = 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфіїєґёъ'
const CYRILLIC_VOWEL = /[аеиоуыэюяіїєё]/g
const CYRILLIC_WORDS = 'аеийіоуявкс'

const POINTS = 1.5
/** Less for each that is more frequent. */
const LATIN_STEP = 0.15
const CYRILLIC_STEP = 0.1
const ODD = -1.5
const NEVER = -4

/** @param alphabets of which the text uses one: letters of other ones are odd in it */
export const rateLatin = (text: string, alphabets: readonly Alphabet[]): number => {
  const letters = [...text.matchAll(/[^\0-\x7f]/gu)].map(({ 0: letter, index }) => ({
    letter,
    around: [text.charAt(index - 1), text.charAt(index + 1)] as const,
  }))
  return Math.max(
    ...alphabets.map((alphabet) =>
      letters.reduce((points, { letter, around }) => points + pointsOf(letter, around, alphabet), 0),
    ),
  )
}

function pointsOf(character: string, around: readonly [string, string], alphabet: Alphabet): number {
  if (!isLetter(character)) return signPoints(character, around)
  if (isUpper(character) && isLower(around[0])) return ODD * 2
  if (!around.some(isLetter) && !/[àáéíóôê]/i.test(character)) return ODD
  const at = alphabet.indexOf(character.toLowerCase())
  return at < 0 ? ODD : POINTS - at * LATIN_STEP
}

export const rateCyrillic = (text: string): number => {
  let points = 0
  for (const { 0: sign, index } of text.matchAll(/[^\0-\x7f\p{L}]/gu))
    points += signPoints(sign, [text.charAt(index - 1), text.charAt(index + 1)])
  for (const [word] of text.matchAll(/\p{L}+/gu)) if (/[^\0-\x7f]/.test(word)) points += cyrillicWord(word)
  return points
}

function cyrillicWord(word: string): number {
  const lower = word.toLowerCase()
  const isMixed = /[a-z]/.test(lower) || /\p{Ll}\p{Lu}/u.test(word)
  const vowels = lower.match(CYRILLIC_VOWEL)?.length ?? 0
  const isWord = word.length > 3 ? vowels * 4 >= word.length : word.length > 1 || CYRILLIC_WORDS.includes(lower)
  if (isMixed || !isWord) return ODD * word.length
  return [...lower].reduce((points, letter, index) => {
    const at = CYRILLIC.indexOf(letter)
    // Words all in capitals are few; letters of other scripts, read wrongly, are often all of them.
    const isOdd = at < 0 || (index > 0 && isUpper(word.charAt(index)))
    return points + (isOdd ? ODD : POINTS - at * CYRILLIC_STEP)
  }, 0)
}

const TYPOGRAPHIC = /[“”„‘’‚–—…•·«»‹›¿¡ºª§©®™°±×÷½¼¾²³£€¥µ№\u00a0]/

/** Inside of a word there is an apostrophe at most. */
function signPoints(sign: string, [before, after]: readonly [string, string]): number {
  if (!TYPOGRAPHIC.test(sign)) return NEVER
  if (!isLetter(before) || !isLetter(after)) return 1
  if (sign === '’' || sign === '·') return POINTS
  return /[–—…\u00a0]/.test(sign) ? 1 : ODD
}

const isLetter = (character: string): boolean => character.toLowerCase() !== character.toUpperCase()
const isLower = (character: string): boolean => isLetter(character) && character === character.toLowerCase()
const isUpper = (character: string): boolean => isLetter(character) && character === character.toUpperCase()
