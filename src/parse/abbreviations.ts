/** Lines `*[HTML]: Hyper Text Markup Language` → what stands for what, and the lines without them. */
import type { Aside } from '../model/notes.js'
import type { Line, Mended } from './lines.js'

export type Abbreviations = ReadonlyMap<string, string>

const definition = /^ {0,3}\*\[([^[\]\n]{1,80})\]:[ \t]*(\S.*)$/
const heading = /^\s*#/

/** More of them are said to the speaker. */
const most = 100
/** So many are looked for in the text, used or not. */
const mostSought = 500

export interface AbbreviationsTaken extends Mended {
  readonly abbreviations: Abbreviations
  /** Of those that no text uses. */
  readonly asides: readonly Aside[]
}

/** What stands for something in a heading alone is said to the speaker, as one that is not used: titles are short. */
export function takeAbbreviations(lines: readonly Line[]): AbbreviationsTaken {
  const abbreviations = new Map<string, string>()
  const asides: Aside[] = []
  if (!lines.some(isDefinition)) return { lines, abbreviations, asides, findings: [] }
  const said = lines.flatMap((line) =>
    line.isCode || isDefinition(line) || heading.test(line.text) ? [] : [line.text],
  )
  const text = said.join('\n')
  let sought = 0
  const kept = lines.map((line): Line => {
    const [, short = '', long = ''] = (isDefinition(line) && definition.exec(line.text)) || []
    if (short === '') return line
    if (abbreviations.size < most && sought++ < mostSought && standsIn(short, text))
      abbreviations.set(short, long.trim())
    else {
      const { line: at } = line
      asides.push({ kind: 'aside', origin: 'written', text: `${short}: ${long.trim()}`, lines: [at, at] })
    }
    return { ...line, text: '' }
  })
  return { lines: kept, abbreviations, asides, findings: [] }
}

const isDefinition = ({ text, verbatim }: Line): boolean => !verbatim && text.includes('*[') && definition.test(text)

const standsIn = (short: string, text: string): boolean => placesOf(short, text).next().done !== true

/** Where it stands as a word of its own. */
export function* placesOf(short: string, text: string): Generator<number> {
  const isWord = (character: string): boolean => /[A-Za-z\d_\u00c0-\u024f]/.test(character)
  for (let at = text.indexOf(short); at >= 0; at = text.indexOf(short, at + short.length)) {
    const isGlued =
      (isWord(short.charAt(0)) && isWord(text.charAt(at - 1))) ||
      (isWord(short.slice(-1)) && isWord(text.charAt(at + short.length)))
    if (!isGlued) yield at
  }
}
