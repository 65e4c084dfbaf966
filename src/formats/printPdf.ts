/** The open deck, laid out for paper in one way → a finished PDF that was read back; or, aside, one that would hurt whoever reads it. */
import { type HeavyPictures, printPaper, printWhole, weightAtOnce } from '../browser/paper.js'
import { openShelf } from '../io/shelf.js'
import type { ReadyPicture } from '../model/bundle.js'
import { type Content, isLater, type Shelf } from '../model/content.js'
import { isOurs } from '../model/families.js'
import { type Finding, type PdfFault, type PdfLack, pdfHarms } from '../model/finding.js'
import type { LaidPaper, PageSample } from '../model/fitted.js'
import { faultyPath } from '../model/format.js'
import { finishPdf } from '../pdf/finish.js'
import { type LentPictures, withLent } from '../pdf/lentPictures.js'
import { readBack } from '../pdf/read/readBack.js'
import type { Sheet } from '../pdf/sheet.js'
import { UnknownPdf } from '../pdf/unknown.js'
import { propertiesOf } from './properties.js'
import type { FormatSource, Made, OpenDeck } from './source.js'

/** What is known of the pages when they are slides. */
export interface SlidePages {
  /** What must be found on each slide, once all of it is to be seen. */
  readonly samples: readonly PageSample[]
  /** What the speaker says to each slide, as a note to open; '' for nothing. */
  readonly notes?: readonly string[]
  /** Paper to place them on. */
  readonly sheet?: Sheet
}

/**
 * @param path of the PDF in the deck's folder; one that would hurt a reader goes to `….faulty.pdf` beside it
 * @param paper JavaScript for the page that gives a Paper (runtime/paper.ts); otherwise the slides, one a page
 * @param slides absent for other pages than slides
 * @returns what was found, then the PDF
 * @throws UserError (exit 3) when the browser crashes or takes too long
 */
export async function* printPdf(
  open: OpenDeck,
  source: FormatSource,
  path: string,
  paper?: string,
  slides?: SlidePages,
): AsyncGenerator<Made> {
  const shelf = openShelf()
  try {
    const heavy = heavyPictures(source, shelf)
    // Two pages would hold twice as many of them.
    const helper = slides && heavy.shelf === undefined ? open.helper : undefined
    const { printed, laid } = await printPaper(open.browser, open.report, paper, heavy, helper)
    const done =
      printed instanceof UnknownPdf
        ? printed
        : await finished(printed, laid, source, path, heavy.lent, slides, open.release)
    if (done instanceof UnknownPdf)
      yield* asPrinted(await printWhole(open.browser, laid), path, done.message, source, slides)
    else {
      for (const finding of done.findings) yield { finding }
      yield* put(withLent(done.content, heavy.lent), path, done.faults)
    }
  } finally {
    await shelf.drop()
  }
}

/** Photographs are read when the PDF is written, and what else its pictures are lies on a shelf until then, if they are many. */
function heavyPictures({ pictures, maxSize }: FormatSource, shelf: Shelf): HeavyPictures {
  const files = new Map([...pictures.values()].flatMap((each) => (each.state === 'ready' ? [[each.path, each]] : [])))
  const weightBy = (weigh: (picture: ReadyPicture) => number) =>
    [...files.values()].reduce((sum, picture) => sum + weigh(picture), 0)
  const later = [...files.values()].flatMap(({ bytes }) => (isLater(bytes) ? [[bytes.digest, bytes] as const] : []))
  const isMuch = weightBy(sizeOf) > weightAtOnce
  if (isMuch) return { lent: new Map(later), shelf, weight: weightBy(packedSize) }
  // Those few that are to be made smaller are in it from the first.
  return { lent: new Map(maxSize === undefined ? later : []), weight: 0 }
}

/** Of a photograph that lies on its side Chrome packs the pixels, which takes three quarters of them. */
const sizeOf = ({ bytes, width, height, turned }: ReadyPicture): number =>
  turned ? width * height * 2.25 : isLater(bytes) ? bytes.size : bytes.length

