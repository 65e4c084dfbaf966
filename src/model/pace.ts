/** Text → about how long it takes to say: Chinese counted by characters, everything else by words. */

/** Calm speech to a room, with its pauses. */
const perMinute = { characters: 220, words: 130 }

/** Even a slide of three words stands for a moment, in seconds. */
const shortest = 5

// Spelled out, as \p{Script=Han} and its like take milliseconds to compile.
const character =
  '\\u3005-\\u3007\\u3040-\\u30ff\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}'
const characters = new RegExp(`[${character}]`, 'gu')
// An apostrophe, a point or a hyphen inside a word makes no second one: `don't`, `1.12`, `cloud-native`.
const words = new RegExp(
  `(?:(?![${character}])[\\p{L}\\p{N}\\p{M}])+(?:['’.\\-](?:(?![${character}])[\\p{L}\\p{N}\\p{M}])+)*`,
  'gu',
)

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0

/**
 * @param shown what stands on a slide
 * @param said its speaker notes; whoever has them says them instead, so the longer of the two counts
 * @returns whole seconds
 */
export const secondsToSay = (shown: string, said = ''): number =>
  Math.max(shortest, Math.round(Math.max(speech(shown), speech(said))))

const speech = (text: string): number =>
  (count(text, characters) / perMinute.characters + count(text, words) / perMinute.words) * 60

/** `4:05`, `1:02:30`; negative times have no sign. */
export function clockTime(seconds: number): string {
  const whole = Math.abs(Math.trunc(seconds))
  const two = (value: number): string => String(value).padStart(2, '0')
  const minutes = Math.trunc(whole / 60)
  const head = minutes < 60 ? `${minutes}` : `${Math.trunc(minutes / 60)}:${two(minutes % 60)}`
  return `${head}:${two(whole % 60)}`
}
