/** Source → Notes: the stages of reading messy notes, one after the other. */
import type { Finding } from '../model/finding.js'
import type { Block, Notes, Source, WayOfReading } from '../model/notes.js'
import { blocksText } from '../model/text.js'
import { dropIdleCuts, hoistAsides, settleIntroductions, withAsides } from './blocks/after.js'
import { captionPictures } from './blocks/captions.js'
import { placeFootnotes } from './blocks/footnotes.js'
import { readBlocks } from './blocks/reader.js'
import { readSteps } from './blocks/steps.js'
import { takeUnfinished } from './blocks/unfinished.js'
import { encodingFindings } from './encoding.js'
import type { FrontMatter } from './frontMatter.js'
import type { CleanSvg } from './html/drawings.js'
import type { ReadHtml } from './html/node.js'
import { endedIn } from './html/tags.js'
import { inferFromBullets } from './infer/bullets.js'
import { findLanguage } from './language.js'
import { toLines } from './lines.js'
import { readMarkdown } from './markdown.js'
import { mendLines } from './repairs/table.js'
import { findRepeatedLines } from './repeats.js'
import { breaksLines, presentsComments } from './slides/dialects.js'
import { wayOfReading } from './slides/wayOfReading.js'

export interface ParseOptions {
  /** Mend what is broken; off: CommonMark to the letter. */
  readonly repair: boolean
  /** Find headings where the notes have none. */
  readonly infer: boolean
  /** `auto`, or absent: as slides where it shows that they are some. */
  readonly read?: 'auto' | WayOfReading
  /** BCP 47; '' finds it from the text. */
  readonly lang: string
}

/**
 * Reads the body of the notes. Pure; never throws, whatever the text holds; takes time linear in its length.
 * @param readHtml from html/load.ts: whoever calls loads it, so that nobody waits for it whose notes hold no HTML
 * @param cleanSvg from there as well
 *
 * Findings are those of the front matter and of the body, in the order of their lines.
 */
export const parseNotes = (
  source: Source,
  frontMatter: FrontMatter,
  options: ParseOptions,
  readHtml?: ReadHtml,
  cleanSvg?: CleanSvg,
): Notes => {
  const written = toLines(source.text, frontMatter.bodyLine)
  const repeated = findRepeatedLines(written)

  const titled = frontMatter.front['title'] !== undefined
  const way = wayOfReading(frontMatter, options.read ?? 'auto')
  const { deck } = way
  const isWritten = way.read === 'slides'
  const { repair, infer } = options
  const head = source.text.split('\n', frontMatter.bodyLine - 1)
  const mended = mendLines(written, { repair, infer, titled, head, deck, isWritten, cleanSvg })

  const tokens = readMarkdown(mended.lines, mended.abbreviations)
  const inFront = Object.values(frontMatter.front).flatMap(({ footnotes }) => footnotes ?? [])
  const lines = { lines: mended.lines, drawings: mended.drawings, written: source.text.split('\n') }
  const ended = readHtml && endedIn(source.text)
  const readTags: ReadHtml | undefined = readHtml && ((pieces) => readHtml(pieces, ended))
  const read = readBlocks({
    ...lines,
    tokens,
    readHtml: readTags,
    repair: options.repair,
    marked: inFront,
    isPresented: isWritten && deck !== undefined && presentsComments(deck.tool),
    isWritten,
    breaksLines: isWritten && deck !== undefined && breaksLines(deck.tool),
  })

  const noted = placeFootnotes(readSteps(read.blocks), read.footnotes, inFront)
  const structured = infer && !isWritten ? inferFromBullets(noted.blocks) : { blocks: noted.blocks, findings: [] }
  const open = options.repair ? takeUnfinished(structured.blocks, lines.written, isWritten) : undefined
  const placed = withAsides(hoistAsides(open?.blocks ?? structured.blocks), [...frontMatter.asides, ...mended.asides])
  const settled = isWritten ? { blocks: placed, findings: [] } : settleIntroductions(placed)
  const ruled = isWritten ? settled.blocks.filter(isNoOtherRule) : dropIdleCuts(settled.blocks)
  const blocks = options.repair ? captionPictures(ruled) : ruled

  // Addresses, names of elements and of settings are English in any language.
  const said = [...Object.values(frontMatter.front).map(({ value }) => String(value)), blocksText(blocks)]
    .join('\n')
    .replace(/https?:\/\/[!-~]+|\b[\w-]{1,60}(?:\.[\w-]{1,60}){1,9}(?:\/[!-~]*)?/g, ' ')
  const isEmpty = blocks.every((block) => block.kind === 'aside' || block.kind === 'cut')
  const empty: readonly Finding[] = isEmpty ? [{ code: 'notes-empty', place: { line: 1 }, facts: {} }] : []
  const findings = [
    ...encodingFindings(source),
    ...frontMatter.findings,
    ...way.findings,
    ...empty,
    ...(isWritten ? [] : repeated),
    ...mended.findings,
    ...read.findings,
    ...noted.findings,
    ...structured.findings,
    ...(open?.findings ?? []),
    ...settled.findings,
  ]
  return {
    file: source.file,
    ...(source.path === undefined ? {} : { path: source.path }),
    front: frontMatter.front,
    lang: options.lang === '' ? findLanguage(said) : options.lang,
    read: way.read,
    blocks,
    findings: findings.sort((one, other) => one.place.line - other.place.line),
  }
}

/** Among written slides a rule that cuts knows what it begins; others, in HTML say, are for the look. */
const isNoOtherRule = (block: Block): boolean => block.kind !== 'cut' || block.slide !== undefined