/** What Chrome takes apart and packs anew is in its memory in pixels, too. */
const packedSize = (picture: ReadyPicture): number => sizeOf(picture) * (picture.path.endsWith('.jpg') ? 1 : 3)

interface Finished {
  readonly content: Uint8Array
  readonly faults: readonly PdfFault[]
  /** Of its size. */
  readonly findings: readonly Finding[]
}

async function finished(
  printed: Uint8Array,
  laid: LaidPaper,
  { deck, maxSize }: FormatSource,
  path: string,
  lent: LentPictures,
  slides?: SlidePages,
  release = (): void => {},
): Promise<Finished | UnknownPdf> {
  try {
    const whole = finishPdf(printed, {
      words: propertiesOf(deck),
      ...laid,
      ...(slides?.notes ? { notes: onPages(laid, slides.notes, 'first') } : {}),
      ...(slides?.sheet ? { sheet: slides.sheet } : {}),
    })
    // Of a shape that is known. Should it still prove not to be, all is made again in another browser.
    release()
    const { withinSize } = maxSize === undefined ? {} : await import('./withinSize.js')
    const { content, findings } =
      withinSize && maxSize !== undefined
        ? await withinSize(whole, maxSize, path, lent)
        : { content: whole, findings: [] }
    // Sheets with text or slides on them are not known word by word, but none of them is blank.
    const samples = slides ? onPages(laid, slides.samples, 'last') : Array.from({ length: laid.pages }, () => anything)
    const mayBeDrawn = (font: string): boolean => !isOurs(font)
    return { content, faults: readBack(content, { ...laid, samples, mayBeDrawn }), findings }
  } catch (error) {
    if (error instanceof UnknownPdf) return error
    throw error
  }
}

const anything: PageSample = { words: [] }

const harms: ReadonlySet<string> = new Set(pdfHarms)

function* put(content: Content, path: string, faults: readonly PdfFault[]): Generator<Made> {
  const aside = faultyPath(path)
  for (const fault of faults) {
    const facts = { ...fault, file: path }
    yield {
      finding: harms.has(fault.kind)
        ? { code: 'pdf-fault', place: { line: 1 }, facts: { ...facts, aside } }
        : { code: 'pdf-flaw', place: { line: 1 }, facts },
    }
  }
  yield { file: { path: faults.some(({ kind }) => harms.has(kind)) ? aside : path, content } }
}

/** What Talkback adds, a PDF of an unknown shape does without: its pages are what people want of it. */
async function* asPrinted(
  content: Uint8Array,
  path: string,
  reason: string,
  { maxSize = Number.POSITIVE_INFINITY }: FormatSource,
  slides?: SlidePages,
): AsyncGenerator<Made> {
  if (!Buffer.from(content.subarray(0, 5)).equals(Buffer.from('%PDF-'))) {
    yield* put(content, path, [{ kind: 'unreadable', count: 1, what: reason, page: 0 }])
    return
  }
  const lacks: readonly PdfLack[] = [
    'title',
    'labels',
    'dates',
    'tags',
    ...(slides?.notes ? (['notes'] as const) : []),
    ...(slides?.sheet ? (['sheet'] as const) : []),
  ]
  if (content.length > maxSize) {
    const { tooLarge } = await import('./withinSize.js')
    yield { finding: tooLarge(path, content.length, maxSize) }
  }
  yield { finding: { code: 'pdf-unfinished', place: { line: 1 }, facts: { file: path, reason, lacks } } }
  yield { file: { path, content } }
}

/** What belongs to slides, on the first or last page of each; the labels say which pages are a slide's. */
function onPages<Value>(
  { pages, labels }: LaidPaper,
  values: readonly Value[],
  which: 'first' | 'last',
): (Value | undefined)[] {
  const numbers = labels ?? Array.from({ length: pages }, (_, index) => index + 1)
  return numbers.map((number, page) => {
    const other = which === 'first' ? numbers[page - 1] : numbers[page + 1]
    return other === number ? undefined : values[number - 1]
  })
}
