/** Notes whose pictures lie where their author had them → the same notes, with the copies that lie in the deck's folder. */
import type { Pictures, ReadyPicture } from '../../model/bundle.js'
import type { Block, Heading, Inline, Notes, TableCell } from '../../model/notes.js'

/** What is not there to be copied keeps its address: it may be in reach of whoever reads the notes. */
export function withOwnPictures(notes: Notes, pictures: Pictures, logo?: ReadyPicture): Notes {
  const copyOf = (src: string): string => {
    const found = pictures.get(src)
    return found?.state === 'ready' ? found.path : src
  }
  const written = notes.front['logo']
  const front = logo && written ? { ...notes.front, logo: { ...written, value: logo.path } } : notes.front
  return { ...notes, front, blocks: blocksWith(notes.blocks, copyOf) }
}

type CopyOf = (src: string) => string

const blocksWith = (blocks: readonly Block[], copyOf: CopyOf): readonly Block[] =>
  blocks.map((block) => blockWith(block, copyOf))

function blockWith(block: Block, copyOf: CopyOf): Block {
  const inlines = (run: readonly Inline[]) => inlinesWith(run, copyOf)
  const blocks = (inner: readonly Block[]) => blocksWith(inner, copyOf)
  const cell = (said: TableCell): TableCell => ({
    ...said,
    inlines: inlines(said.inlines),
    ...(said.blocks ? { blocks: blocks(said.blocks) } : {}),
  })
  switch (block.kind) {
    case 'picture':
      return { ...block, src: copyOf(block.src) }
    case 'heading':
      return { ...block, inlines: inlines(block.inlines), ...withGrounds(block, copyOf) }
    case 'cut':
      return block.slide?.backgrounds === undefined
        ? block
        : {
            ...block,
            slide: {
              ...block.slide,
              backgrounds: block.slide.backgrounds.map((each) =>
                each.picture === undefined ? each : { ...each, picture: copyOf(each.picture) },
              ),
            },
          }
    case 'paragraph':
      return { ...block, inlines: inlines(block.inlines) }
    case 'quote':
    case 'callout':
    case 'footnote':
      return { ...block, blocks: blocks(block.blocks) }
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, blocks: blocks(item.blocks) })) }
    case 'columns':
      return { ...block, columns: block.columns.map((each) => ({ ...each, blocks: blocks(each.blocks) })) }
    case 'definitions':
      return { ...block, items: block.items.map((item) => ({ term: inlines(item.term), blocks: blocks(item.blocks) })) }
    case 'table':
      return { ...block, head: block.head.map(cell), rows: block.rows.map((row) => row.map(cell)) }
    case 'media':
      return block.poster === undefined ? block : { ...block, poster: copyOf(block.poster) }
    case 'code':
    case 'math':
    case 'aside':
      return block
  }
}

/** Pictures that a heading asks for. */
function withGrounds({ attributes }: Heading, copyOf: CopyOf): Pick<Heading, 'attributes'> {
  if (attributes === undefined) return {}
  const named = /^(?:background|background-image|left|right)$/
  const copied = Object.entries(attributes).map(([name, value]) => [name, named.test(name) ? copyOf(value) : value])
  return { attributes: Object.fromEntries(copied) }
}

function inlinesWith(inlines: readonly Inline[], copyOf: CopyOf): readonly Inline[] {
  return inlines.map((inline) => {
    if (inline.kind === 'image') return { ...inline, src: copyOf(inline.src) }
    return 'children' in inline ? { ...inline, children: inlinesWith(inline.children, copyOf) } : inline
  })
}
