/** Pictures that can't be had → strips of one line, which stand with the text around them and get no slide of their own. */
import type { Pictures } from '../model/bundle.js'
import type { Layout, Slide } from '../model/deck.js'
import type { Block, Picture } from '../model/notes.js'
import { plainAddress } from '../model/standing.js'
import { escapeHtml } from './escape.js'
import { type InlineContext, linked } from './inlines.js'
import { fileOf } from './pictureNames.js'

export const isLost = (block: Block, pictures: Pictures): block is Picture =>
  block.kind === 'picture' && !block.drawing && pictures.get(block.src)?.state !== 'ready'

/** What it showed, or which file it is. Why it is not here, a finding says. */
export function renderLostPicture(picture: Picture, unavailable: string, context: InlineContext): string {
  const what = [...new Set([picture.alt, picture.caption].filter(Boolean))].join(' · ')
  const file = fileOf(picture.src) || plainAddress(picture.src)
  const said =
    what || picture.src.startsWith('data:')
      ? `<span class="lost-what">${escapeHtml(what || unavailable)}</span>`
      : `<span class="lost-where">${escapeHtml(file)}</span>`
  const sign = `<span class="lost-sign" role="img" aria-label="${escapeHtml(unavailable)}"></span>`
  return `<figure class="lost"><p>${sign} ${linked(picture, said, context)}</p></figure>`
}

/** Layouts that are made for a picture. */
const pictured: ReadonlySet<Layout> = new Set(['picture', 'full', 'gallery', 'beside'])

/** As a slide is set whose pictures are not there: as text, with no slide for a strip alone. */
export function withoutLostPictures(slide: Slide, pictures: Pictures): Slide {
  const { layout, blocks } = slide
  if (!blocks.some((block) => isLost(block, pictures))) return slide
  const isText = pictured.has(layout) && blocks.every((block) => block.kind !== 'picture' || isLost(block, pictures))
  return { ...slide, layout: isText ? 'prose' : layout, blocks: withoutLoneStrips(blocks, pictures) }
}

/** The author's cuts part what can be seen: none beside a stretch of strips alone. */
function withoutLoneStrips(blocks: readonly Block[], pictures: Pictures): readonly Block[] {
  const stretches: Block[][] = [[]]
  for (const block of blocks) {
    if (block.kind === 'cut') stretches.push([block])
    else stretches.at(-1)?.push(block)
  }
  const isLone = (stretch: readonly Block[] = []): boolean =>
    stretch.every((block) => block.kind === 'cut' || isLost(block, pictures))
  let isBelowStrips = isLone(stretches[0])
  return stretches.flatMap((stretch, at) => {
    const joins = at > 0 && (isLone(stretch) || isBelowStrips)
    isBelowStrips &&= isLone(stretch)
    return joins ? stretch.filter(({ kind }) => kind !== 'cut') : stretch
  })
}
