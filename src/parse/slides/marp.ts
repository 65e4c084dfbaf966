/** Marp: rules cut, comments direct (`_class: lead` this slide, `class: lead` it and all that follow), `![bg]` is a background. */
import { pushAll } from '../../model/lists.js'
import type { Background, SlideWish } from '../../model/notes.js'
import { headingLevel, isBlank, type Line } from '../lines.js'
import { withoutCode } from '../speaker/tags.js'
import { asBackgrounds, backgroundOf } from './background.js'
import { filters, imageMark, readBackground } from './backgroundMark.js'
import { type Asked, type Dialect, Telling } from './dialect.js'
import { wordsOf } from './fencedDivs.js'
import { type Entries, looseEntries, urlIn } from './looseEntries.js'
import type { DeckSigns } from './signs.js'
import { type FindSeparator, isMarkdownRule, oneLine, type Stretch, splitAt } from './stretch.js'
import { takeComments } from './takeComments.js'

const locals = /^(?:background(?:Color|Image|Position|Repeat|Size)|class|color|footer|header|paginate|transition)$/
const globals =
  /^(?:theme|style|headingDivider|lang|size|math|title|author|description|keywords|url|image|marp|width|height|prerender)$/

export const marp: Dialect = {
  cut: (lines, deck) => splitAt(lines, separators(deck)),
  asker: (deck) => {
    let kept = new Map([...deck.head].filter(([key]) => locals.test(key)))
    const own = ownLines(deck)
    let isFirst = true
    return (stretch) => {
      const spot = new Map(isFirst ? [...deck.head].flatMap(spotOf) : [])
      for (const [key, value] of own) kept.set(key, value)
      own.clear()
      isFirst = false
      const told = new Telling()
      const without = takeComments(stretch.lines, (text, lines) => {
        // Others of the Marp before this one.
        const [, former] = firstSign.test(text) ? [] : (/^\s*([$*][a-z]\w*):[^\n]*$/.exec(text) ?? [])
        if (former !== undefined) return told.drop(former, lines)
        const entries = firstSign.test(text) ? firstEntries(text) : looseEntries(text.trim().split('\n'))
        if (entries === undefined) return /^\s*fit\s*$/.test(text) && told.obey('fit', lines)
        const known = [...entries].filter(([key]) => locals.test(key.replace(/^[_$]/, '')) || globals.test(key))
        if (known.length === 0) return false
        for (const [key, value] of known) {
          if (locals.test(key)) kept = new Map([...kept, [key, value]])
          for (const [name, said] of spotOf([key, value])) spot.set(name, said)
          const note = hasEqual(key, value) ? told.obey : told.drop
          note.call(told, key, lines)
        }
        return true
      })
      const { lines, backgrounds } = withoutBackgrounds(stretch, without, told)
      return {
        lines: asFragments(lines),
        wish: wishOf(new Map([...kept, ...spot]), backgrounds),
        ...told,
      } satisfies Asked
    }
  },
}

