/** Deckset: `---` between blank lines cuts, `[.…]` lines direct, `^` is for the speaker, pictures that are not `inline` stand behind or beside the text. */
import type { SlideWish } from '../../model/notes.js'
import { headingLevel, isBlank, type Line } from '../lines.js'
import { asBackgrounds, backgroundOf } from './background.js'
import { placePictures } from './decksetPictures.js'
import { type Dialect, Telling } from './dialect.js'
import type { DeckSigns } from './signs.js'
import { isMarkdownRule, oneLine, type Separator, splitAt } from './stretch.js'

const directive = /^\[\.([\w-]+)[ \t]*(?::[ \t]*([^\]\n]{0,300}))?\][ \t]*$/

export const deckset: Dialect = {
  cut: (lines, deck) => {
    const dividers = new Set((deck.head.get('slide-dividers') ?? '').match(/#{1,6}/g)?.map(({ length }) => length))
    let isShown = false
    return splitAt(lines, (all, index): Separator | undefined => {
      const { text = '', verbatim } = all[index] ?? {}
      const cuts = isMarkdownRule(all, index)
      const opens = !verbatim && dividers.has(headingLevel(text.replace(/^(#{1,6})(?=\[fit\])/, '$1 '))) && isShown
      if (cuts || opens) isShown = opens
      else isShown ||= !isBlank(text)
      return cuts ? oneLine : opens ? { lines: 0 } : undefined
    })
  },
  asker: (deck) => (stretch) => {
    const told = new Telling()
    const said = new Map(alwaysSaid(deck))
    const lines = withNotes(stretch.lines).flatMap((line): readonly Line[] => {
      if (line.verbatim) return [line]
      const [, name, value = ''] = directive.exec(line.text) ?? []
      // Columns are boxes/signs.ts' to read.
      if (name !== undefined && name !== 'column') {
        const note = obeyed.test(name) ? told.obey : told.drop
        note.call(told, `[.${name}]`, [line.line])
        said.set(name, value.trim())
        return [{ ...line, text: '' }]
      }
      const text = line.text.replace(/^(#{1,6}[ \t]*)\[fit\][ \t]*/, (_, sign: string) =>
        isBlank(sign.slice(-1)) ? sign : `${sign} `,
      )
      return [text === line.text ? line : { ...line, text }]
    })
    const placed = placePictures(lines, told)
    const backgrounds = [...backgroundOf({ colour: said.get('background-color') }), ...placed.backgrounds]
    return { lines: placed.lines, wish: { ...wishOf(said), ...asBackgrounds(backgrounds) }, ...told }
  },
}

const obeyed = /^(?:background-color|build-lists|footer|hide-footer|slidenumbers)$/

/** Of the front matter, what a slide may say otherwise. */
const alwaysSaid = ({ head }: DeckSigns): readonly (readonly [string, string])[] =>
  [...head].filter(([key]) => key === 'build-lists')

function wishOf(said: ReadonlyMap<string, string>): SlideWish {
  const footer = said.has('hide-footer') ? '' : said.get('footer')
  const slidenumbers = said.get('slidenumbers')
  return {
    ...(/^(?:true|all)$/.test(said.get('build-lists') ?? '') ? { steps: true } : {}),
    ...(footer === undefined ? {} : { footer }),
    ...(slidenumbers === undefined ? {} : { paginate: slidenumbers === 'true' }),
  }
}

/** `^words`, or `^` alone above them: each is a note of its own (speaker/toTheEnd.ts). `[^1]` begins with a bracket. */
function withNotes(lines: readonly Line[]): readonly Line[] {
  let isWaiting = false
  return lines.flatMap((line): readonly Line[] => {
    if (line.verbatim) return [line]
    const isNote = line.text.startsWith('^')
    const words = (isNote ? line.text.slice(1) : line.text).trim()
    const begins = isNote || isWaiting
    isWaiting = isNote && words === ''
    const blank: Line = { text: '', line: line.line }
    return begins ? [blank, ...(words === '' ? [] : [{ ...line, text: `^ ${words}` }])] : [line]
  })
}
