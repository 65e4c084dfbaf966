/** Text of the notes → text that HTML can hold. The only way from notes into a page. */
import { composed } from '../model/letters.js'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Safe inside quoted attributes, which may be addresses: not a character is another one. */
const escapeExactly = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '')

/** Text that is seen, safe between tags. */
export const escapeHtml = (text: string): string => escapeExactly(composed(text))

/** ` name="value"`, or nothing for an absent value. */
export const attribute = (name: string, value: string | number | undefined): string =>
  value === undefined ? '' : ` ${name}="${escapeExactly(String(value))}"`
