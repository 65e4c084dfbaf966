/** Front matter, and the body's lines → its texts as plain text: of Markdown and HTML the words, and apart the footnotes that the body has. */
import { formulaText } from '../model/formulaText.js'
import type { FrontValue } from '../model/notes.js'
import { settingsTable } from '../settings/table.js'
import { isSettingName } from '../settings/value.js'
import { readMarkdown, type Token } from './markdown.js'
import { foldCharacters, mayFold } from './repairs/foldText.js'

type Front = Readonly<Record<string, FrontValue>>

/** What Markdown or HTML may begin with. */
const SIGN = /[*_`~<&[\\!^=$]/

const mark = / ?\[\^([^\]\s[]{1,40})\]/gu

/** Marks of whose place in the text nothing is left: affiliations, as `Jane Doe^1,2^`. */
const raisedMark = /\^[\d*†‡,]{1,8}\^/g

/** Git's and mail's way to name somebody: whom, not where to write to. */
const address = /\s*<[^\s<>@]+@[^\s<>@]+>/g

/** `2*3*4` */
const times = /(?<=\d)\*(?=\d)/g

const element =
  /<\/?(?:a|abbr|b|big|br|center|code|del|em|font|i|ins|kbd|mark|p|q|s|small|span|strike|strong|sub|sup|tt|u|wbr)(?:\s[^<>]*)?\/?>/gi

export function plainTexts(front: Front, body: readonly string[]): Front {
  const isRich = ({ value }: FrontValue): boolean =>
    [value].flat().some((text) => SIGN.test(String(text)) || mayFold.test(String(text)))
  if (!Object.values(front).some(isRich)) return front
  const defined = new Set(body.flatMap((line) => /^ {0,3}\[\^([^\]\s[]{1,40})\]:/.exec(line)?.[1] ?? []))
  return Object.fromEntries(
    Object.entries(front).map(([name, written]) => {
      const isText = isSettingName(name) && settingsTable[name].type === 'text'
      return [name, isText ? plain(written, defined) : written] as const
    }),
  )
}

function plain(written: FrontValue, defined: ReadonlySet<string>): FrontValue {
  const footnotes: string[] = []
  const plainText = <Each>(said: Each): Each | string => {
    const text = typeof said === 'string' ? foldCharacters(said) : said
    if (typeof text !== 'string' || !SIGN.test(text)) return text
    const unmarked = text.replace(mark, (whole, label: string) => {
      if (!defined.has(label)) return whole
      footnotes.push(label)
      return ''
    })
    return words(unmarked.replace(raisedMark, '').replace(address, '').replace(element, '').replace(times, '\\*'))
  }
  const { value } = written
  const without = Array.isArray(value) ? value.map(plainText) : plainText(value)
  return { ...written, value: without, ...(footnotes.length > 0 ? { footnotes } : {}) }
}

const words = (text: string): string => readMarkdown([]).inline(text).map(wordsOf).join('').trim()

function wordsOf({ type, content }: Token): string {
  switch (type) {
    case 'softbreak':
    case 'hardbreak':
      return ' '
    case 'math':
      return formulaText(content)
    case 'footnote_ref':
      return ` (${content})`
    default:
      return content
  }
}
