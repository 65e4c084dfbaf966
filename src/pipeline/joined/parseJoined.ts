/** Several files of notes → notes of one talk: a part for each, under its title. */
import { dirname, relative, resolve } from 'node:path'
import type { Block, Heading, Notes, Source } from '../../model/notes.js'
import { blocksText } from '../../model/text.js'
import { type FrontMatter, readFrontMatter } from '../../parse/frontMatter.js'
import type { CleanSvg } from '../../parse/html/drawings.js'
import type { ReadHtml } from '../../parse/html/node.js'
import { findLanguage } from '../../parse/language.js'
import { type ParseOptions, parseNotes } from '../../parse/parse.js'
import { headingNames } from '../../plan/anchors.js'
import { isCover } from './headOf.js'
import { partsOf } from './joinSources.js'
import { moved } from './moved.js'
import { type TitledPart, titledPart } from './titledPart.js'
import { whereTheyStand } from './whereTheyStand.js'

interface Part {
  /** What links to the file lead to. */
  readonly title: Heading | undefined
  readonly shown: readonly Block[]
  /** Its path from the common folder. */
  readonly path: string
  readonly notes: Notes
}

/** As parseNotes, for whatever the source holds. */
export function parseSource(
  source: Source,
  head: FrontMatter,
  options: ParseOptions,
  readHtml?: ReadHtml,
  cleanSvg?: CleanSvg,
): Notes {
  if (source.parts === undefined) return whereTheyStand(parseNotes(source, head, options, readHtml, cleanSvg), source)
  const folder = dirname(resolve(source.file))
  const read = partsOf(source).map((one) => {
    const own = readFrontMatter(one)
    const notes = whereTheyStand(parseNotes(one, own, options, readHtml, cleanSvg), one)
    return { own, notes, file: one.file, path: relative(folder, resolve(one.file)).replaceAll('\\', '/') }
  })
  // Who wrote slides gets those slides, in however many files they are.
  const areSlides = read.every(({ notes }) => notes.read === 'slides')
  const parts = read.map(({ own, notes, file, path }, at): Part => {
    const shown = areSlides ? slidesOf(notes.blocks, own) : undefined
    const titled = shown ? undefined : titledPart(notes.blocks, own, head, file, source.parts?.[at]?.first ?? 1)
    return {
      path,
      notes,
      title: titled?.title ?? shown?.find(isHeading),
      shown: shown ?? (titled ? shownOf(path, titled) : []),
    }
  })
  const blocks = inOneDeck(parts)
  return {
    file: source.file,
    front: head.front,
    lang: options.lang === '' ? findLanguage(blocksText(blocks)) : options.lang,
    read: areSlides ? 'slides' : 'notes',
    blocks,
    findings: parts.flatMap(({ notes }) => notes.findings),
  }
}

function inOneDeck(parts: readonly Part[]): readonly Block[] {
  const names = namesIn(parts)
  let numbered = 0
  return parts.flatMap((one, part) => {
    const { blocks, footnotes } = moved(one.shown, { path: one.path, part, numbered, names })
    numbered += footnotes
    return blocks
  })
}

/** A file that is about the others is their preface. */
const shownOf = (path: string, { title, rest }: TitledPart): readonly Block[] =>
  isCover(path, 'index.md') ? rest : [title, ...rest]

/** The title slide that a tool makes of the front matter of each file. */
const slidesOf = (blocks: readonly Block[], { front }: FrontMatter): readonly Block[] =>
  blocks.flatMap((block): readonly Block[] => {
    if (block.kind !== 'cut' || !block.slide?.title) return [block]
    const { title: _, ...slide } = block.slide
    const text = [front['title']?.value ?? ''].flat().join(', ')
    const heading: Heading = { kind: 'heading', level: 1, inlines: [{ kind: 'text', text }], lines: block.lines }
    return [{ ...block, slide }, heading]
  })

function namesIn(parts: readonly Part[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const all = headingNames(parts.flatMap(({ shown }) => shown).filter(isHeading))
  return new Map(
    parts.map((part) => {
      const own = [...headingNames(part.shown.filter(isHeading))].flatMap(([heading, name]) => {
        const whole = all.get(heading)
        return whole === undefined ? [] : [[name, whole] as const]
      })
      return [part.path, new Map([['', (part.title && all.get(part.title)) ?? '/0'] as const, ...own])]
    }),
  )
}

const isHeading = (block: Block): block is Heading => block.kind === 'heading'
