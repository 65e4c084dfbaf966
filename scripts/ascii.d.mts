/** The type of ascii.mjs, for its test. */
export function inAscii(code: string): string
