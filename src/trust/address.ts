/** An address in a picture, a style sheet or a layout → the same when it leads nowhere else: into the document, or to what it carries itself. */
const PICTURE = /^data:\s*(?:image\/(?!svg)[\w.+-]+)?\s*[;,]/i
const FONT =
  /^data:\s*(?:font\/(?:ttf|otf|woff2?|collection|sfnt)|application\/(?:x-)?font-\w+|application\/octet-stream)\s*[;,]/i
const DRAWING = /^data:\s*image\/svg\+xml\s*((?:;[^,;]*)*),([\s\S]*)$/i
const MOST_CHARACTERS = 4_000_000

/**
 * @param clean reads drawings
 * @returns undefined when it leads out
 */
export function cleanAddress(
  address: string,
  clean: (text: string) => { readonly text: string; readonly dropped: readonly string[] },
): string | undefined {
  const written = address.trim()
  if (written.startsWith('#') || PICTURE.test(written) || FONT.test(written)) return address
  const [, parameters = '', content] = DRAWING.exec(written) ?? []
  if (content === undefined || content.length > MOST_CHARACTERS) return undefined
  const text = /;\s*base64\s*$/i.test(parameters) ? fromBase64(content) : unescaped(content)
  const { text: cleaned, dropped } = clean(text)
  if (cleaned !== '' && dropped.length === 0) return address
  return cleaned === '' ? undefined : `data:image/svg+xml;base64,${Buffer.from(cleaned).toString('base64')}`
}

const fromBase64 = (content: string): string => Buffer.from(unescaped(content), 'base64').toString('utf8')

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
