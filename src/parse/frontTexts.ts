/** Front matter, and the body's lines → its texts as plain text: links as their words, and apart the footnotes that the body has. */
import type { FrontValue } from '../model/notes.js'
import { settingsTable } from '../settings/table.js'
import { isSettingName } from '../settings/value.js'

type Front = Readonly<Record<string, FrontValue>>

/** Facts of a talk are plain: of `[张三](https://…)` the name is told, as elsewhere a name is. */
const link = /\[([^[\]]+)\]\((?:https?:\/\/|mailto:)[^\s()]*\)/giu

const mark = / ?\[\^([^\]\s[]{1,40})\]/gu

export function plainTexts(front: Front, body: readonly string[]): Front {
  const isRich = ({ value }: FrontValue): boolean => [value].flat().some((text) => String(text).includes('['))
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
  const plainText = <Each>(text: Each): Each | string => {
    if (typeof text !== 'string') return text
    return text.replace(link, '$1').replace(mark, (whole, label: string) => {
      if (!defined.has(label)) return whole
      footnotes.push(label)
      return ''
    })
  }
  const { value } = written
  const without = Array.isArray(value) ? value.map(plainText) : plainText(value)
  return { ...written, value: without, ...(footnotes.length > 0 ? { footnotes } : {}) }
}
