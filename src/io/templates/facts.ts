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
  const read = plainEntries(text) ?? yamlEntries(text)
  if ('reason' in read) return { content: { settings: {}, lines: {} }, faults: [read] }
  const facts: Record<string, string> = {}
  const settings: Record<string, SettingValue> = {}
  const lines: Record<string, number> = {}
  const faults: Fault[] = []
  for (const { name, written, line } of read) {
    lines[name] = line
    const wrong = isOwnKey(name) ? readOwn(name, written, facts) : readSetting(name, written, settings)
    if (wrong !== undefined) faults.push({ line, reason: wrong })
  }
  const { fonts, ...words } = facts
  const style = fontStyles.find((each) => each === fonts)
  return { content: { ...words, ...(style === undefined ? {} : { fonts: style }), settings, lines }, faults }
}

interface Entry {
  readonly name: string
  readonly written: unknown
  readonly line: number
}

/** Nothing but words for YAML, too. */
const plainLine = /^([a-z]+): (?!(?:true|false|null)$)([A-Za-z](?:[\w ,.;/()-]*[\w.)])?)$/i

/** Lines of `name: words`, as our own templates have: for these nobody waits until YAML is loaded. */
function plainEntries(text: string): readonly Entry[] | undefined {
  const entries: Entry[] = []
  for (const [index, line] of text.trimEnd().split('\n').entries()) {
    const [, name, written] = plainLine.exec(line) ?? []
    if (name === undefined || entries.some((entry) => entry.name === name)) return undefined
    entries.push({ name, written, line: index + 1 })
  }
  return entries
}

function yamlEntries(text: string): readonly Entry[] | Fault {
  if (isTooDeep(text)) return { line: 1, reason: 'it is nested too deep' }
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, logLevel: 'silent' })
  const [broken] = document.errors
  if (broken) {
    const [sentence = ''] = broken.message.split(/ at line \d|\n/)
    return { line: broken.linePos?.[0].line ?? 1, reason: `no YAML: ${sentence}` }
  }
  const map = document.contents
  if (map === null) return []
  if (!isMap(map)) return { line: 1, reason: 'expected one `name: value` per line' }
  return map.items.map(({ key, value }) => ({
    name: isScalar(key) ? String(key.value) : '',
    written: isScalar(value) ? value.value : value === null ? null : {},
    line: isScalar(key) && key.range ? counter.linePos(key.range[0]).line : 1,
  }))
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
