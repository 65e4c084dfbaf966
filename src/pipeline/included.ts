/** Notes → the same with the files that they ask for in their places, each line with the file that it comes from. */
import { dirname, join, relative, resolve } from 'node:path'
import { type TextReader, textReader } from '../io/namedText.js'
import type { NamedEncoding } from '../io/readNotes.js'
import type { NotesPart, UnreadFile } from '../model/joined.js'
import type { Source } from '../model/notes.js'
import { readFrontMatter } from '../parse/frontMatter.js'
import type { Ask, Placed } from '../parse/includes/ask.js'
import { asksIn, mayAsk } from '../parse/includes/asks.js'
import type { Tool } from '../parse/slides/signs.js'

/** Files within files. */
const DEEPEST = 16
/** Files. */
const MOST_FILES = 1000
/** Characters that the notes may have with all that they ask for. */
const MOST_TEXT = 8 * 1024 * 1024
/** Characters of all files that are read for it: of a long one a line may be asked for again and again. */
const MOST_READ = 4 * MOST_TEXT

interface PlacedLine {
  readonly text: string
  /** Absolute path of the file that it stands in. */
  readonly path: string
  readonly line: number
  readonly unread?: Omit<UnreadFile, 'line'>
}

export interface IncludeOptions {
  /** Path of the notes, where that is not what they are called. */
  readonly path?: string
  readonly encoding?: NamedEncoding
  /** Has a file of this name brought to the disk, before it is looked for. */
  readonly bring?: (name: string) => Promise<void>
}

/** Notes that ask for nothing are given back as they are. */
export async function withIncluded(source: Source, options: IncludeOptions = {}): Promise<Source> {
  if (!mayAsk.test(source.text)) return source
  const { deck, front } = readFrontMatter(source)
  // CommonMark to the letter knows of no other files.
  if (front['repair']?.value === false && deck === undefined) return source
  const path = resolve(options.path ?? source.file)
  const work = new Including(textReader(dirname(path), options.encoding), options.bring, deck?.tool, source.text.length)
  const lines = await work.expand(linesOf(source.text, path), [path])
  if (work.files.size === 0 && !lines.some(({ unread }) => unread)) return source
  const called = (file: string): string =>
    file === path ? source.file : join(dirname(source.file), relative(dirname(path), file))
  return {
    ...source,
    text: lines.map((line) => line.text).join('\n'),
    included: {
      spans: spansOf(lines, called),
      unread: lines.flatMap(({ unread }, index) => (unread ? [{ ...unread, line: index + 1 }] : [])),
      files: [...work.files],
    },
  }
}

const linesOf = (text: string, path: string): readonly PlacedLine[] =>
  text.split('\n').map((text, index) => ({ text, path, line: index + 1 }))

/** Lines that follow each other in one file are one stretch. */
function spansOf(lines: readonly PlacedLine[], called: (file: string) => string): readonly NotesPart[] {
  const spans: NotesPart[] = []
  let before: PlacedLine | undefined
  for (const [index, line] of lines.entries()) {
    if (before === undefined || line.path !== before.path || line.line !== before.line + 1)
      spans.push({ file: called(line.path), first: index + 1, line: line.line })
    before = line
  }
  return spans
}

class Including {
  /** Paths that were looked at. */
  readonly files = new Set<string>()
  /** What was not found, by folder and name: it is looked for in many places. */
  private readonly lacking = new Map<string, Lack>()
  private asked = 0
  private read = 0

  constructor(
    private readonly reader: TextReader,
    private readonly bring: IncludeOptions['bring'],
    private readonly tool: Tool | undefined,
    private characters: number,
  ) {}

  /** @param within paths of the files that ask for each other, from the notes on */
  async expand(lines: readonly PlacedLine[], within: readonly string[]): Promise<readonly PlacedLine[]> {
    const texts = lines.map(({ text }) => text)
    const asks = asksIn({ texts, tool: this.tool })
    const pieces: (readonly PlacedLine[])[] = []
    let at = 0
    for (const ask of asks) {
      pieces.push(lines.slice(at, ask.at), await this.placed(ask, lines, within))
      at = ask.at + ask.taken
    }
    return [...pieces, lines.slice(at)].flat()
  }

  private async placed(
    ask: Ask,
    lines: readonly PlacedLine[],
    within: readonly string[],
  ): Promise<readonly PlacedLine[]> {
    const asking = lines.slice(ask.at, ask.at + ask.taken)
    const by = lines[ask.by]
    const from = by?.path ?? ''
    const found = await this.partOf(ask, dirname(from), within)
    if ('lack' in found) {
      const unread = {
        path: ask.path,
        lack: found.lack,
        ...(found.reason === undefined ? {} : { reason: found.reason }),
      }
      return ask.mayBeOther && found.lack === 'missing'
        ? asking
        : asking.map((line) => (line === by ? { ...line, unread } : line))
    }
    const standing = found.lines.map(({ text, line, own }): PlacedLine => {
      const asker = own === undefined ? undefined : lines[own]
      return asker ? { text, path: asker.path, line: asker.line } : { text, path: found.path, line }
    })
    return this.expand(standing, [...within, found.path])
  }

  private async partOf(ask: Ask, folder: string, within: readonly string[]): Promise<FoundPart | Lack> {
    if (within.length > DEEPEST) return { lack: 'deep' }
    if (++this.asked > MOST_FILES || this.read > MOST_READ) return { lack: 'large' }
    const name = `${folder}\0${ask.path}`
    const lack = this.lacking.get(name)
    if (lack !== undefined) return lack
    await this.bring?.(ask.path)
    const found = await this.reader.read(ask.path, folder)
    if ('lack' in found) {
      this.lacking.set(name, found)
      for (const place of this.reader.places(ask.path, folder)) this.files.add(place)
      return found
    }
    this.files.add(found.path)
    if (within.includes(found.path)) return { lack: 'circle' }
    this.read += found.text.length
    const lines = ask.place(found.text)
    if (lines === undefined) return { lack: 'part' }
    this.characters += lines.reduce((sum, { text }) => sum + text.length + 1, 0)
    return this.characters > MOST_TEXT ? { lack: 'large' } : { path: found.path, lines }
  }
}

interface FoundPart {
  readonly path: string
  readonly lines: readonly Placed[]
}

type Lack = Pick<UnreadFile, 'lack' | 'reason'>
