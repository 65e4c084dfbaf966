/** Lines of keywords at the head of notes, as Org (`#+TITLE: x`) and Logseq (`title:: x`) have them → their entries. */
import { isBlank } from './lines.js'

export interface HeadEntry {
  readonly key: string
  readonly value: string
  /** From 1. */
  readonly line: number
}

export interface ToolHead {
  readonly entries: readonly HeadEntry[]
  /** First line (from 1) behind it. */
  readonly bodyLine: number
}

const org = /^#\+([A-Za-z_]+):(?:[ \t]+(.*?))?[ \t]*$/
const logseq = /^([A-Za-z][\w-]{0,40})::[ \t]+(\S.*?)[ \t]*$/
/** What goes on with a head of Org and says nothing: its comments, and a drawer. */
const besideOrg = /^(?:#(?:[ \t].*)?|[ \t]*:[A-Za-z_-]+:.*)$/
const orgNames: ReadonlyMap<string, string> = new Map([
  ['filetags', 'tags'],
  ['language', 'lang'],
])
const longest = 60

/** What Logseq keeps of a page, beside what a talk may be called. */
const forLogseq = /^(?:alias|aliases|icon|public|type|template|id|collapsed|exclude-from-graph-view)$/

/**
 * @param isKnown whether the settings know a key: other entries of Logseq are words of the notes
 * @returns undefined where the first line is none of these
 */
export function toolHead(lines: readonly string[], isKnown: (key: string) => boolean): ToolHead | undefined {
  const start = lines.findIndex((line) => !isBlank(line) && !besideOrg.test(line))
  const form = [org, logseq].find((one) => one.test(lines[start] ?? ''))
  if (form === undefined || (form === logseq && lines.slice(0, start).some((line) => !isBlank(line)))) return undefined
  const entries: HeadEntry[] = []
  let at = start
  for (; at < Math.min(lines.length, start + longest); at++) {
    const line = lines[at] ?? ''
    const [, name = '', value = ''] = form.exec(line) ?? []
    const isBlock = form === org && /^(?:begin_\w+|caption|name|attr_\w+|results)$/i.test(name)
    if (name === '' || isBlock) {
      if (form === org && (isBlank(line) || besideOrg.test(line))) continue
      break
    }
    const key = name.toLowerCase()
    if (form === logseq && !isKnown(key) && !forLogseq.test(key)) break
    const said = /^\[\[.*\]\]$/.test(value) ? value.slice(2, -2) : value.replace(/^<(\d{4}-\d{2}-\d{2})[^<>]*>$/, '$1')
    if (said !== '')
      entries.push({
        key: orgNames.get(key) ?? key,
        value: key === 'filetags' ? said.replace(/^:|:$/g, '').replace(/:/g, ', ') : said,
        line: at + 1,
      })
  }
  return entries.length === 0 ? undefined : { entries, bodyLine: at + 1 }
}
