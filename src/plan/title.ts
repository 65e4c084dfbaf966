/** The tree, front matter and file name → the talk's title, and the tree below it. */
import type { Inline, Lines, Notes } from '../model/notes.js'
import { plainText } from '../model/text.js'
import type { Settings } from '../settings/table.js'
import { type NamedTalk, talkOfFile } from './fileName.js'
import { type FootnoteMark, marksIn, withoutMarks } from './footnotes.js'
import { frontMarks } from './frontMarks.js'
import { leadingHeading, titleHeading } from './titleHeading.js'
import type { Branch, Tree } from './tree.js'

export interface Title {
  readonly inlines: readonly Inline[]
  readonly lines: Lines
  /** What a heading says that stood as a title but is none: the front matter names another. Becomes the subtitle. */
  readonly second: string
  /** Behind what it says. */
  readonly secondMarks: readonly FootnoteMark[]
  /** What the name of the file says beside the title, where that is the title. */
  readonly named: NamedTalk['facts']
  /** All but the title heading; its own content is the preface. */
  readonly body: Tree
}

/** @param settings `title` outranks the notes; `sections` and `slides` may claim the first heading's level */
export function findTitle(
  tree: Tree,
  notes: Pick<Notes, 'file' | 'path' | 'front' | 'blocks'>,
  settings: Pick<Settings, 'title' | 'sections' | 'slides' | 'subtitle'>,
): Title {
  const leading = settings.sections || settings.slides ? undefined : leadingHeading(tree)
  const agrees = settings.title === '' || (leading && same(plainText(leading.heading.inlines), settings.title))
  const heading = titleHeading(tree) ?? (agrees ? leading : undefined)
  const claimed =
    heading && [settings.sections, settings.slides].some((level) => level && level <= heading.heading.level)
  const body = heading && !claimed ? below(tree, heading) : tree
  const written = heading?.heading

  if (settings.title === '') {
    const talk = written ? undefined : talkOfFile(notes.path ?? notes.file)
    const inlines = written?.inlines ?? [textOf(talk?.title ?? '')]
    return { inlines, lines: written?.lines ?? [1, 1], second: '', secondMarks: [], named: talk?.facts ?? {}, body }
  }
  const line = notes.front['title']?.line ?? 1
  const lines: Lines = written?.lines ?? [line, line]
  const marks = frontMarks(notes, 'title', settings.title)
  const inlines = [textOf(settings.title), ...marks]
  if (!written || claimed) return { inlines, lines, second: '', secondMarks: [], named: {}, body }
  if (same(plainText(written.inlines), settings.title))
    return { inlines: [...written.inlines, ...marks], lines, second: '', secondMarks: [], named: {}, body }

  // Front matter says one thing, the first heading another: both are kept.
  if (settings.subtitle === '' && isPlain(withoutMarks(written.inlines)))
    return {
      inlines,
      lines,
      second: plainText(written.inlines).trim(),
      secondMarks: marksIn(written.inlines),
      named: {},
      body,
    }
  return {
    inlines,
    lines,
    second: '',
    secondMarks: [],
    named: {},
    body: { ...body, blocks: [written, ...body.blocks] },
  }
}

/** A heading goes, and what stands under it moves up. */
export const below = (tree: Tree, branch: Branch): Tree => ({
  blocks: [...tree.blocks, ...branch.blocks],
  asides: [...tree.asides, ...branch.asides],
  children: [...branch.children, ...tree.children.filter((child) => child !== branch)],
})

/** Text and emphasis only: can be shown as plain text without losing a link or a picture. */
export const isPlain = (inlines: readonly Inline[]): boolean =>
  inlines.every(
    (inline) =>
      inline.kind === 'text' ||
      ((inline.kind === 'strong' || inline.kind === 'em' || inline.kind === 'strike') && isPlain(inline.children)),
  )

const textOf = (text: string): Inline => ({ kind: 'text', text })
const same = (one: string, other: string): boolean => essence(one) === essence(other)
const essence = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
