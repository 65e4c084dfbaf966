/** Pieces of sentences that several messages are made of. */

/** Notes may hold line ends and escape sequences for the terminal; a line of ours holds neither. */
export const oneLine = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\uFFFD')
    .trim()

/** `1 slide`, `2 slides`. */
export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`
