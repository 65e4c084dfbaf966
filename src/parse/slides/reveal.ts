/** reveal.js, by reveal-md, HackMD and Obsidian: `---` and `----` cut, `<!-- .slide: … -->` says what one slide is to be. */
import type { Finding } from '../../model/finding.js'
import type { SlideWish } from '../../model/notes.js'
import { isBlank, type Line } from '../lines.js'
import { asBackgrounds, backgroundOf, pictureOrColour } from './background.js'
import { type Asked, type Dialect, Telling } from './dialect.js'
import { type Entries, readAttributeList } from './looseEntries.js'
import { type Separation, separationOf, writtenSeparator } from './separation.js'
import type { DeckSigns } from './signs.js'
import { oneLine, type Separator, splitAt } from './stretch.js'
import { takeComments } from './takeComments.js'

export const reveal: Dialect = {
  cut: (lines, deck) => {
    const separations = separationsOf(lines, deck)
    return splitAt(lines, (all, index): Separator | undefined => {
      for (const separation of separations) {
        const taken = separates(separation, all, index)
        if (taken > 0) return taken === 1 ? oneLine : { lines: taken }
      }
      return undefined
    })
  },
  lacks: ({ head, headLines }) =>
    ['separator', 'verticalSeparator'].flatMap((name): readonly Finding[] => {
      const [key, pattern = ''] = [...head].find((entry) => entry[0].toLowerCase() === name.toLowerCase()) ?? []
      if (key === undefined || separationOf(pattern) !== undefined) return []
      const line = headLines.findIndex((text) => text.startsWith(key)) + 1
      return [{ code: 'separator-unread', place: { line: Math.max(1, line) }, facts: { name: key, value: pattern } }]
    }),
  asker:
    () =>
    ({ lines }) =>
      takeSlideComments(lines),
}

/** `<!-- .slide: … -->`, which decks of other tools have as well. */
export function takeSlideComments(written: readonly Line[]): Asked {
  const told = new Telling()
  let wish: SlideWish = {}
  const lines = takeComments(written, (text, at) => {
    const attributes = /^\s*(?:\.slide\s*:|slide\s+(?=[\w-]+\s*[=:]))([\s\S]*)$/.exec(text)?.[1]
    if (attributes === undefined) return false
    const said = readAttributeList(attributes)
    wish = { ...wish, ...slideWish(said) }
    for (const name of said.keys()) if (!obeyed.test(name)) told.drop(name, at)
    return told.obey('.slide', at)
  })
  return { lines, wish, ...told }
}

const obeyed =
  /^(?:data-visibility|visibility|(?:data-)?background(?:-image|-color|-size)?|bg|id|data-background-\w+|data-state)$/

/** The attributes of reveal.js' `<section>`, with `data-` in front of them or without. */
export function slideWish(said: Entries): SlideWish {
  const of = (name: string): string | undefined => said.get(`data-${name}`) ?? said.get(name)
  const any = pictureOrColour(of('background') ?? said.get('bg'))
  const backgrounds = [
    ...backgroundOf({ colour: of('background-color') ?? any.colour }),
    ...backgroundOf({ picture: of('background-image') ?? any.picture, fit: of('background-size') }),
  ]
  return {
    ...asBackgrounds(backgrounds),
    ...(of('visibility') === 'hidden' ? { hidden: true } : {}),
  }
}

function separationsOf(lines: readonly Line[], { head, tool }: DeckSigns): readonly Separation[] {
  const entry = (name: string): Separation | undefined => {
    const written = writtenSeparator(head, name)
    return written === undefined ? undefined : separationOf(written)
  }
  const isVertical = (text: string): boolean =>
    lines.some((line, index) => line.text.trimEnd() === text && !line.verbatim && isBlank(lines[index - 1]?.text ?? ''))
  const short = tool === 'Obsidian' || (isVertical('--') && !isVertical('----')) ? '--' : '----'
  return [entry('separator') ?? { text: '---', blanks: 0 }, entry('verticalseparator') ?? { text: short, blanks: 0 }]
}

/** @returns how many lines do */
function separates({ text, blanks }: Separation, lines: readonly Line[], index: number): number {
  const line = lines[index]
  if (line === undefined || line.isCode) return 0
  if (text !== '') return line.text.trim() === text && (!line.verbatim || text.startsWith('<!--')) ? 1 : 0
  let count = 0
  while (isBlank(lines[index + count]?.text ?? 'x') && index + count < lines.length) count++
  return count >= blanks ? count : 0
}
