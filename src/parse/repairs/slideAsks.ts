/** What is asked of one slide in the ways of other tools (`{data-background-color="navy"}`, `<!-- .slide: … -->`, `![bg right](a.jpg)`) → our attributes, behind its heading. */
import type { Finding } from '../../model/finding.js'
import { headingLevel, isBlank, isRule, type Line, type Mended } from '../lines.js'
import { imageMark, readBackground, saysBackground } from '../slides/backgroundMark.js'
import { readAttributeList } from '../slides/looseEntries.js'
import { takeComments } from '../slides/takeComments.js'
import { withoutCode } from '../speaker/tags.js'
import { unmet } from './attributeSigns.js'

const braces = /[ \t]*\{:?[ \t]*([^{}\n]{1,600}?)[ \t]*\}[ \t]*$/
const word = /^(?:[#.][\w:-]+|[\w-]+=(?:"[^"]*"|'[^']*'|[^"'\s]*)|hidden)$/
/** What headingWish.ts and blocks/steps.ts obey. */
const ours = /^(?:layout|background|background-(?:color|image)|left|right|share|visibility)$/
const ownMark = /^(?:hidden|#.+|\.(?:steps|incremental|smaller|small|hidden))$/
/** Names that other tools have for the look of a slide; a name that nobody has may be a slip. */
const foreign =
  /^(?:\..+|data-.+|background-.+|auto-animate.*|transition.*|autoslide|state|style|class|width|height|lang|dir|menu-title|chart|cls)$/
const signs = /\{|!\[bg|<!--/

interface Asks {
  readonly words: string[]
  /** What has no equal here. */
  readonly unmet: string[]
}

export function readSlideAsks(written: readonly Line[]): Mended {
  if (!written.some(({ text }) => signs.test(text))) return { lines: written, findings: [] }
  const asked = new Map<number, string[]>()
  const ask = (line: number, words: readonly string[]): void =>
    void asked.set(line, [...(asked.get(line) ?? []), ...words])
  const uncommented = takeComments(written, (text, [line = 1]) => {
    const attributes = /^\s*\.slide\s*:([\s\S]{1,600})$/.exec(text)?.[1]
    if (attributes === undefined) return false
    const words = [...readAttributeList(attributes)].map(([name, value]) => asWord(name, value))
    ask(line, words)
    return true
  })
  const pictures = new Map<number, string>()
  const lines = uncommented.map((line) => {
    const found = backgroundIn(line)
    if (found === undefined) return line
    ask(line.line, found.words)
    pictures.set(line.line, found.picture)
    return { ...line, text: found.rest }
  })
  return placed(lines, asked, pictures)
}

const asWord = (name: string, value: string): string =>
  /[\s'=]/.test(value) ? `${name}="${value.replace(/"/g, '')}"` : `${name}=${value}`

interface BackgroundFound {
  readonly words: readonly string[]
  /** The line without it, and with a picture in its place that says nothing of where it is to be. */
  readonly rest: string
  readonly picture: string
}

/** The first picture of a line that is to lie behind the text, or beside it from edge to edge. */
function backgroundIn({ text, verbatim }: Line): BackgroundFound | undefined {
  if (verbatim || !text.includes('![bg')) return undefined
  for (const found of withoutCode(text).matchAll(imageMark)) {
    const said = (found[1] ?? '').trim().split(/\s+/)
    const address = (found[2] ?? '').trim()
    if (!saysBackground(said) || /["{}]/.test(address)) continue
    const words = readBackground(address.replace(/^<(.*)>$/, '$1'), said).flatMap(
      ({ picture = '', side, share = 0.5 }) =>
        side === undefined ? [asWord('background', picture)] : [asWord(side, picture), `share=${share * 100}%`],
    )
    const [before, behind] = [text.slice(0, found.index), text.slice(found.index + found[0].length)]
    return { words, rest: before + behind, picture: `${before}![](${address})${behind}` }
  }
  return undefined
}

/** What is asked where no heading stands is not met; pictures stand in the text there. Behind the heading above; or behind the one right below, where text stands between it and the other. */
function placed(
  lines: readonly Line[],
  asked: ReadonlyMap<number, readonly string[]>,
  pictures: ReadonlyMap<number, string>,
): Mended {
  const shown = new Map<number, string>()
  const behind = new Map<number, string[]>()
  const told: { names: string[]; lines: number[] } = { names: [], lines: [] }
  const lost = (names: readonly string[], line: number): void => {
    if (names.length === 0) return
    for (const name of names) if (!told.names.includes(name)) told.names.push(name)
    if (!told.lines.includes(line)) told.lines.push(line)
  }
  const left = new Map(asked)
  let above: number | undefined
  let isBare = true
  for (const [index, line] of lines.entries()) {
    const words = left.get(line.line)
    if (headingLevel(line.text) > 0 && !line.verbatim) {
      above = index
      isBare = true
    } else if (isRule(line.text) && !line.verbatim) {
      above = undefined
      isBare = true
    }
    if (words !== undefined) {
      left.delete(line.line)
      const at = isBare ? (above ?? headingBelow(lines, index, true)) : (headingBelow(lines, index, false) ?? above)
      const picture = pictures.get(line.line)
      if (at === undefined && picture !== undefined) shown.set(index, picture)
      else if (at === undefined) lost(words, line.line)
      else behind.set(at, [...(behind.get(at) ?? []), ...words])
    } else if (headingLevel(line.text) === 0 && !isBlank(line.text) && !isRule(line.text)) isBare = false
  }
  const mended = lines.map((line, index): Line => {
    const picture = shown.get(index)
    if (picture !== undefined) return { ...line, text: picture }
    if (headingLevel(line.text) === 0 || line.verbatim) return line
    const more = behind.get(index) ?? []
    const found = line.text.includes('{') ? braces.exec(line.text.slice(-620)) : null
    if (found === null && more.length === 0) return line
    const own = (found?.[1] ?? '').match(/[\w-]+=(?:"[^"]*"|'[^']*')|\S+/g) ?? []
    const isText = found !== null && !own.every((each) => word.test(each))
    const asks = sorted([...(isText ? [] : own), ...more])
    lost(asks.unmet, line.line)
    const text = isText || found === null ? line.text : line.text.slice(0, line.text.length - found[0].length)
    return { ...line, text: asks.words.length === 0 ? text : `${text} {${asks.words.join(' ')}}` }
  })
  const findings: readonly Finding[] = unmet(told.names, told.lines)
  return { lines: mended, findings }
}

/** @param far blank lines may stand between */
function headingBelow(lines: readonly Line[], index: number, far: boolean): number | undefined {
  let at = index + 1
  while (far && at < lines.length && isBlank(lines[at]?.text ?? '')) at++
  return headingLevel(lines[at]?.text ?? '') > 0 ? at : undefined
}

function sorted(words: readonly string[]): Asks {
  const asks: Asks = { words: [], unmet: [] }
  for (const each of words) {
    const [, name = each, value = ''] = /^([^=]*)=(.*)$/s.exec(each) ?? []
    const bare = name
      .toLowerCase()
      .replace(/^data-/, '')
      .replace(/^bg$/, 'background')
    if (ownMark.test(each) || each === 'hidden') asks.words.push(each)
    else if (ours.test(bare)) asks.words.push(`${bare}=${value}`)
    else if (foreign.test(name.toLowerCase())) asks.unmet.push(name)
    else asks.words.push(each)
  }
  return asks
}
