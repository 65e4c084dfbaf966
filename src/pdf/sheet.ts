/** Pages of any size → the same pages on sheets of paper, centred and as large as they go, with their links and their places. */
import { readNumbers, readReference, readReferences, writeDictionary } from './dictionary.js'
import type { Revision } from './revision.js'

export interface PdfPage {
  /** Object number of the page. */
  readonly object: number
  /** Points. */
  readonly width: number
  readonly height: number
}

/** Paper, in points; and how much of it, on every side, printers may be unable to print on. */
export interface Sheet {
  readonly width: number
  readonly height: number
  readonly margin: number
}

/** How a point of the page is moved: by `scale`, then to the right and up. */
export interface Placing {
  readonly scale: number
  readonly right: number
  readonly up: number
}

export function placingOf({ width, height }: Pick<PdfPage, 'width' | 'height'>, sheet: Sheet): Placing {
  const scale = Math.min((sheet.width - 2 * sheet.margin) / width, (sheet.height - 2 * sheet.margin) / height)
  return { scale, right: (sheet.width - width * scale) / 2, up: (sheet.height - height * scale) / 2 }
}

/** A length or place in points as a PDF has it. */
export const points = (value: number): string => String(Number(value.toFixed(3)))

/** Grey and width of the line around a page: on white paper it would have no edge. */
const edge = '0.8 G 0.5 w'

/** Content keeps its bytes; a stream before it and one behind it move what it draws. */
export function placeOnSheets(revision: Revision, pages: readonly PdfPage[], sheet: Sheet): void {
  const placings = new Map(pages.map((page) => [page.object, placingOf(page, sheet)]))
  const streams = new Map<string, number>()
  const streamOf = (content: string): string => {
    const object = streams.get(content) ?? revision.add(stream(content))
    streams.set(content, object)
    return `${object} 0 R`
  }
  for (const [page, placing] of placings) {
    const { scale, right, up } = placing
    const factor = String(Number(scale.toFixed(6)))
    const before = streamOf(`q ${factor} 0 0 ${factor} ${points(right)} ${points(up)} cm`)
    const frame = [right, up, sheet.width - 2 * right, sheet.height - 2 * up].map(points).join(' ')
    const after = streamOf(`Q /Artifact BMC ${edge} ${frame} re S EMC`)
    const entries = revision.dictionary(page)
    const content = readReferences(entries.get('Contents')).map((object) => `${object} 0 R`)
    revision.change(page, [
      ['MediaBox', `[0 0 ${points(sheet.width)} ${points(sheet.height)}]`],
      ['Contents', `[${[before, ...content, after].join(' ')}]`],
    ])
    for (const annotation of readReferences(entries.get('Annots'))) {
      const [left = 0, bottom = 0, end = 0, top = 0] = readNumbers(revision.dictionary(annotation).get('Rect'))
      const rect = [...moved(left, bottom, placing), ...moved(end, top, placing)]
      revision.change(annotation, [['Rect', `[${rect.map(points).join(' ')}]`]])
    }
  }
  placeDestinations(revision, placings)
}

export const moved = (x: number, y: number, { scale, right, up }: Placing): readonly [number, number] => [
  x * scale + right,
  y * scale + up,
]

/** `[6 0 R /XYZ 90 400 0]`. */
const place = /^\[ ?(\d+) 0 R \/XYZ (-?[\d.]+) (-?[\d.]+) 0 ?\]$/

function placeDestinations(revision: Revision, placings: ReadonlyMap<number, Placing>): void {
  const object = readReference(revision.dictionary(revision.catalogue).get('Dests'))
  if (object === undefined) return
  const entries = [...revision.dictionary(object)].map(([name, value]) => {
    const [, page, x, y] = place.exec(value) ?? []
    const placing = placings.get(Number(page))
    if (placing === undefined) return [name, value] as const
    const [left, top] = moved(Number(x), Number(y), placing)
    return [name, `[${page} 0 R /XYZ ${points(left)} ${points(top)} 0]`] as const
  })
  revision.replace(object, new Map(entries))
}

const stream = (content: string): string =>
  `${writeDictionary(new Map([['Length', String(content.length)]]))} stream\n${content}\nendstream`
