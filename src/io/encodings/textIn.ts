/** Bytes and the name of their encoding → their text; what means nothing in it is U+FFFD. */

/** Windows has signs where Latin-1 has controls, and some releases of Node read the one as the other. */
const SIGNS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** @param name as TextDecoder takes it */
export function textIn(bytes: Uint8Array, name: string): string {
  const decoder = new TextDecoder(name)
  const text = decoder.decode(bytes)
  if (decoder.encoding !== 'windows-1252') return text
  return text.replace(/[\x80-\x9f]/g, (control) => SIGNS.charAt(control.charCodeAt(0) - 0x80))
}
