/** Front matter → the same without what is for the speaker, and that by itself: comments, what is unfinished, entries that are notes. */

import type { Finding } from '../../model/finding.js'
import type { Aside, FrontValue, NoteOrigin } from '../../model/notes.js'
import { once } from '../../model/once.js'
import { settingsTable } from '../../settings/table.js'
import { isSettingName } from '../../settings/value.js'
import { isBlank } from '../lines.js'
import { isPlaceholder, withoutUnfinished } from '../placeholders.js'
import { readComment } from './comments.js'
import { isNameOfNotes } from './spellings.js'

type Front = Readonly<Record<string, FrontValue>>
type Value = FrontValue['value']

export interface FrontTaken {
  readonly front: Front
  /** They belong to the talk as a whole, as notes above the first heading do. */
  readonly asides: readonly Aside[]
  readonly findings: readonly Finding[]
}

/** Entries that their author has for themselves. */
const ownNames = /^(?:to-?dos?|fixme|comment|memos?|reminders?|待办|待辦|批注|批註|私人|自用)$/i
/** Sites have switches of these names, and tools of ours: those say no more than a word. */
const sharedNames = /^(?:comments|private|internal|speakerNotes)$/
const isSwitch = /^[\w-]{1,12}$/
/** Nothing that is said. */
const isAnswer = /^(?:true|false|yes|no|on|off|none|null|https?:\S*)$/i

/** What tells a tool how to part slides, or how they look, is no text. */
const isProgram = /^(?:(?:vertical|notes)?separator|style|css)$/

const comment = /<!--([\s\S]*?)(?:-->|$)|(?<![%\d])%%(?!%)([^%\n]+)%%/g

export function takeFrontNotes(written: Front): FrontTaken {
  const front: Record<string, FrontValue> = {}
  const asides: Aside[] = []
  const findings: Finding[] = []
  for (const [name, entry] of Object.entries(written)) {
    const { value, line } = entry
    if (isProgram.test(name)) {
      front[name] = entry
      continue
    }
    const take = (text: string, origin: NoteOrigin): void => {
      if (!isBlank(text)) asides.push({ kind: 'aside', origin, text: text.trim(), lines: [line, line] })
    }
    if (isForSpeaker(name, value)) {
      take([value].flat().join('\n'), 'comment')
      findings.push({ code: 'speaker-notes', place: { line }, facts: { spelling: `${name}:`, lines: [line] } })
      continue
    }
    const isText = isSettingName(name) && settingsTable[name].type === 'text'
    const open = (text: string): void => {
      take(text, 'unfinished')
      if (isText && !isBlank(text))
        findings.push({ code: 'placeholder', place: { line }, facts: { text: text.trim() } })
    }
    const rest = without(value, isText, take, open)
    if (rest === value) front[name] = entry
    else if (rest !== '') front[name] = { ...entry, value: rest }
  }
  return { front, asides, findings }
}

function isForSpeaker(name: string, value: Value): boolean {
  const text = [value].flat().filter((each) => typeof each === 'string')
  const said = text.join(' ').trim()
  if (said === '' || isAnswer.test(said)) return false
  return (
    isNameOfNotes(name.replaceAll('_', ' ')) || ownNames.test(name) || (sharedNames.test(name) && !isSwitch.test(said))
  )
}

/** A fact of a talk that begins so is none yet; a list of things to do, and what is called so, may be its matter. */
const begun = once(
  () =>
    /^(?:TODO|FIXME|TBD|XXX)\s+(?!(?:app|list|manager|item|comment|应用|應用|清单|清單|列表|小?组|事项|注释))[\p{Ll}\p{Script=Han}]/u,
)
const isUnfinished = (text: string): boolean => isPlaceholder(text) || begun().test(text.trim())

/** @returns '' where nothing is left; the very value where nothing was taken */
function without(
  value: Value,
  isText: boolean,
  take: (text: string, origin: NoteOrigin) => void,
  open: (text: string) => void,
): Value {
  const shown = <Each>(each: Each): Each | string => {
    if (typeof each !== 'string' || !/<!--|%%|[A-Z\p{Script=Han}.…]{3}|to-?do|tb[dac]|fixme|略/iu.test(each))
      return each
    // What stands for a whole value of another tool's (`status: TODO`) is its word.
    if (isUnfinished(each) && (isText || /\s/.test(each.trim()))) {
      open(each)
      return ''
    }
    const said = each.replace(comment, (_, html?: string, percents?: string) => {
      const read = readComment(html ?? percents ?? '', false)
      if (read.kind === 'note') take(read.text, read.origin)
      return ''
    })
    const kept = withoutUnfinished(said, open)
    return kept === each ? each : kept.replace(/[ \t]{2,}/g, ' ').trim()
  }
  if (typeof value === 'string') return shown(value)
  if (!Array.isArray(value)) return value
  const list = value.map(shown)
  if (list.every((each, at) => each === value[at])) return value
  const left = list.filter((each) => each !== '')
  return left.length === 0 ? '' : left
}
