/** A slide → the same with its links leading elsewhere. */
import type { Slide } from './deck.js'
import { mapBlocks } from './mapBlocks.js'
import type { Block, Inline } from './notes.js'

export function withLinks(slide: Slide, address: (href: string) => string): Slide {
  const line = (inlines: readonly Inline[]): readonly Inline[] =>
    inlines.map((one): Inline => {
      if (!('children' in one)) return one
      const children = line(one.children)
      return one.kind === 'link' ? { ...one, href: address(one.href), children } : { ...one, children }
    })
  const block = (one: Block): Block =>
    one.kind === 'picture' && one.href !== undefined ? { ...one, href: address(one.href) } : one
  return {
    ...slide,
    title: line(slide.title),
    ...(slide.eyebrow ? { eyebrow: line(slide.eyebrow) } : {}),
    blocks: mapBlocks(slide.blocks, block, line),
  }
}
