/** Turns one value as somebody wrote it (YAML, flag, library call) into a checked value of its setting. */
import { canvasSize } from './canvas.js'
import { parseColour } from './colour.js'
import { durationSeconds } from './duration.js'
import { encodingName } from './encoding.js'
import type { Setting, Settings } from './table.js'
import { type SettingName, settingsTable } from './table.js'

/** What any setting can hold once it is checked. */
export type SettingValue = string | number | boolean

export type ReadValue =
  | { readonly state: 'fine'; readonly value: SettingValue }
  /** Nothing was said: the next lower layer counts. */
  | { readonly state: 'absent' }
  /** `expected` fits after «expected »: `a heading level from 1 to 6`. */
  | { readonly state: 'wrong'; readonly expected: string }

const absent: ReadValue = { state: 'absent' }
const fine = (value: SettingValue): ReadValue => ({ state: 'fine', value })
const wrong = (expected: string): ReadValue => ({ state: 'wrong', expected })

const yes = ['true', 'yes', 'on', '1']
const no = ['false', 'no', 'off', '0']

/** Reads leniently what can mean only one thing: `yes` for true, `"2"` for 2, a list of authors for a text. */
export function readValue(setting: Setting, written: unknown): ReadValue {
  // YAML reads `accent: #0b6e4f` as a comment behind nothing: whoever wrote it meant something.
  if (written === null && setting.type === 'colour') return wrong(expectation(setting))
  if (written === undefined || written === null) return absent
  if (isText(setting)) return readText(written)
  if (typeof written === 'object') return wrong(expectation(setting))
  const word = String(written).trim()
  if (word === '') return absent
  const value = readWord(setting, word)
  return value === undefined ? wrong(expectation(setting)) : fine(value)
}

/** Whether any text will do: of files and templates, whether they are there shows when they are read. */
const isText = (setting: Setting): setting is Extract<Setting, { type: 'text' | 'file' | 'template' }> =>
  setting.type === 'text' || setting.type === 'file' || setting.type === 'template'

function readText(written: unknown): ReadValue {
  const parts = (Array.isArray(written) ? written : [written]).filter((part) => part !== null && part !== undefined)
  if (parts.some((part) => typeof part === 'object')) return wrong('a text')
  const text = parts
    .map((part) => String(part).replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .join(', ')
  return text === '' ? absent : fine(text)
}

function readWord(
  setting: Exclude<Setting, { type: 'text' | 'file' | 'template' }>,
  word: string,
): SettingValue | undefined {
  const lower = word.toLowerCase()
  switch (setting.type) {
    case 'yesno':
      return yes.includes(lower) ? true : no.includes(lower) ? false : undefined
    case 'choice':
      // YAML makes `agenda: true` of what an author may well write for `agenda: yes`.
      return setting.choices.find(
        (choice) =>
          choice === lower || (choice === 'yes' && yes.includes(lower)) || (choice === 'no' && no.includes(lower)),
      )
    case 'level':
      return lower === 'auto' ? 0 : /^[0-6]$/.test(word) ? Number(word) : undefined
    case 'canvas':
      return canvasSize(word) ? word : undefined
    case 'duration':
      return durationSeconds(word)
    case 'colour':
      return parseColour(word) ? word : undefined
    case 'language':
      return languageTag(word)
    case 'encoding':
      return encodingName(word)
  }
}

/** `zh_cn` → `zh-CN`; undefined for what is no tag of BCP 47: the engine would throw on it later. */
function languageTag(word: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(word.replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}

function expectation(setting: Setting): string {
  switch (setting.type) {
    case 'text':
      return 'a text'
    case 'yesno':
      return '`true` or `false`'
    case 'choice':
      return setting.choices.map((choice) => `\`${choice}\``).join(', ')
    case 'level':
      return 'a heading level from 1 to 6, or 0 to find it from the notes'
    case 'canvas':
      return '`16:9`, `16:10`, `4:3` or a size such as `1600x900`'
    case 'duration':
      return 'minutes such as `45`, or hours and minutes such as `1:30`'
    case 'colour':
      return 'a colour such as `teal` or `"#0b6e4f"`, with the quotes'
    case 'file':
      return 'the path of a file'
    case 'template':
      return "a template's name or the path of its folder"
    case 'encoding':
      return 'an encoding such as `shift_jis`, `euc-kr` or `gb18030`'
    case 'language':
      return 'a language tag such as `en` or `zh-Hans`'
  }
}

/** The table's names, in the table's order. */
export const settingNames: readonly string[] = Object.keys(settingsTable)

export const isSettingName = (name: string): name is SettingName => Object.hasOwn(settingsTable, name)

/** Whether every setting is there with a value of its type: what a loop over the table filled in, proved to the compiler. */
export function areSettings(values: Readonly<Record<string, unknown>>): values is Settings & Record<string, unknown> {
  return Object.entries<Setting>(settingsTable).every(([name, setting]) => holds(setting, values[name]))
}

function holds(setting: Setting, value: unknown): boolean {
  switch (setting.type) {
    case 'text':
    case 'file':
    case 'template':
    case 'language':
    case 'encoding':
      return typeof value === 'string'
    case 'yesno':
      return typeof value === 'boolean'
    case 'choice':
      return setting.choices.some((choice) => choice === value)
    case 'level':
      return typeof value === 'number' && value >= 0 && value <= 6
    case 'duration':
      return typeof value === 'number' && value >= 0
    case 'canvas':
      return typeof value === 'string' && canvasSize(value) !== undefined
    case 'colour':
      return typeof value === 'string' && (value === '' || parseColour(value) !== undefined)
  }
}
