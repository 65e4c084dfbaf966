/** Front matter, and the body's lines → its texts without the marks of footnotes that the body has, and which those are. */
import type { FrontValue } from '../model/notes.js'
import { settingsTable } from '../settings/table.js'
import { isSettingName } from '../settings/value.js'

type Front = Readonly<Record<string, FrontValue>>

const mark = /\s*\[\^([^\]\s[]{1,40})\]/gu

export function takeFootnoteMarks(front: Front, body: readonly string[]): Front {
  const isMarked = ({ value }: FrontValue): boolean => [value].flat().some((text) => String(text).includes('[^'))
  if (!Object.values(front).some(isMarked)) return front
  const defined = new Set(body.flatMap((line) => /^ {0,3}\[\^([^\]\s[]{1,40})\]:/.exec(line)?.[1] ?? []))
  return Object.fromEntries(
    Object.entries(front).map(([name, written]) => {
      const isText = isSettingName(name) && settingsTable[name].type === 'text'
      return [name, isText ? withoutMarks(written, defined) : written] as const
    }),
  )
}

function withoutMarks(written: FrontValue, defined: ReadonlySet<string>): FrontValue {
  const footnotes: string[] = []
  const plain = <Each>(text: Each): Each | string => {
    if (typeof text !== 'string') return text
    return text.replace(mark, (whole, label: string) => {
      if (!defined.has(label)) return whole
      footnotes.push(label)
      return ''
    })
  }
  const { value } = written
  const without = Array.isArray(value) ? value.map(plain) : plain(value)
  return footnotes.length === 0 ? written : { ...written, value: without, footnotes }
}
