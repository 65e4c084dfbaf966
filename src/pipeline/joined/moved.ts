/** Blocks of one file among several → the same where the others lie: addresses from the common folder, footnotes that are told apart. */
import { posix } from 'node:path'
import { mapBlocks } from '../../model/mapBlocks.js'
import type { Block, Inline } from '../../model/notes.js'
import { isOfAnywhere, standingIn } from '../../model/standing.js'
import { decodedAddress } from '../../model/text.js'
import { withAddresses } from '../../model/withAddresses.js'

export interface Move {
  /** The file's path from the common folder. */
  readonly path: string
  /** Which of the files it is. */
  readonly part: number
  /** Footnotes of those before it. */
  readonly numbered: number
  /** By the path of each file, what its headings are called there (its title: '') → what they are called in the deck. */
  readonly names: ReadonlyMap<string, ReadonlyMap<string, string>>
}

export function moved(
  blocks: readonly Block[],
  { path: own, part, numbered, names }: Move,
): { readonly blocks: readonly Block[]; readonly footnotes: number } {
  const from = posix.dirname(own)
  let footnotes = 0
  const label = (written: string): string => (part === 0 ? written : `${written}-${part + 1}`)
  const number = (own: number): number => {
    footnotes = Math.max(footnotes, own)
    return own + numbered
  }
  /** To one of the notes: the part that it is here, or the heading that is meant there. */
  const linkFrom = (href: string): string => {
    const [path = '', anchor = ''] = href.split('#', 2)
    const headings = names.get(path === '' ? own : decodedAddress(addressFrom(from, path)))
    if (headings === undefined) return addressFrom(from, href)
    const name = decodedAddress(anchor)
    const meant = headings.get(name) ?? headings.get(name.toLowerCase())
    return meant === undefined || href === '#' ? `#${anchor}` : `#${meant}`
  }
  const inline = (one: Inline): Inline => {
    if (one.kind === 'footnote') return { ...one, label: label(one.label), number: number(one.number) }
    return 'children' in one ? { ...one, children: one.children.map(inline) } : one
  }
  const addressed = withAddresses(blocks, { picture: (src) => standingIn(from, src), link: linkFrom })
  const told = mapBlocks(
    addressed,
    (one) => one,
    (inlines) => inlines.map(inline),
  ).map((one): Block => {
    if (one.kind !== 'footnote') return one
    return { ...one, label: label(one.label), ...(one.number === undefined ? {} : { number: number(one.number) }) }
  })
  return { blocks: told, footnotes }
}

export const addressFrom = (from: string, address: string): string =>
  isOfAnywhere(address) ? address : posix.join(from, address)
