/** remark, and R's xaringan: `---` cuts, `--` is a step, the first lines of a slide say what it is to be, `.class[text]` is a box. */
import type { SlideWish } from '../../model/notes.js'
import { isBlank, type Line } from '../lines.js'
import { asBackgrounds, backgroundOf } from './background.js'
import { type Dialect, pauseAt, Telling } from './dialect.js'
import { type Entries, urlIn } from './looseEntries.js'
import { withoutBoxes } from './remarkBoxes.js'
import { oneLine, type Stretch, splitAt } from './stretch.js'

const property = /^(?:([-\w]+):[ \t]*(.*)|<!--[ \t]*([-\w]+):[ \t]*(.*?)[ \t]*-->)[ \t]*$/
const properties = /^(?:class|name|layout|template|background-(?:image|size|position|color)|count|exclude|continued)$/

export const remark: Dialect = {
  cut: (lines) =>
    splitAt(lines, (all, index) => {
      const { text = '', verbatim } = all[index] ?? {}
      const isBreak = /^<!--\s*break\s*-->\s*$/.test(text)
      return isBreak || (!verbatim && /^---[ \t]*$/.test(text)) ? oneLine : undefined
    }),
  asker: () => (stretch) => {
    const told = new Telling()
    const { said, lines } = propertiesOf(stretch, told)
    return { lines: withSteps(withoutBoxes(lines)), wish: wishOf(said), ...told }
  },
}

/** Those on top of the slide. */
function propertiesOf({ lines }: Stretch, told: Telling): { readonly said: Entries; readonly lines: readonly Line[] } {
  const said = new Map<string, string>()
  let index = 0
  for (; index < lines.length; index++) {
    const { text = '', line = 1 } = lines[index] ?? {}
    if (isBlank(text)) continue
    const found = text.length > 400 ? null : property.exec(text)
    const name = found?.[1] ?? found?.[3]
    if (name === undefined || !properties.test(name)) break
    said.set(name, (found?.[2] ?? found?.[4] ?? '').trim())
    told.obey(name, [line])
  }
  return { said, lines: lines.slice(index) }
}

function wishOf(said: Entries): SlideWish {
  const isHidden = said.get('exclude') === 'true' || said.get('layout') === 'true'
  const backgrounds = [
    ...backgroundOf({ colour: said.get('background-color') }),
    ...backgroundOf({ picture: urlIn(said.get('background-image') ?? ''), fit: said.get('background-size') }),
  ]
  return {
    ...asBackgrounds(backgrounds),
    ...(isHidden ? { hidden: true } : {}),
  }
}

/** What follows `--` comes later. */
const withSteps = (lines: readonly Line[]): readonly Line[] =>
  lines.flatMap((line) => (!line.verbatim && /^--[ \t]*$/.test(line.text) ? pauseAt(line.line) : [line]))
