/** The tree, front matter and file name → the talk's title, and the tree below it. */
import type { Inline, Lines, Notes } from '../model/notes.js'
import { plainText } from '../model/text.js'
import type { Settings } from '../settings/table.js'
import { type FootnoteMark, marksIn, withoutMarks } from './footnotes.js'
import { frontMarks } from './frontMarks.js'
import { type Branch, isEmpty, type Tree } from './tree.js'

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
  const heading = titleHeading(tree)
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

/**
 * The one heading that stands first and above all others, or as the cover of all others. A level that was inferred is a guess, so an inferred
 * heading must have others below it.
 */
function titleHeading({ children }: Tree): Branch | undefined {
  const [only, ...others] = children
  if (!only) return undefined
  if (others.length > 0) return isCover(only) && !others.some(isCover) ? only : undefined
  if (only.heading.inferred !== undefined && only.children.length === 0) return undefined
  return only.heading.level === 1 || only.children.length > 0 ? only : undefined
}

/** Notion writes a page's properties under its title (`Created: …`, `Tags: …`), and its text on the title's own level. */
function isCover({ heading, blocks, children }: Branch): boolean {
  const [first] = blocks
  if (heading.level !== 1 || children.length > 0 || first?.kind !== 'list' || first.items.length < 2) return false
  return first.items.every(({ blocks: [line, ...more] }) => {
    return more.length === 0 && line?.kind === 'paragraph' && property.test(plainText(line.inlines))
  })
}

const property = /^\p{L}[\p{L} ]{1,19}[:：]\s*\S/u

const below = (tree: Tree, branch: Branch): Tree => ({
  blocks: [...tree.blocks, ...branch.blocks],
  asides: [...tree.asides, ...branch.asides],
  children: [...branch.children, ...tree.children.filter((child) => child !== branch)],
})

/**
 * A lone heading right below the title that holds all the rest names the speaker or the event: `## Jane Doe, Acme`.
 * @returns its text and the tree below it; undefined when the tree is not of that shape
 */
export function loneHeading(body: Tree): { readonly text: string; readonly body: Tree } | undefined {
  const [only, ...others] = body.children
  if (!only || others.length > 0 || body.blocks.length > 0 || only.blocks.length > 0) return undefined
  if (only.children.every(isEmpty) || !isPlain(only.heading.inlines)) return undefined
  return { text: plainText(only.heading.inlines), body: below(body, only) }
}

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

/** `talks/kubecon-2017-day-1.md` → `Kubecon 2017 day 1`; a README is named after its folder. */
export function titleOfFile(file: string): string {
  const parts = file.split(/[\\/]/).filter((part) => part !== '' && part !== '.' && part !== '..')
  const name = (parts.at(-1) ?? '').replace(/(?<=.)\.[a-z]{1,8}$/i, '').replace(notionId, '')
  const base = /^(?:readme|index)$/i.test(name) ? (parts.at(-2) ?? name) : name
  const words = base.replace(/[-_\s]+/g, ' ').trim()
  const [first = '', ...rest] = words
  return first.toUpperCase() + rest.join('')
}
