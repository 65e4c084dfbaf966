/** A .pptx file → what is in it, and what a program that opens it would have to repair. */
import { posix } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { wholeOf } from '../../src/model/content.js'
import type { EditableDeck } from '../../src/pptx/deck.js'
import { writePptx } from '../../src/pptx/writePptx.js'
import { misplaced } from './elementOrder.js'

export interface SlideFacts {
  readonly xml: string
  /** Text of the title placeholder; undefined when there is none. */
  readonly title: string | undefined
  /** Every paragraph on the slide. */
  readonly paragraphs: readonly string[]
  readonly notes: readonly string[]
  /** Targets of links, in order: addresses, and slides as `slide3`. */
  readonly links: readonly string[]
  readonly alts: readonly string[]
  readonly layout: string
}

export interface PptxFacts {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly slides: readonly SlideFacts[]
  text(path: string): string
}

/** As a file on disk has it. */
export const pptxBytes = async (deck: EditableDeck): Promise<Buffer> => Buffer.from(await wholeOf(writePptx(deck)))

export const factsOf = async (deck: EditableDeck): Promise<PptxFacts> => pptxFacts(await pptxBytes(deck))

export function pptxFacts(bytes: Uint8Array): PptxFacts {
  const files = new Map(Object.entries(unzipSync(bytes)))
  const text = (path: string): string => {
    const content = files.get(path)
    if (!content) throw new Error(`There is no ${path}.`)
    return strFromU8(content)
  }
  const count = [...files.keys()].filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path)).length
  const slides = Array.from({ length: count }, (_, index) => {
    const path = `ppt/slides/slide${index + 1}.xml`
    const xml = text(path)
    const targets = referencesIn(files, path)
    const notes = [...targets.values()].find((target) => target.includes('notesSlide'))
    return {
      xml,
      title: shapesIn(xml)
        .find((shape) => /<p:ph type="(?:ctrT|t)itle"/.test(shape))
        ?.replace(/^.*?<p:txBody>/s, ''),
      paragraphs: paragraphsIn(xml),
      notes: notes === undefined ? [] : paragraphsIn(text(notes)),
      links: [...xml.matchAll(/<a:hlinkClick r:id="([^"]+)"/g)].map(([, id = '']) =>
        (targets.get(id) ?? '').replace(/^ppt\/slides\/(.*)\.xml$/, '$1'),
      ),
      alts: [...xml.matchAll(/<p:pic>.*?descr="([^"]*)"/gs)].map(([, alt = '']) => alt),
      layout: [...targets.values()].find((target) => target.includes('slideLayout')) ?? '',
    }
  })
  return {
    files,
    text,
    slides: slides.map((slide) => ({
      ...slide,
      title: slide.title === undefined ? undefined : paragraphsIn(slide.title).join(' '),
    })),
  }
}

export const shapesIn = (xml: string): readonly string[] =>
  [...xml.matchAll(/<p:(?:sp|pic|graphicFrame)>.*?<\/p:(?:sp|pic|graphicFrame)>/gs)].map(([shape]) => shape)

export const paragraphsIn = (xml: string): readonly string[] =>
  [...xml.matchAll(/<a:p>(.*?)<\/a:p>/gs)].map(([, paragraph = '']) =>
    [...paragraph.replaceAll(/<a:br>.*?<\/a:br>/gs, '<a:t>\n</a:t>').matchAll(/<a:t>([^<]*)<\/a:t>/g)]
      .map(([, text = '']) => plain(text))
      .join(''),
  )

const plain = (text: string): string =>
  text
    .replaceAll('&#9;', '\t')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

/** Id → path inside the file, or address. */
function referencesIn(files: ReadonlyMap<string, Uint8Array>, path: string): ReadonlyMap<string, string> {
  const content = files.get(posix.join(posix.dirname(path), '_rels', `${posix.basename(path)}.rels`))
  const entries = strFromU8(content ?? new Uint8Array()).match(/<Relationship .*?\/>/g) ?? []
  return new Map(
    entries.map((entry) => {
      const value = (name: string): string => plain(new RegExp(` ${name}="([^"]*)"`).exec(entry)?.[1] ?? '')
      const outside = value('TargetMode') === 'External'
      const target = outside ? value('Target') : posix.join(posix.dirname(path), value('Target'))
      return [value('Id'), target]
    }),
  )
}