/** YAML takes `backgroundColor: #fff` for a comment behind nothing; Marp does not. */
function ownLines({ headLines }: DeckSigns): Map<string, string> {
  const found = headLines.flatMap((line): readonly (readonly [string, string])[] => {
    const [, key, value] = /^([A-Za-z]+):[ \t]*(#[\da-f]{3,8})[ \t]*$/i.exec(line) ?? []
    return key !== undefined && value !== undefined && locals.test(key) ? [[key, value]] : []
  })
  return new Map(found)
}

/** `_class`, of this slide alone. */
const spotOf = ([key, value]: readonly [string, string]): readonly (readonly [string, string])[] =>
  /^_/.test(key) && locals.test(key.slice(1)) ? [[key.slice(1), value]] : []

/** What Marp was told before its first version: `$theme: gaia`, `page_number: true`, `*template: invert` of this slide alone. */
const firstSign =
  /^\s*(?:[$*](?:theme|width|height|size|template|page_number|prerender|footer)|page_number|prerender)\s*:/
const nowNamed: ReadonlyMap<string, string> = new Map([
  ['page_number', 'paginate'],
  ['template', 'class'],
])

/** Words stand between them as people like. */
function firstEntries(text: string): Entries {
  const entries = new Map<string, string>()
  for (const line of text.trim().split('\n')) {
    const [, sign, name, value = ''] = /^\s*([$*]?)(\w{4,11})[ \t]*:[ \t]*([^\n]{0,200}?)[ \t]*$/.exec(line) ?? []
    if (name !== undefined) entries.set(`${sign === '*' ? '_' : ''}${nowNamed.get(name) ?? name}`, value)
  }
  return entries
}

const hasEqual = (key: string, value: string): boolean =>
  (/^_?backgroundSize$/.test(key) && /^(?:cover|contain|fit|auto)$/.test(value)) ||
  /^_?(?:background(?:Color|Image)|header|footer|paginate|headingDivider|size|title|author|lang|marp)$/.test(key)

function separators({ head }: DeckSigns): FindSeparator {
  const divider = head.get('headingDivider') ?? ''
  const levels = new Set((divider.match(/[1-6]/g) ?? []).map(Number))
  const [only, ...others] = levels
  // A level alone stands for those above it as well.
  if (only !== undefined && others.length === 0 && !/[[,-]/.test(divider))
    for (let level = 1; level < only; level++) levels.add(level)
  return (lines, index) => {
    if (isMarkdownRule(lines, index)) return oneLine
    const { text = '', verbatim } = lines[index] ?? {}
    return levels.size > 0 && !verbatim && levels.has(headingLevel(text)) && !isRightBelowCut(lines, index)
      ? { lines: 0 }
      : undefined
  }
}

/** Nothing is shown between the heading and the rule above it, or the top. */
function isRightBelowCut(lines: readonly Line[], index: number): boolean {
  for (let at = index - 1; at >= 0; at--) {
    const { text = '' } = lines[at] ?? {}
    if (isMarkdownRule(lines, at)) return true
    if (!isBlank(text) && !/^\s*<!--.*-->\s*$/.test(text)) return false
  }
  return true
}

function withoutBackgrounds(
  { lines: written }: Stretch,
  lines: readonly Line[],
  told: Telling,
): { readonly lines: readonly Line[]; readonly backgrounds: readonly Background[] } {
  const backgrounds: Background[] = []
  if (!written.some(({ text }) => text.includes('!['))) return { lines, backgrounds }
  const left = lines.map((line): Line => {
    if (line.verbatim || !line.text.includes('![')) return line
    const masked = withoutCode(line.text)
    let text = ''
    let from = 0
    for (const found of masked.matchAll(imageMark)) {
      const words = (found[1] ?? '').trim().split(/\s+/)
      const address = (found[2] ?? '').trim()
      text += line.text.slice(from, found.index)
      from = found.index + found[0].length
      if (words.includes('bg')) {
        pushAll(backgrounds, readBackground(address.replace(/^<(.*)>$/, '$1').replace(/\s+["'].*$/, ''), words))
        told.obey('![bg]', [line.line])
        for (const word of words) if (hasNoEqual(word)) told.drop(word, [line.line])
      } else text += sized(words, address, found[0])
    }
    if (from === 0) return line
    return { ...line, text: text + line.text.slice(from) }
  })
  return { lines: left, backgrounds }
}

/** What is done to its colours, and sizes that are neither of the whole slide nor its own. */
const hasNoEqual = (word: string): boolean =>
  filters.test(word) || /^(?:vertical|[\d.]+%|(?:w|h|width|height):\S+)$/.test(word)

/** `![w:200 alt](a.png)` → the same with its size in braces, and without what is done to its colours. */
function sized(words: readonly string[], address: string, whole: string): string {
  const size = words.flatMap((word) => {
    const [, side, value] = /^(w|width|h|height):([\d.]+(?:px|%|cm|mm|in|pt|pc|em|rem|vw)?)$/.exec(word) ?? []
    return side === undefined ? [] : [`${side.startsWith('w') ? 'width' : 'height'}=${value}`]
  })
  const alt = words.filter((word) => !filters.test(word) && !/^(?:w|width|h|height):\S+$/.test(word)).join(' ')
  if (size.length === 0 && alt === words.join(' ')) return whole
  return `![${alt}](${address})${size.length > 0 ? `{${size.join(' ')}}` : ''}`
}

/** `* a` and `1) a` come one after another. */
const asFragments = (lines: readonly Line[]): readonly Line[] =>
  lines.map((line) =>
    !line.verbatim && /^\s*(?:\*[ \t]|\d{1,9}\)[ \t])/.test(line.text) ? { ...line, isStep: true as const } : line,
  )

/** There they are Markdown and HTML. */
const wordsIn = (text: string | undefined): string | undefined =>
  text === undefined
    ? undefined
    : wordsOf(text.replace(/<(?:br|\/?(?:b|i|em|strong|span|small|img|div|p|u|a|code))\b[^<>]{0,400}>/gi, ' '))

function wishOf(said: Entries, own: readonly Background[]): SlideWish {
  const covers = own.some(({ side }) => side === undefined)
  const picture = covers ? undefined : urlIn(said.get('backgroundImage') ?? '')
  const backgrounds = [
    ...backgroundOf({ colour: said.get('backgroundColor') }),
    ...backgroundOf({ picture, fit: said.get('backgroundSize') }),
    ...own,
  ]
  const header = wordsIn(said.get('header'))
  const footer = wordsIn(said.get('footer'))
  const paginate = said.get('paginate')
  return {
    ...asBackgrounds(backgrounds),
    ...(header === undefined ? {} : { header }),
    ...(footer === undefined ? {} : { footer }),
    ...(paginate === undefined ? {} : { paginate: /^(?:true|hold)$/i.test(paginate) }),
  }
}
