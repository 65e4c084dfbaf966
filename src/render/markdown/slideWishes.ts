/** Written slides whose cuts ask something (a background, a layout) → the same asked by headings, in the signs of docs/slides.md. */
import { isGroundPicture } from '../../model/grounds.js'
import type { Background, Block, Heading, SlideWish } from '../../model/notes.js'

/** A slide without a title gets a heading without words, which only asks. */
export function askedByHeadings(blocks: readonly Block[]): readonly Block[] {
  const asked: Block[] = []
  let attributes: Heading['attributes'] = {}
  for (const block of blocks) {
    const isOpen = Object.keys(attributes).length > 0
    if (block.kind === 'cut') {
      if (isOpen) asked.push(wordless(attributes, asked.at(-1)?.lines ?? block.lines))
      attributes = attributesOf(block.slide ?? {})
      asked.push(block)
      continue
    }
    if (!isOpen || block.kind === 'aside') asked.push(block)
    else if (block.kind === 'heading') asked.push({ ...block, attributes: { ...attributes, ...block.attributes } })
    else asked.push(wordless(attributes, block.lines), block)
    if (block.kind !== 'aside') attributes = {}
  }
  if (Object.keys(attributes).length > 0) asked.push(wordless(attributes, asked.at(-1)?.lines ?? [1, 1]))
  return asked
}

const wordless = (attributes: NonNullable<Heading['attributes']>, lines: Heading['lines']): Heading => ({
  kind: 'heading',
  level: 2,
  inlines: [],
  attributes,
  lines,
})

function attributesOf(wish: SlideWish): NonNullable<Heading['attributes']> {
  const { layout, small, hidden, steps, backgrounds = [] } = wish
  const grounds = new Map<string, string>()
  // Of several of a kind the first is the one that is asked for.
  for (const [name, value] of backgrounds.flatMap(groundOf)) if (!grounds.has(name)) grounds.set(name, value)
  return {
    ...(layout === undefined ? {} : { layout }),
    ...Object.fromEntries(grounds),
    ...(small ? { small: 'yes' } : {}),
    ...(steps ? { steps: 'points' } : {}),
    ...(hidden ? { hidden: 'yes' } : {}),
  }
}

function groundOf({ picture, colour, side, share = 0.5 }: Background): readonly (readonly [string, string])[] {
  const address = picture?.replace(/["{}]/g, encodeURIComponent)
  if (address !== undefined && side !== undefined)
    return [[side, address], ...(share === 0.5 ? [] : [['share', `${Math.round(share * 1000) / 10}%`] as const])]
  const colours = address === undefined && !isGroundPicture(colour) ? 'background' : 'background-color'
  return [
    ...(colour === undefined ? [] : [[colours, colour] as const]),
    ...(address === undefined
      ? []
      : [[isGroundPicture(address) ? 'background' : 'background-image', address] as const]),
  ]
}
