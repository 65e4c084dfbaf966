/** What a PDF says about itself → the same for readers that look for it as XMP (XML). */
import { writeDictionary } from './dictionary.js'

/** What a PDF says about itself; '' where there is nothing to say. */
export interface PdfWords {
  readonly title: string
  readonly author: string
  readonly subject: string
  readonly keywords: string
  /** BCP 47. */
  readonly lang: string
  /** Written as creation and change date; without one the PDF has none, which it may. */
  readonly date?: Date
}

/** @returns the text of the object, bytes as latin1 */
export function writeMetadata({ title, author, subject, keywords, lang, date }: PdfWords): string {
  const inOneLanguage = (name: string, text: string): string =>
    text === '' ? '' : `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${xml(text)}</rdf:li></rdf:Alt></${name}>\n`
  const day = date?.toISOString().replace(/\.\d+/, '')
  const dates =
    day === undefined ? '' : `<xmp:CreateDate>${day}</xmp:CreateDate>\n<xmp:ModifyDate>${day}</xmp:ModifyDate>\n`
  const packet = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
${inOneLanguage('dc:title', title)}${inOneLanguage('dc:description', subject)}${
  author === '' ? '' : `<dc:creator><rdf:Seq><rdf:li>${xml(author)}</rdf:li></rdf:Seq></dc:creator>\n`
}${lang === '' ? '' : `<dc:language><rdf:Bag><rdf:li>${xml(lang)}</rdf:li></rdf:Bag></dc:language>\n`}${
  keywords === '' ? '' : `<pdf:Keywords>${xml(keywords)}</pdf:Keywords>\n`
}<xmp:CreatorTool>Talkback</xmp:CreatorTool>
${dates}</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`
  const bytes = Buffer.from(packet, 'utf8').toString('latin1')
  const entries = new Map([
    ['Type', '/Metadata'],
    ['Subtype', '/XML'],
    ['Length', String(bytes.length)],
  ])
  return `${writeDictionary(entries)} stream\n${bytes}\nendstream`
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** XML knows no control characters, nor half a surrogate pair. */
const xml = (text: string): string =>
  text
    .replace(/\p{Surrogate}|[\ufffe\uffff]/gu, '\ufffd')
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)
