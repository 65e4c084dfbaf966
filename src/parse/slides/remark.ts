/** remark, and R's xaringan: `---` cuts, `--` is a step, the first lines of a slide say what it is to be, `.class[text]` is a box. */
import type { SlideWish } from '../../model/notes.js'
import { headingLevel, isBlank, type Line } from '../lines.js'
import { withoutCode } from '../speaker/tags.js'
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
  asker: () => {
    /** What every slide begins with, and what some ask for by its name. */
    let base: Master | undefined
    const named = new Map<string, Master>()
    return (stretch) => {
      const told = new Telling()
      const own = propertiesOf(stretch, told)
      if (own.said.has('layout')) base = undefined
      const master = named.get(own.said.get('template') ?? '') ?? base
      const { said, lines } = master ? merged(master, own, stretch.begins) : own
      const name = own.said.get('name')
      const isBase = own.said.get('layout') === 'true'
      if (isBase) base = { said, lines }
      if (name !== undefined) named.set(name, { said, lines })
      const part = isBase ? ({ isPart: true } as const) : {}
      return {
        lines: withSteps(withoutBoxes(lines).map((line) => sized(line, told))),
        wish: wishOf(said),
        ...part,
        ...told,
      }
    }
  },
}

/** A slide that others begin with. */
interface Master {
  readonly said: Entries
  readonly lines: readonly Line[]
}

const place = /\{\{content\}\}/

/** Classes add up; the master's notes are its own. What it shows stands where the slide stands. */
function merged(master: Master, own: Master, begins: number): Master {
  const said = new Map([...master.said].filter(([name]) => !/^(?:name|layout|template|count|exclude)$/.test(name)))
  for (const [name, value] of own.said) {
    const inherited = name === 'class' ? said.get(name) : undefined
    said.set(name, inherited === undefined ? value : `${inherited}, ${value}`)
  }
  const notes = master.lines.findIndex(({ text }) => /^\?{3}[ \t]*$/.test(text))
  const above = notes < 0 ? master.lines : master.lines.slice(0, notes)
  const first = own.lines.findIndex(({ text }) => !isBlank(text))
  const isTitled = headingLevel(own.lines[first]?.text ?? '') > 0 && above.every(({ text }) => headingLevel(text) === 0)
  // A slide's own title stays that, whatever stands above it.
  const title = isTitled ? own.lines.slice(0, first + 1) : []
  const rest = own.lines.slice(title.length)
  const shown = above.map((line) => ({ ...line, line: title.at(-1)?.line ?? begins }))
  const at = shown.findIndex(({ text }) => place.test(text))
  const line = shown[at]
  if (line === undefined) return { said, lines: [...title, ...shown, ...rest] }
  const [before = '', behind = ''] = line.text.split(place)
  const around = (text: string): readonly Line[] => (isBlank(text) ? [] : [{ ...line, text }])
  return {
    said,
    lines: [...title, ...shown.slice(0, at), ...around(before), ...rest, ...around(behind), ...shown.slice(at + 1)],
  }
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
  const isHidden = said.get('exclude') === 'true'
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

const scaled = /!\[:(?:scale|img|image|resize|width)[ \t]+(\d{1,4}(?:%|px)?)[^\]\n]{0,60}\]\(([^()\n]{1,600})\)/g

/** `![:scale 50%](a.png)`, a macro that many decks have → the picture with its size in braces. */
function sized(line: Line, told: Telling): Line {
  if (line.verbatim || !line.text.includes('![:')) return line
  let text = ''
  let from = 0
  for (const { 0: written, 1: width = '', 2: address = '', index } of withoutCode(line.text).matchAll(scaled)) {
    text += `${line.text.slice(from, index)}![](${address}){width=${width}}`
    from = index + written.length
    told.obey(':scale', [line.line])
  }
  return from === 0 ? line : { ...line, text: text + line.text.slice(from) }
}
