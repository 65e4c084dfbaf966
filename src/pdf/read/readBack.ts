/** A finished PDF and what it ought to be → what is wrong with it; nothing, if it may be given to people. */
import type { PdfFault } from '../../model/finding.js'
import type { Bookmark, PageSample } from '../../model/fitted.js'
import { openPdf, type PdfFile, pagesOf } from '../file.js'
import { readFonts } from './fonts.js'
import { readLinks } from './links.js'
import { readOutline } from './outline.js'
import { folded, pageReader } from './pageContent.js'

/** What a PDF was to become. */
export interface Intent {
  readonly pages: number
  readonly bookmarks: readonly Bookmark[]
  /** For each page, what must be found on it; undefined for pages that show only part of that. */
  readonly samples: readonly (PageSample | undefined)[]
  /** Whether a font, by its name without the prefix of a subset, is drawn as Type 3 for good reason. */
  readonly mayBeDrawn: (font: string) => boolean
}

/**
 * Reads the bytes as any reader of PDFs would, by their own table of objects, and believes nothing else. Linear. Throws
 * UnknownPdf when they are not of the shape that Chrome writes: whether something is wrong with them can't be said then.
 */
export const readBack = (bytes: Uint8Array, intent: Intent): readonly PdfFault[] => faultsIn(openPdf(bytes), intent)

interface Place {
  readonly what: string
  readonly page: number
}

function faultsIn(file: PdfFile, { pages: wanted, bookmarks, samples, mayBeDrawn }: Intent): readonly PdfFault[] {
  const pages = pagesOf(file)
  const outline = readOutline(file, pages)
  const lost = bookmarks.filter(({ title, page }, index) => {
    const found = outline[index]
    return found?.page !== page || folded(found.title) !== folded(title)
  })
  const links = readLinks(file, pages).filter(({ alive }) => !alive)
  const fonts = readFonts(file, pages).map((font) => ({ ...font, what: font.name.replace(/^[A-Z]{6}\+/, ''), page: 0 }))
  const drawn = fonts.filter(({ type, what }) => type === 'Type3' && !mayBeDrawn(what))

  const read = pageReader(file)
  const blank: Place[] = []
  const unsaid: Place[] = []
  for (const [index, object] of pages.entries()) {
    const content = read(object)
    const sample = samples[index]
    if (content.blank && sample && !sample.empty) blank.push({ what: '', page: index + 1 })
    const missing = sample?.words.find((word) => !content.letters.includes(folded(word)))
    if (missing !== undefined) unsaid.push({ what: missing, page: index + 1 })
  }
  return [
    ...(pages.length === wanted
      ? []
      : [{ kind: 'pages', count: wanted, what: String(pages.length), page: 0 } as const]),
    ...fault(
      'bookmark',
      lost.map(({ title, page }) => ({ what: title, page })),
    ),
    ...fault(
      'link',
      links.map(({ name, page }) => ({ what: name, page })),
    ),
    ...fault(
      'font-absent',
      fonts.filter(({ embedded }) => !embedded),
    ),
    ...fault('font-drawn', drawn),
    ...fault('text', unsaid),
    ...fault('blank', blank),
  ]
}

function fault(kind: PdfFault['kind'], places: readonly Place[]): readonly PdfFault[] {
  const [first] = places
  return first === undefined ? [] : [{ kind, count: places.length, what: first.what, page: first.page }]
}
