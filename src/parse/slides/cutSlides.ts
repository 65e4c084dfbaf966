/** Lines of a deck → the same, with a rule of ours between slides that carries what the author asks of the next one. */
import type { Finding } from '../../model/finding.js'
import { placeOf } from '../../model/text.js'
import { headingLevel, isBlank, isRule, type Line, type Mended } from '../lines.js'
import type { Asked, Told } from './dialect.js'
import { dialects, makesTitleSlide } from './dialects.js'
import { takeSlideComments } from './reveal.js'
import type { DeckSigns } from './signs.js'
import { isBare, type Stretch } from './stretch.js'

/** Hidden slides are left out, and said to be; so are slides with nothing in them at either end. */
export function cutSlides(written: readonly Line[], deck: DeckSigns): Mended {
  const dialect = dialects[deck.tool]
  const ask = dialect.asker?.(deck)
  const findings: Finding[] = [...(dialect.lacks?.(deck) ?? [])]
  const met: Told[] = []
  const unmet: Told[] = []
  const lines: Line[] = []
  const begin = (line: number, slide: Line['slide'] = {}): void => {
    lines.push({ text: '', line }, { text: '---', line, slide }, { text: '', line })
  }
  if (deck.head.has('title') && (makesTitleSlide(deck.tool) || beginsWithRule(written, deck))) begin(1, { title: true })
  for (const stretch of solid(dialect.cut(written, deck))) {
    const [sign] = stretch.separator
    // Words that only part slides are no text of theirs.
    if (stretch.separator.some(({ text }) => /\w/.test(text)))
      met.push({ name: sign?.text.trim().slice(0, 40) ?? '', lines: stretch.separator.map(({ line }) => line) })
    const path = stretch.head?.get('src')
    if (path !== undefined) {
      findings.push({ code: 'include-unread', place: { line: namingLine(stretch, deck) }, facts: { path } })
      // What stands there is shown only where it is words, and no file is there in their stead.
      if (!saysSomething(stretch)) continue
    }
    const own = ask?.(stretch) ?? plain(stretch)
    const asked = takeSlideComments(own.lines)
    for (const each of [...own.met, ...asked.met]) met.push(each)
    for (const each of [...own.unmet, ...asked.unmet]) unmet.push(each)
    if (own.isPart) continue
    for (const each of own.hidden ?? []) findings.push(hiddenPart(each))
    const wish = { ...stretch.wish, ...own.wish, ...asked.wish }
    if (wish.hidden) findings.push(hiddenSlide(stretch, asked.lines))
    else {
      begin(stretch.begins, wish)
      for (const line of asked.lines) lines.push(line)
    }
  }
  for (const [names, code] of [
    [met, 'directives-read'],
    [unmet, 'directives-unmet'],
  ] as const)
    if (names.length > 0) findings.push(toldFinding(code, names, deck))
  return { lines, findings }
}

/** Who says in so many words that these are slides has the title slide end with a rule as well. */
const beginsWithRule = (lines: readonly Line[], { signs }: DeckSigns): boolean =>
  signs.length === 0 && isRule(lines.find(({ text }) => !isBlank(text))?.text ?? '')

const plain = ({ lines }: Stretch): Asked => ({ lines, wish: {}, met: [], unmet: [] })

/** A deck may begin and end with a separator. */
function solid(stretches: readonly Stretch[]): readonly Stretch[] {
  const first = stretches.findIndex((each) => !isBare(each))
  const last = stretches.findLastIndex((each) => !isBare(each))
  return first < 0 ? [] : stretches.slice(first, last + 1)
}

function namingLine({ begins, separator }: Stretch, { headLines }: DeckSigns): number {
  const inHead = headLines.findIndex((text) => text.startsWith('src')) + 1
  return separator.find(({ text }) => text.startsWith('src'))?.line ?? (inHead || begins)
}

const saysSomething = ({ lines }: Stretch): boolean =>
  lines
    .map(({ text }) => text)
    .join('\n')
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .trim() !== ''

const lastLine = ({ begins, lines }: Pick<Stretch, 'begins' | 'lines'>): number =>
  lines.findLast(({ text }) => !isBlank(text))?.line ?? begins

function hiddenSlide({ begins, lines }: Stretch, said: readonly Line[]): Finding {
  const shown = said.filter(({ text, verbatim }) => !verbatim && !isBlank(text))
  const heading = shown.find(({ text }) => headingLevel(text) > 0) ?? shown[0]
  return {
    code: 'slide-hidden',
    place: placeOf([begins, lastLine({ begins, lines })]),
    facts: { text: (heading?.text ?? '').replace(/^[\s#>*-]+|\{[^{}]*\}\s*$/g, '').trim() },
  }
}

function hiddenPart({ name, lines }: Told): Finding {
  const [first = 1] = lines
  return { code: 'part-hidden', place: placeOf([first, lines.at(-1) ?? first]), facts: { text: name } }
}

function toldFinding(
  code: 'directives-read' | 'directives-unmet',
  told: readonly Told[],
  { tool }: DeckSigns,
): Finding {
  const lines = [...new Set(told.flatMap((each) => each.lines))].sort((one, other) => one - other)
  const names = [...new Set(told.map(({ name }) => name))]
  return { code, place: { line: lines[0] ?? 1 }, facts: { tool: tool === 'rules' ? '' : tool, names, lines } }
}
