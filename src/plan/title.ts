/** The tree, front matter and file name → the talk's title, and the tree below it. */
import type { Inline, Lines, Notes } from '../model/notes.js'
import { plainText } from '../model/text.js'
import type { Settings } from '../settings/table.js'
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
    const inlines = written?.inlines ?? [textOf(titleOfFile(notes.path ?? notes.file))]
    return { inlines, lines: written?.lines ?? [1, 1], second: '', secondMarks: [], body }
  }
  const line = notes.front['title']?.line ?? 1
  const lines: Lines = written?.lines ?? [line, line]
  const marks = frontMarks(notes, 'title', settings.title)
  const inlines = [textOf(settings.title), ...marks]
  if (!written || claimed) return { inlines, lines, second: '', secondMarks: [], body }
  if (same(plainText(written.inlines), settings.title))
    return { inlines: [...written.inlines, ...marks], lines, second: '', secondMarks: [], body }

  // Front matter says one thing, the first heading another: both are kept.
  if (settings.subtitle === '' && isPlain(withoutMarks(written.inlines)))
    return { inlines, lines, second: plainText(written.inlines).trim(), secondMarks: marksIn(written.inlines), body }
  return { inlines, lines, second: '', secondMarks: [], body: { ...body, blocks: [written, ...body.blocks] } }
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

/** What Notion puts behind the name of a page that it exports. */
const notionId = /(?<=\S)[ _-][\da-f]{32}$/i

/** `talks/kubecon-2017-day-1.md` → `Kubecon 2017 day 1`, a day as it is written; a README is named after its folder. */
export function titleOfFile(file: string): string {
  const parts = file.split(/[\\/]/).filter((part) => part !== '' && part !== '.' && part !== '..')
  const name = (parts.at(-1) ?? '').replace(/(?<=.)\.[a-z]{1,8}$/i, '').replace(notionId, '')
  const base = /^(?:readme|index)$/i.test(name) ? (parts.at(-2) ?? name) : name
  const words = base.replace(/((?<!\d)\d{4}-\d\d-\d\d(?!\d))|[-_\s]+/g, (_, day?: string) => day ?? ' ').trim()
  const [first = '', ...rest] = words
  return first.toUpperCase() + rest.join('')
}
