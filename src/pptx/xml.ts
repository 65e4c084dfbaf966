/** Names, attributes and content → XML. The only way that text reaches a part of the file. */

export type Attributes = Readonly<Record<string, string | number | undefined>>

/** @param attributes in the order they are written; those that are undefined are left out */
export function tag(name: string, attributes: Attributes = {}, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('')
  const content = children.join('')
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`
}

/** A part of the file: one element with the namespaces that all of ours may use. */
export const xmlPart = (name: string, attributes: Attributes, ...children: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${tag(name, { ...NAMESPACES, ...attributes }, ...children)}`

const NAMESPACES = {
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
}

/** Characters that XML can't hold at all, as a reference either, are left out. */
export const escapeXml = (text: string): string =>
  text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, '')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
    // Within attributes, parsers make spaces of these.
    .replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
