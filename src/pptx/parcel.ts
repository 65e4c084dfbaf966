/** Parts of the file, their kinds and what they refer to → one zip, part by part, the same bytes every time. */
import { type LaterBytes, wholeOf } from '../model/content.js'
import { tag } from './xml.js'
import { newZip } from './zip.js'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const KINDS = {
  font: `${OFFICE}/font`,
  hyperlink: `${OFFICE}/hyperlink`,
  image: `${OFFICE}/image`,
  notesMaster: `${OFFICE}/notesMaster`,
  notesSlide: `${OFFICE}/notesSlide`,
  officeDocument: `${OFFICE}/officeDocument`,
  properties: `${OFFICE}/extended-properties`,
  core: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
  slide: `${OFFICE}/slide`,
  slideLayout: `${OFFICE}/slideLayout`,
  slideMaster: `${OFFICE}/slideMaster`,
  theme: `${OFFICE}/theme`,
} as const

/** What one part refers to. */
export interface References {
  /** @param target path from the file's root, or an address out of it; the same one twice is one reference. Gives its id. */
  to(kind: keyof typeof KINDS, target: string): string
}

export interface Parcel {
  /** @param path from the file's root; its references are relative to it */
  referencesOf(path: string): References
  add(path: string, contentType: string, content: string): void
  /** A picture or a font. */
  addFile(path: string, bytes: Uint8Array | LaterBytes): void
  /** @param date that every part carries */
  pack(date: Date): AsyncGenerator<Uint8Array>
}

interface Reference {
  readonly kind: keyof typeof KINDS
  readonly target: string
}

export function newParcel(): Parcel {
  const texts = new Map<string, { readonly contentType: string; readonly content: string }>()
  const files = new Map<string, Uint8Array | LaterBytes>()
  const references = new Map<string, Reference[]>()
  return {
    referencesOf(path) {
      const list: Reference[] = []
      references.set(path, list)
      return {
        to(kind, target) {
          const known = list.findIndex((one) => one.kind === kind && one.target === target)
          return `rId${known < 0 ? list.push({ kind, target }) : known + 1}`
        },
      }
    },
    add: (path, contentType, content) => texts.set(path, { contentType, content }),
    addFile: (path, bytes) => files.set(path, bytes),
    async *pack(date) {
      const zip = newZip(date)
      const encoder = new TextEncoder()
      const types = contentTypes(
        [...texts].map(([path, { contentType }]) => [path, contentType]),
        [...files.keys()],
      )
      yield* zip.add('[Content_Types].xml', encoder.encode(types), true)
      for (const [path, list] of references)
        if (list.length > 0) yield* zip.add(besides(path), encoder.encode(referencesXml(path, list)), true)
      for (const [path, { content }] of texts) yield* zip.add(path, encoder.encode(content), true)
      // Pictures are packed already: they are stored as they are.
      for (const [path, bytes] of files) yield* zip.add(path, await wholeOf(bytes), /\.(?:svg|fntdata)$/.test(path))
      yield* zip.end()
    },
  }
}

/** `ppt/slides/slide1.xml` → `ppt/slides/_rels/slide1.xml.rels`. */
const besides = (path: string): string => path.replace(/([^/]*)$/, '_rels/$1.rels')

function referencesXml(path: string, list: readonly Reference[]): string {
  const entries = list.map(({ kind, target }, index) => {
    const outside = kind === 'hyperlink'
    const Target = outside ? target : relative(path, target)
    return tag('Relationship', {
      Id: `rId${index + 1}`,
      Type: KINDS[kind],
      Target,
      TargetMode: outside ? 'External' : undefined,
    })
  })
  return (
    HEAD + tag('Relationships', { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' }, ...entries)
  )
}

function relative(from: string, to: string): string {
  const [above, below] = [from.split('/').slice(0, -1), to.split('/')]
  while (above.length > 0 && above[0] === below[0]) {
    above.shift()
    below.shift()
  }
  return [...above.map(() => '..'), ...below].join('/')
}

const FILES: Readonly<Record<string, string>> = {
  fntdata: 'application/x-fontdata',
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  bmp: 'image/bmp',
  svg: 'image/svg+xml',
}

function contentTypes(texts: readonly (readonly [path: string, type: string])[], files: readonly string[]): string {
  const extensions = [...new Set(files.map((path) => path.replace(/^.*\./, '')))].sort()
  return (
    HEAD +
    tag(
      'Types',
      { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
      tag('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
      tag('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      ...extensions.map((extension) =>
        tag('Default', { Extension: extension, ContentType: FILES[extension] ?? `image/${extension}` }),
      ),
      ...texts.map(([path, type]) => tag('Override', { PartName: `/${path}`, ContentType: type })),
    )
  )
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
