/** Slidev: `---` cuts, and a block of settings may stand right below it, up to the next `---`. */
import type { SlideWish } from '../../model/notes.js'
import { asBackgrounds, backgroundOf, pictureOrColour } from './background.js'
import { type Dialect, Telling } from './dialect.js'
import type { Entries } from './looseEntries.js'
import { slideHead } from './slideHead.js'
import { oneLine, type Separator, splitAt } from './stretch.js'

export const slidev: Dialect = {
  cut: (lines, deck) => {
    const texts = lines.map(({ text }) => text)
    const [first, ...others] = splitAt(lines, (all, index): Separator | undefined => {
      const { text = '', verbatim } = all[index] ?? {}
      if (verbatim || !/^---+[ \t]*$/.test(text)) return undefined
      const head = slideHead(texts, index)
      return head ? { lines: head.lines, head: head.entries } : oneLine
    })
    return first ? [{ ...first, head: deck.head }, ...others] : []
  },
  asker: () => (stretch) => {
    const told = new Telling()
    const { head = new Map<string, string>() } = stretch
    return { lines: stretch.lines, wish: wishOf(head), ...told }
  },
}

function wishOf(head: Entries): SlideWish {
  const isHidden = head.get('hide') === 'true' || head.get('disabled') === 'true'
  const side = /^image-(left|right)$/.exec(head.get('layout') ?? '')?.[1]
  const backgrounds = [
    ...backgroundOf(pictureOrColour(head.get('background'))),
    ...backgroundOf({ picture: head.get('image'), side }),
  ]
  return { ...asBackgrounds(backgrounds), ...(isHidden ? { hidden: true } : {}) }
}
