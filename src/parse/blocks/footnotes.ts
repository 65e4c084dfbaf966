/** Marks of footnotes and what they say → a number for each by first use, and their texts where they are to stand. */
import type { Finding } from '../../model/finding.js'
import { calledFootnotes } from '../../model/footnotes.js'
import type { Block, Footnote, Inline, Lines } from '../../model/notes.js'
import type { Token } from '../markdown.js'

export type FootnoteMark = Extract<Inline, { kind: 'footnote' }>

/** A definition in the notes, before its text is read. */
interface Place {
  /** The label as written, or made different where another definition has the same one. */
  readonly label: string
  /** Of the notes, its first. */
  readonly line: number
}

/** Filled while blocks are read, in reading order: that is the order in which the notes are numbered. */
export class FootnoteBook {
  private readonly places = new Map<string, Place[]>()
  /** By label: the one that the author wrote. */
  private readonly labels = new Map<string, string>()
  /** By label as written: the number that makes the next one with it different. */
  private readonly next = new Map<string, number>()
  private readonly numbers = new Map<string, number>()
  private readonly said = new Map<string, Footnote>()
  private readonly opened = new Map<string, number>()
  private made = 0

  /** @param lineAt the line of the notes for one that Markdown read */
  constructor(tokens: readonly Token[], lineAt: (index: number) => number) {
    for (const [index, token] of tokens.entries()) {
      if (token.type !== 'footnote_reference_open') continue
      const written = String(token.meta?.['label'])
      const first = tokens.slice(index, index + 4).find(({ map }) => map !== null)
      const known = this.places.get(written) ?? []
      known.push({ label: this.free(written), line: lineAt(first?.map?.[0] ?? 0) })
      this.places.set(written, known)
    }
  }

  /**
   * Notes that were put together from several bring the same label several times: a mark means the next one below it.
   *
   * @param line of the notes that it stands on
   */
  mark(written: string, line: number): FootnoteMark {
    const places = this.places.get(written) ?? []
    const place = places.find((each) => each.line >= line) ?? places.at(-1)
    return this.numbered(place?.label ?? written)
  }

  /** The mark of a footnote that is written where it is used, and has no label of its own. */
  markInPlace(): FootnoteMark {
    do this.made++
    while (this.labels.has(`${this.made}`))
    return this.numbered(this.free(`${this.made}`))
  }

  /** The label of the next definition that was written with this one. */
  open(written: string): string {
    const count = this.opened.get(written) ?? 0
    this.opened.set(written, count + 1)
    return this.places.get(written)?.[count]?.label ?? written
  }

  define(label: string, blocks: readonly Block[], lines: Lines): void {
    if (blocks.length > 0) this.said.set(label, { kind: 'footnote', label, blocks, lines })
  }

  /** What every footnote says, with the number of its marks. */
  all(): readonly Footnote[] {
    return [...this.said.values()].map((note) => {
      const number = this.numbers.get(note.label)
      return number === undefined ? note : { ...note, number }
    })
  }

  /** What the author reads in the notes. */
  writtenAs(label: string): string {
    return this.labels.get(label) ?? label
  }

  private numbered(label: string): FootnoteMark {
    const number = this.numbers.get(label) ?? this.numbers.size + 1
    this.numbers.set(label, number)
    return { kind: 'footnote', label, number }
  }

  private free(label: string): string {
    let name = label
    let count = this.next.get(label) ?? 2
    while (this.labels.has(name)) name = `${label}-${count++}`
    this.next.set(label, count)
    this.labels.set(name, label)
    return name
  }
}

/**
 * Puts what each footnote says at the end of the section that refers to it first; those without a mark come last.
 *
 * @param above labels that are referred to above all blocks
 */
export function placeFootnotes(
  blocks: readonly Block[],
  book: FootnoteBook,
  above: readonly string[],
): { readonly blocks: readonly Block[]; readonly findings: readonly Finding[] } {
  const footnotes = book.all()
  if (footnotes.length === 0) return { blocks, findings: [] }
  const waiting = new Map(footnotes.map((note) => [note.label, note]))
  const placed: Block[] = []
  const called = new Set<string>(above)
  const call = (block: Block): void => {
    for (const label of calledFootnotes([block])) called.add(label)
  }
  const endSection = (): void => {
    // A footnote may call others: the set grows while it is gone through.
    for (const label of called) {
      const note = waiting.get(label)
      if (note === undefined) continue
      waiting.delete(label)
      placed.push(note)
      call(note)
    }
    called.clear()
  }
  for (const block of blocks) {
    if (block.kind === 'heading' || block.kind === 'cut') endSection()
    call(block)
    placed.push(block)
  }
  endSection()
  const findings = [...waiting.values()].map(
    ({ label, lines }): Finding => ({
      code: 'footnote-unused',
      place: { line: lines[0] },
      facts: { label: book.writtenAs(label) },
    }),
  )
  return { blocks: [...placed, ...waiting.values()], findings }
}
