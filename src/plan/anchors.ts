/** Headings of the notes, and the slides that have them → what a link within the notes may name, and which slide it leads to. */
import type { Slide } from '../model/deck.js'
import type { Block, Heading, Notes } from '../model/notes.js'
import { decodedAddress, plainText } from '../model/text.js'
import { visitBlocks } from '../model/visit.js'

/** Names in the order in which they count: a link to `#agenda` means the author's own heading, and no slide that the deck makes. */
export interface Anchors {
  /** Names that the author gave, `## Title {#name}`. */
  readonly own: ReadonlyMap<string, string>
  /** Names that headings have on GitHub. */
  readonly slugs: ReadonlyMap<string, string>
  /** Other sites make other names of the same letters. */
  readonly letters: ReadonlyMap<string, string>
  readonly ids: ReadonlySet<string>
  /** In their order, as reveal.js counts them. */
  readonly slides: readonly string[]
}

export function anchorsOf(blocks: Notes['blocks'], slides: readonly Slide[]): Anchors {
  const places = placesOf(blocks, slides)
  const own = new Map<string, string>()
  const slugs = new Map<string, string>()
  const letters = new Map<string, string>()
  for (const [heading, name] of headingNames([...places.keys()])) {
    const slide = places.get(heading)
    if (slide === undefined) continue
    put(own, heading.attributes?.['id'] ?? '', slide)
    put(slugs, name, slide)
    put(letters, lettersOf(name), slide)
  }
  const ids = slides.map(({ id }) => id)
  return { own, slugs, letters, ids: new Set(ids), slides: ids }
}

/** As GitHub names them: `whats-new`, the second of a name `whats-new-1`. */
export function headingNames(headings: readonly Heading[]): ReadonlyMap<Heading, string> {
  const counts = new Map<string, number>()
  // Those that were inferred have no name anywhere else, and must not count among those that have.
  const ordered = [...headings].sort((one, other) => Number(isInferred(one)) - Number(isInferred(other)))
  return new Map(
    ordered.map((heading) => {
      const name = slugOf(plainText(heading.inlines))
      const count = counts.get(name) ?? 0
      counts.set(name, count + 1)
      return [heading, count === 0 ? name : `${name}-${count}`]
    }),
  )
}

const isInferred = ({ inferred }: Heading): boolean => inferred !== undefined

const put = (names: Map<string, string>, name: string, slide: string): void => {
  if (name !== '' && !names.has(name)) names.set(name, slide)
}

/** A heading with no slide of its own leads to the one that begins right below it. */
function placesOf(blocks: readonly Block[], slides: readonly Slide[]): ReadonlyMap<Heading, string | undefined> {
  // A title slide that no heading made stands on the first line, with the first heading: the later of two has that.
  const shown = slides
    .filter(({ kind }) => kind !== 'agenda' && kind !== 'closing')
    .sort((one, other) => one.lines[0] - other.lines[0])
  const found = new Map<Heading, string | undefined>()
  let at = shown.length - 1
  let below: string | undefined
  for (const block of [...blocks].reverse()) {
    while (at > 0 && !startsAbove(shown[at], block.lines[0])) at--
    const slide = shown[at]
    const around =
      slide && startsAbove(slide, block.lines[0]) && slide.lines[1] >= block.lines[0] ? slide.id : undefined
    if (block.kind === 'heading') {
      below = around ?? below
      found.set(block, below)
    } else if (block.kind !== 'aside') {
      below = undefined
      visitBlocks([block], (inner) => {
        if (inner.kind === 'heading') found.set(inner, around)
      })
    }
  }
  return new Map([...found].reverse())
}

const startsAbove = (slide: Slide | undefined, line: number): boolean => slide !== undefined && slide.lines[0] <= line

/** As GitHub makes them: `## 一、What’s new?` → `一whats-new`. */
const slugOf = (title: string): string =>
  title
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')

const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')

/**
 * @param href with its `#`: a name, or reveal.js's `#/name` and `#/4`, the fifth slide
 * @returns the id of a slide
 */
export function slideMeant(href: string, { own, slugs, letters, ids, slides }: Anchors): string | undefined {
  const written = decodedAddress(href.slice(1))
  const number = /^\/(\d{1,5})(?:\/0?)?$/.exec(written)?.[1]
  if (number !== undefined) return slides[Number(number)]
  // A slide in a column of slides, which ours are not.
  if (/^\/\d+\//.test(written)) return undefined
  const name = written.replace(/^\//, '')
  const lower = name.toLowerCase()
  const named = own.get(name) ?? slugs.get(name) ?? slugs.get(lower) ?? (ids.has(name) ? name : undefined)
  return named ?? letters.get(lettersOf(name)) ?? (lower === 'top' ? slides[0] : undefined)
}