/** Faults that make PowerPoint say that a file needs repair: by the rules of the package, and of what is in it. */
export function pptxFaults({ files, text }: PptxFacts): readonly string[] {
  const faults: string[] = []
  const types = text('[Content_Types].xml')
  const typed = new Set([...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, path]) => path))
  const extensions = new Set([...types.matchAll(/Extension="([^"]+)"/g)].map(([, extension]) => extension))
  const meant = new Set<string>()
  for (const path of files.keys()) {
    if (path === '[Content_Types].xml') continue
    if (path.endsWith('.rels')) continue
    if (path.endsWith('.xml') && !typed.has(path)) faults.push(`${path} has no type of its own`)
    if (!extensions.has(posix.extname(path).slice(1))) faults.push(`${path} has no type`)
    if (!path.endsWith('.xml')) continue
    const xml = text(path)
    const references = referencesIn(files, path)
    for (const target of references.values()) if (!/^\w+:/.test(target)) meant.add(target)
    for (const [, id = ''] of xml.matchAll(/ r:(?:id|embed)="([^"]+)"/g))
      if (!references.has(id)) faults.push(`${path} refers to ${id}, which is nothing`)
    faults.push(...xmlFaults(path, xml))
  }
  for (const [, target = ''] of text('_rels/.rels').matchAll(/Target="([^"]+)"/g)) meant.add(target)
  for (const target of meant) if (!files.has(target)) faults.push(`${target} is referred to and not there`)
  for (const path of typed) if (path && !files.has(path)) faults.push(`${path} has a type and is not there`)
  for (const path of files.keys())
    if (!path.endsWith('.rels') && path !== '[Content_Types].xml' && !meant.has(path))
      faults.push(`nothing refers to ${path}`)
  return faults
}

function xmlFaults(path: string, xml: string): readonly string[] {
  const ids = [...xml.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id)
  const empty = [...xml.matchAll(/<([ap]):txBody>(.*?)<\/\1:txBody>/gs)].filter(
    ([, , body = '']) => !/<a:p[ />]/.test(body),
  )
  return [
    ...(new Set(ids).size === ids.length ? [] : [`${path} gives a number twice`]),
    ...(empty.length === 0 ? [] : [`${path} has text without a paragraph`]),
    ...(/NaN|undefined|Infinity/.test(xml.replace(/<a:t>[^<]*<\/a:t>/g, ''))
      ? [`${path} has a number that is none`]
      : []),
    ...(isBalanced(xml) ? [] : [`${path} is not well formed`]),
    ...misplaced(xml).map((fault) => `${path} has ${fault}`),
    ...tableFaults(xml).map((fault) => `${path} has ${fault}`),
  ]
}

/** Columns and rows fill the frame, and each row has a cell for each column. */
function tableFaults(xml: string): readonly string[] {
  return [...xml.matchAll(/<p:graphicFrame>.*?<\/p:graphicFrame>/gs)].flatMap(([frame]) => {
    const numbers = (pattern: RegExp) => [...frame.matchAll(pattern)].map(([, number]) => Number(number))
    const sum = (lengths: readonly number[]) => lengths.reduce((one, other) => one + other, 0)
    const [columns, rows] = [numbers(/<a:gridCol w="(\d+)"/g), numbers(/<a:tr h="(\d+)"/g)]
    const cells = [...frame.matchAll(/<a:tr .*?<\/a:tr>/gs)].map(([row]) => row.split(/<a:tc[ >]/).length - 1)
    const [, width, height] = /<a:ext cx="(\d+)" cy="(\d+)"/.exec(frame) ?? []
    return [
      ...(sum(columns) === Number(width) && sum(rows) === Number(height)
        ? []
        : ['a table that does not fill its frame']),
      ...(cells.every((count) => count === columns.length) ? [] : ['a row of a table with too few or too many cells']),
    ]
  })
}

/** What screen readers and outlines would miss. */
export function accessFaults({ slides }: PptxFacts): readonly string[] {
  return slides.flatMap(({ xml, title }, index) => {
    const pictures = shapesIn(xml).filter((shape) => shape.startsWith('<p:pic>'))
    return [
      ...(title ? [] : [`slide ${index + 1} has no title`]),
      ...pictures
        .filter((picture) => !/<p:cNvPr [^>]*descr="[^"]/.test(picture) && !picture.includes('decorative'))
        .map(() => `slide ${index + 1} has a picture that says nothing`),
      ...(/<a:r><a:rPr(?! lang=)/.test(xml) ? [`slide ${index + 1} has text in no language`] : []),
    ]
  })
}

function isBalanced(xml: string): boolean {
  const open: string[] = []
  for (const [, end, name = '', alone] of xml.matchAll(/<(\/?)([\w:]+)[^<>]*?(\/?)>/g)) {
    if (alone) continue
    if (!end) open.push(name)
    else if (open.pop() !== name) return false
  }
  return open.length === 0 && !/&(?!(?:amp|lt|gt|quot|#\d+);)/.test(xml)
}
