/** Blocks → the same with other addresses of their pictures and links. */
import { withGrounds } from './grounds.js'
import { mapBlocks } from './mapBlocks.js'
import type { Block, Inline } from './notes.js'

export interface Addresses {
  /** @param block in which it stands */
  readonly picture: (src: string, block: Block) => string
  readonly link: (href: string, block: Block) => string
}

export function withAddresses(blocks: readonly Block[], { picture, link }: Addresses): readonly Block[] {
  const inline = (one: Inline, within: Block): Inline => {
    if (one.kind === 'image') return { ...one, src: picture(one.src, within) }
    const told = one.kind === 'link' ? { ...one, href: link(one.href, within) } : one
    return 'children' in told ? { ...told, children: told.children.map((each) => inline(each, within)) } : told
  }
  const block = (one: Block): Block => {
    switch (one.kind) {
      case 'heading':
        return one.attributes === undefined
          ? one
          : { ...one, attributes: withGrounds(one.attributes, (src) => picture(src, one)) }
      case 'picture':
        return {
          ...one,
          src: one.drawing ? one.src : picture(one.src, one),
          ...(one.href === undefined ? {} : { href: link(one.href, one) }),
        }
      case 'media':
        return { ...one, ...(one.poster === undefined ? {} : { poster: picture(one.poster, one) }) }
      case 'cut':
        return one.slide?.backgrounds === undefined
          ? one
          : {
              ...one,
              slide: {
                ...one.slide,
                backgrounds: one.slide.backgrounds.map((each) =>
                  each.picture === undefined ? each : { ...each, picture: picture(each.picture, one) },
                ),
              },
            }
      default:
        return one
    }
  }
  return mapBlocks(blocks, block, (inlines, within) => inlines.map((one) => inline(one, within)))
}
