/** A slide's pictures with long captions → the same, so that these leave them room: apart from each other, or with the text behind them. */
import type { Block, Picture } from '../model/notes.js'
import { displayWidth } from '../model/text.js'
import { innerBlocks } from '../model/visit.js'

// Half-width letters.
/** Five lines below a picture that has the slide to itself, which leave it two thirds of the room. */
const longest = 640
/** As much as the caption of any other picture may say: it is about half as wide. */
const longestBeside = 240
/** Of two pictures in a row, and of more, which stand in several rows. */
const longestInRow = { two: 144, more: 64 } as const

/** What is too long even so becomes text: below a picture, it would leave it no room; behind it, it goes on on the next slide. */
export function makeRoomForPictures(blocks: readonly Block[]): readonly Block[] {
  const apart = partGallery(blocks)
  const alone = apart.every((block, at) => block.kind === (at % 2 ? 'cut' : 'picture'))
  return unfold(apart, alone ? longest : longestBeside)
}

/** A caption in a row makes it narrower, and itself taller for it: pictures get a slide each. */
function partGallery(blocks: readonly Block[]): readonly Block[] {
  const most = blocks.length === 2 ? longestInRow.two : longestInRow.more
  const isRow = blocks.length > 1 && blocks.every(({ kind }) => kind === 'picture')
  if (!isRow || !blocks.some((block) => isLong(block, most))) return blocks
  return blocks.flatMap((block, at): readonly Block[] =>
    at === 0 ? [block] : [{ kind: 'cut', lines: block.lines }, block],
  )
}

/** Most slides have none: their blocks come back as they are, and not as copies. */
const unfold = (blocks: readonly Block[], most: number): readonly Block[] =>
  holdsLong(blocks, most) ? blocks.flatMap((block) => unfolded(block, most)) : blocks

const isLong = (block: Block, most: number): block is Picture =>
  block.kind === 'picture' && displayWidth(block.caption) > most

const holdsLong = (blocks: readonly Block[], most: number): boolean =>
  blocks.some((block) => isLong(block, most) || holdsLong(innerBlocks(block), most))

function unfolded(block: Block, most: number): readonly Block[] {
  if (isLong(block, most)) return [withoutCaption(block), textOf(block)]
  switch (block.kind) {
    case 'list':
      return [{ ...block, items: block.items.map((item) => ({ ...item, blocks: unfold(item.blocks, most) })) }]
    case 'columns':
      return [{ ...block, columns: block.columns.map((each) => ({ ...each, blocks: unfold(each.blocks, most) })) }]
    case 'quote':
    case 'callout':
      return [{ ...block, blocks: unfold(block.blocks, most) }]
    default:
      return [block]
  }
}

/** What the text right behind it says is not said again of the picture. */
const withoutCaption = (picture: Picture): Picture => ({
  ...picture,
  alt: picture.alt === picture.caption ? '' : picture.alt,
  caption: '',
})

const textOf = ({ caption, lines }: Picture): Block => ({
  kind: 'paragraph',
  inlines: [{ kind: 'text', text: caption }],
  lines,
})
