/** Pandoc and Quarto: headings of one level open slides, those above it parts of the talk, rules slides without a title. */
import type { SlideWish } from '../../model/notes.js'
import { headingLevel, isBlank, type Line } from '../lines.js'
import { withoutCode } from '../speaker/tags.js'
import { type Dialect, pauseAt, Telling } from './dialect.js'
import { linesInDivs, withoutDivs, wordsOf } from './fencedDivs.js'
import { readAttributeList } from './looseEntries.js'
import { withoutTex } from './rawTex.js'
import { slideWish } from './reveal.js'
import type { DeckSigns } from './signs.js'
import { isMarkdownRule, oneLine, type Separator, type Stretch, splitAt } from './stretch.js'

export const pandoc: Dialect = {
  cut: (lines, deck) => {
    const inDivs = linesInDivs(lines)
    const openings = lines.map((_, index) => (inDivs[index] ? 0 : levelAt(lines, index)))
    const level = slideLevel(lines, openings, deck)
    const stretches = splitAt(lines, (all, index): Separator | undefined => {
      if (isRule(all, index)) return oneLine
      const own = openings[index] ?? 0
      return own > 0 && own <= level ? { lines: 0 } : undefined
    })
    // A rule right above a heading that opens a slide is one cut with it.
    const solid = stretches.filter((each, at) => at === 0 || each.lines.some(({ text }) => !isBlank(text)))
    return solid.map((each) => (isDivider(each, level) ? { ...each, wish: { ...each.wish, divider: true } } : each))
  },
  asker: (deck) => {
    const head = deck.headLines.join('\n')
    const isIncremental = /^\s+incremental:\s*true/m.test(head) || deck.head.get('incremental') === 'true'
    const always = /^\s+footer:[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s|>"'][^\n]*))/m.exec(head)?.slice(1).find(Boolean)
    return (stretch) => {
      const told = new Telling()
      const [first, ...others] = stretch.lines
      const { line, wish } = first && levelAt(stretch.lines, 0) > 0 ? titled(first, told) : { line: first, wish: {} }
      const { lines, footer = always } = withoutDivs(line ? [line, ...others] : others, told)
      const isMixed = isIncremental && lines.some(({ text }) => opensWhole.test(text))
      const shown = withSteps(withoutTex(isMixed ? withSomeSteps(lines) : lines, told), told)
      const asked = { ...wish, ...(isIncremental && !isMixed ? { steps: true as const } : {}) }
      return {
        lines: shown.map((line) => withoutLooks(line, told)),
        wish: { ...asked, ...(footer === undefined ? {} : { footer: wordsOf(footer) }) },
        ...told,
      }
    }
  },
}

function slideLevel(lines: readonly Line[], openings: readonly number[], { head, headLines, tool }: DeckSigns): number {
  const asked = Number(head.get('slide-level') ?? /^\s+slide-level:\s*(\d)/m.exec(headLines.join('\n'))?.[1])
  if (asked >= 0 && asked <= 6) return asked
  if (tool === 'Quarto') return 2
  // The highest level that has text right below it.
  let least = 7
  for (const [index, level] of openings.entries()) {
    if (level === 0 || level >= least) continue
    let below = index + 1
    while (below < lines.length && isBlank(lines[below]?.text ?? '')) below++
    if (below < lines.length && levelAt(lines, below) === 0 && !isRule(lines, below)) least = level
  }
  return least === 7 ? 1 : least
}

/** Rows of dashes with gaps between them are a table's. */
const isRule = (lines: readonly Line[], index: number): boolean =>
  isMarkdownRule(lines, index) && !/\S\s{2,}\S|-- -/.test(lines[index]?.text ?? '')

function levelAt(lines: readonly Line[], index: number): number {
  const { text = '', verbatim } = lines[index] ?? {}
  return verbatim ? 0 : headingLevel(text)
}

const isDivider = ({ lines }: Stretch, level: number): boolean => {
  const own = levelAt(lines, 0)
  return own > 0 && own < level && lines.slice(1).every(({ text }) => isBlank(text))
}

const braces = /[ \t]*\{([^{}\n]{0,600})\}[ \t]*$/

/** `## Title {.smaller background-color="black"}` → the title, and what is asked. */
function titled(line: Line, told: Telling): { readonly line: Line; readonly wish: SlideWish } {
  const found = braces.exec(line.text)
  if (found === null) return { line, wish: {} }
  const said = readAttributeList(found[1] ?? '')
  told.obey('{…}', [line.line])
  const isSmall = /(?:^|\s)smaller(?:\s|$)/.test(said.get('class') ?? '')
  const text = line.text.slice(0, found.index)
  return {
    // Links within the notes lead to its name.
    line: { ...line, text: /[^\s#]/.test(text) ? text + nameIn(found[1] ?? '') : '' },
    wish: { ...slideWish(said), ...(isSmall ? { small: true } : {}) },
  }
}

const nameIn = (attributes: string): string => {
  const name = /(?:^|\s)(#[A-Za-z][\w:.-]{0,80})(?=\s|$)/.exec(attributes)?.[1]
  return name === undefined ? '' : ` {${name}}`
}

const opensWhole = /^\s*:{3,}[ \t]*(?:nonincremental\b|\{[^{}\n]{0,200}\.nonincremental\b)/

/** In a deck whose points come one after another, those between `::: nonincremental` and its end come at once. */
function withSomeSteps(lines: readonly Line[]): readonly Line[] {
  let isWhole = false
  return lines.map((line): Line => {
    if (line.verbatim) return line
    if (opensWhole.test(line.text)) isWhole = true
    else if (/^\s*:{3,}[ \t]*$/.test(line.text)) isWhole = false
    const isPoint = !isWhole && /^\s*(?:[-*+]|\d{1,9}[.)])[ \t]/.test(line.text)
    return isPoint ? { ...line, isStep: true } : line
  })
}

/** `. . .`, and `>- a`. */
function withSteps(lines: readonly Line[], told: Telling): readonly Line[] {
  return lines.flatMap((line): readonly Line[] => {
    const { text } = line
    if (line.verbatim) return [line]
    if (/^ {0,3}\.[ \t]\.[ \t]\.[ \t]*$/.test(text)) {
      told.obey('. . .', [line.line])
      return pauseAt(line.line)
    }
    const quoted = /^ {0,3}>[ \t]{0,3}(?=(?:[-*+]|\d{1,9}[.)])[ \t])/.exec(text)
    return [quoted === null ? line : { ...line, text: text.slice(quoted[0].length), isStep: true }]
  })
}

const linkLooks = /(?<=(?:^|[^!])\[[^\]\n]{0,400}\]\([^()\n]{1,800}\))\{[^{}\n]{1,300}\}/g

/** `[words](a.html){preview-link="true"}` → the link; behind a picture, they say how large it is. */
function withoutLooks(line: Line, told: Telling): Line {
  if (line.verbatim || !line.text.includes('{')) return line
  // `{#eq-name}` behind a formula.
  if (/^\s*\{#[\w:.-]{1,80}\}[ \t]*$/.test(line.text)) {
    told.drop('{#…}', [line.line])
    return { text: '', line: line.line }
  }
  if (!line.text.includes('){')) return line
  let text = ''
  let from = 0
  for (const found of withoutCode(line.text).matchAll(linkLooks)) {
    text += line.text.slice(from, found.index)
    from = found.index + found[0].length
  }
  return from === 0 ? line : { ...line, text: text + line.text.slice(from) }
}
