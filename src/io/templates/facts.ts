/** The text of a template.yaml → what it says of the template, and what is wrong with it. */
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import { type FontStyle, fontStyles } from '../../model/families.js'
import { isTooDeep } from '../../model/yamlDepth.js'
import { nearest } from '../../settings/nearest.js'
import type { SettingValues } from '../../settings/resolve.js'
import { settingsTable } from '../../settings/table.js'
import { isSettingName, readValue, type SettingValue, settingNames } from '../../settings/value.js'
import type { Checked, Fault } from './fault.js'

export interface TemplateFacts {
  readonly name?: string
  readonly description?: string
  readonly extends?: string
  readonly fonts?: FontStyle
  readonly settings: SettingValues
  /** On which line each of its names stands. */
  readonly lines: Readonly<Record<string, number>>
}

const ownKeys = ['name', 'description', 'extends', 'fonts'] as const
/** A template can't choose another template, and says nothing about one talk. */
const notForTemplates = ['template', 'title', 'subtitle', 'event', 'place', 'date', 'author', 'lang']

export function readFacts(text: string): Checked<TemplateFacts> {
  if (isTooDeep(text))
    return { content: { settings: {}, lines: {} }, faults: [{ line: 1, reason: 'it is nested too deep' }] }
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, logLevel: 'silent' })
  const [broken] = document.errors
  if (broken) {
    const [sentence = ''] = broken.message.split(/ at line \d|\n/)
    return {
      content: { settings: {}, lines: {} },
      faults: [{ line: broken.linePos?.[0].line ?? 1, reason: `no YAML: ${sentence}` }],
    }
  }
  const facts: Record<string, string> = {}
  const settings: Record<string, SettingValue> = {}
  const lines: Record<string, number> = {}
  const faults: Fault[] = []
  const map = document.contents
  if (map === null) return { content: { settings, lines }, faults }
  if (!isMap(map))
    return { content: { settings, lines }, faults: [{ line: 1, reason: 'expected one `name: value` per line' }] }

  for (const { key, value } of map.items) {
    const name = isScalar(key) ? String(key.value) : ''
    const line = isScalar(key) && key.range ? counter.linePos(key.range[0]).line : 1
    lines[name] = line
    const written = isScalar(value) ? value.value : value === null ? null : {}
    const wrong = isOwnKey(name) ? readOwn(name, written, facts) : readSetting(name, written, settings)
    if (wrong !== undefined) faults.push({ line, reason: wrong })
  }
  const { fonts, ...words } = facts
  const style = fontStyles.find((each) => each === fonts)
  return { content: { ...words, ...(style === undefined ? {} : { fonts: style }), settings, lines }, faults }
}

const isOwnKey = (name: string): name is (typeof ownKeys)[number] => ownKeys.some((key) => key === name)

/** @returns what is wrong, if anything is */
function readOwn(name: (typeof ownKeys)[number], written: unknown, facts: Record<string, string>): string | undefined {
  if (written === null) return undefined
  if (typeof written !== 'string') return `\`${name}\` takes a text`
  if (name === 'fonts' && !fontStyles.some((style) => style === written))
    return `\`fonts\` can't be \`${written}\`: give ${fontStyles.map((style) => `\`${style}\``).join(' or ')}`
  facts[name] = written
  return undefined
}

function readSetting(name: string, written: unknown, settings: Record<string, SettingValue>): string | undefined {
  if (!isSettingName(name) || notForTemplates.includes(name)) {
    const known = [...ownKeys, ...settingNames.filter((each) => !notForTemplates.includes(each))]
    const near = nearest(name, known)
    return `\`${name}\` means nothing here: ${near === undefined ? `known are ${known.join(', ')}` : `is it \`${near}\`?`}`
  }
  const read = readValue(settingsTable[name], written)
  if (read.state === 'fine') settings[name] = read.value
  return read.state === 'wrong' ? `\`${name}\` takes ${read.expected}` : undefined
}
