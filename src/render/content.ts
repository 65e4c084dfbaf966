/** What is on a slide → the HTML of its flow, in the shape that its layout arranges. */

import type { Slide } from '../model/deck.js'
import { most } from '../model/lists.js'
import { displayWidth } from '../model/text.js'
import type { BigNumber } from '../plan/bigNumber.js'
import { isFootnote } from '../plan/footnotes.js'
import { sidesOf } from '../plan/layouts/comparison.js'
import { numbersOf } from '../plan/layouts/numbers.js'
import { type BlockContext, renderBlocks } from './blocks.js'
import { escapeHtml } from './escape.js'

export function renderContent({ layout, blocks }: Pick<Slide, 'layout' | 'blocks'>, context: BlockContext): string {
  if (layout !== 'numbers' && layout !== 'comparison') return renderBlocks(blocks, context)
  const shown = blocks.filter((block) => !isFootnote(block))
  const numbers = layout === 'numbers' ? numbersOf(shown) : undefined
  const above = numbers ? renderNumbers(numbers) : renderSides(shown, context)
  return [above, renderBlocks(blocks.filter(isFootnote), context)].filter(Boolean).join('\n')
}

function renderSides(blocks: Slide['blocks'], context: BlockContext): string {
  const { before, sides } = sidesOf(blocks)
  const rendered = sides.map(
    (side) => `<div class="side">${renderBlocks([side.heading, ...side.blocks], context)}</div>`,
  )
  return [renderBlocks(before, context), ...rendered].join('\n')
}

/** The style sheet sizes the numbers by how many stand side by side (`--across`) and by the widest (`--columns`). */
function renderNumbers(numbers: readonly BigNumber[]): string {
  const across = numbers.length === 4 ? 2 : numbers.length
  const columns = most(numbers.map(({ number }) => displayWidth(number)))
  const items = numbers.map(({ before, number, after }) => {
    const words = [label(before), `<strong class="number">${escapeHtml(number)}</strong>`, label(after)]
    return `<li><p>${words.filter(Boolean).join(' ')}</p></li>`
  })
  return `<ul class="numbers" style="--across:${across};--columns:${columns}">${items.join('\n')}</ul>`
}

const label = (text: string): string => (text ? `<span class="label">${escapeHtml(text)}</span>` : '')
