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

interface Part extends TitledPart {
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
  const parts = partsOf(source).map((one, at): Part => {
    const own = readFrontMatter(one)
    const notes = whereTheyStand(parseNotes(one, own, options, readHtml, cleanSvg), one)
    const path = relative(folder, resolve(one.file)).replaceAll('\\', '/')
    return { ...titledPart(notes.blocks, own, head, one.file, source.parts?.[at]?.first ?? 1), path, notes }
  })
  const blocks = inOneDeck(parts)
  return {
    file: source.file,
    front: head.front,
    lang: options.lang === '' ? findLanguage(blocksText(blocks)) : options.lang,
    read: 'notes',
    blocks,
    findings: parts.flatMap(({ notes }) => notes.findings),
  }
}

function inOneDeck(parts: readonly Part[]): readonly Block[] {
  const names = namesIn(parts)
  let numbered = 0
  return parts.flatMap((one, part) => {
    const { blocks, footnotes } = moved(shownOf(one), { path: one.path, part, numbered, names })
    numbered += footnotes
    return blocks
  })
}

/** A file that is about the others is their preface. */
const shownOf = ({ path, title, rest }: Part): readonly Block[] => (isCover(path, 'index.md') ? rest : [title, ...rest])

function namesIn(parts: readonly Part[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const all = headingNames(parts.flatMap(shownOf).filter(isHeading))
  return new Map(
    parts.map((part) => {
      const own = [...headingNames(shownOf(part).filter(isHeading))].flatMap(([heading, name]) => {
        const whole = all.get(heading)
        return whole === undefined ? [] : [[name, whole] as const]
      })
      return [part.path, new Map([['', all.get(part.title) ?? '/0'] as const, ...own])]
    }),
  )
}

const isHeading = (block: Block): block is Heading => block.kind === 'heading'
