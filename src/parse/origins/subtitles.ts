/** Subtitles (SRT, WebVTT): numbers and times of cues are gone, what is said goes on in paragraphs, each with the time it begins at. */
import { once } from '../../model/once.js'
import { isBlank, type Line } from '../lines.js'
import { glue } from '../scripts.js'
import type { Origin } from './origin.js'

const time = String.raw`(?:\d{1,2}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?`
const timing = new RegExp(`^\\s*(${time})\\s*-->\\s*(${time})(?:\\s.*)?$`)
const speaker = /^<v(?:\.[\w.]+)?[ \t]+([^<>]{1,80})>/
const namedSpeaker = once(() => /^(?:[-–]\s*)?([\p{Lu}\p{Lo}][^:：<>]{0,40})[:：]\s*(?=\S)/u)
const markup = /<\/?(?:[ibuvc]|ruby|rt|lang|font)\b[^<>]{0,100}>|<\d[\d:.]*>|\{\\[^{}]{0,60}\}/g
/** Seconds without a word, and letters: a paragraph ends. */
const longestPause = 3
const longestParagraph = 400

interface Cue {
  readonly line: Line
  readonly from: number
  readonly to: number
  readonly clock: string
  readonly speaker: string
  readonly text: string
}

export const subtitles: Origin = {
  name: 'subtitles',
  sign: /-->/,
  is: (texts) => {
    const cues = texts.filter((text) => timing.test(text)).length
    const written = texts.filter((text) => !isBlank(text)).length
    return cues > (/^\s*WEBVTT/.test(texts.find((text) => !isBlank(text)) ?? '') ? 0 : 1) && cues * 8 >= written
  },
  marks: [
    /^\s*WEBVTT.*$/,
    // Who speaks, which is said once for all that they say in a row.
    /^(?:[-–][ \t]*)?[^\s\d:：<>-][^:：<>]{0,40}[:：](?=[ \t]*\S)/,
    /^\s*\d+\s*$/,
    new RegExp(`^\\s*${time}\\s*-->.*$`),
    markup,
    /<v(?:\.[\w.]+)?(?=[ \t])/,
    /<\/v>/,
  ],
  write: (lines, pen) => {
    const first = lines.findIndex(({ text }) => timing.test(text))
    for (const line of lines.slice(0, Math.max(0, first)))
      if (/^\s*(?:WEBVTT|NOTE|Kind:|Language:|STYLE|\d+\s*$)/.test(line.text)) pen.drop(line)
      else pen.put(line.text, line)
    const cues = withSpeakers(cuesOf(lines.slice(Math.max(0, first)), (line) => pen.drop(line)))
    const isProse = cues.filter(({ text }) => /[.!?,。！？，…]["”』」]?$/.test(text)).length * 3 > cues.length
    let last: Cue | undefined
    let said = ''
    for (const cue of cues) {
      const isNew =
        last === undefined ||
        cue.speaker !== last.speaker ||
        cue.from - last.to > longestPause ||
        (said.length > longestParagraph && /[.!?。！？…]["”』」]?$/.test(said)) ||
        said.length > 3 * longestParagraph
      const before = isNew ? undefined : pen.lines.pop()
      if (before === undefined) {
        if (last === undefined) pen.put('', cue.line)
        pen.put(`- **${cue.speaker === '' ? '' : `${cue.speaker} · `}${cue.clock}** ${cue.text}`, cue.line)
        said = cue.text
      } else if (isProse) {
        const gap = glue(said, cue.text)
        pen.put(before.text + gap + cue.text, before)
        said += gap + cue.text
      } else {
        // Where nobody wrote full stops, a cue is a line.
        pen.put(`${before.text}\\`, before)
        pen.put(`  ${asWords(cue.text)}`, cue.line)
        said += ` ${cue.text}`
      }
      last = cue
    }
  },
}

/** `- Yes.` is what somebody says: at the start of a line, Markdown would have it begin a list, a heading or a quote. */
const asWords = (text: string): string => text.replace(/^(?=[-+*#>])|^\d{1,9}(?=[.)])/, '$&\\')

/** `Today: schedulers` says no name; a name comes again. */
function withSpeakers(cues: readonly Cue[]): readonly Cue[] {
  const names = cues.map(({ text }) => namedSpeaker().exec(text)?.[1] ?? '')
  const counts = new Map<string, number>()
  for (const name of names) if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1)
  const mostAreNamed = names.filter((name) => (counts.get(name) ?? 0) > 1).length * 2 > cues.length
  let who = ''
  return cues.map((cue, index) => {
    const name = names[index] ?? ''
    const isName = cue.speaker === '' && ((counts.get(name) ?? 0) > 1 || (mostAreNamed && isShort(name)))
    who = cue.speaker || (isName ? name : who)
    return { ...cue, speaker: who, text: isName ? cue.text.replace(namedSpeaker(), '') : cue.text }
  })
}

const isShort = (name: string): boolean =>
  /^(?:\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,2}|\p{Lo}{2,4})$/u.test(name)

function cuesOf(lines: readonly Line[], drop: (line: Line) => void): readonly Cue[] {
  const cues: Cue[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    const found = timing.exec(line?.text ?? '')
    if (line === undefined || found === null) continue
    drop(line)
    let end = at + 1
    while (end < lines.length && !timing.test(lines[end]?.text ?? '')) end++
    const isNumbered =
      /^\s*(?:\d+|[0-9a-f-]{8,}(?:\/\d+-\d+)?)\s*$/.test(lines[end - 1]?.text ?? '') && end < lines.length
    const inside = lines.slice(at + 1, isNumbered ? end - 1 : end)
    if (isNumbered) drop(lines[end - 1] ?? line)
    const [clock = '', to = ''] = found.slice(1)
    for (const one of inside) {
      const speaks = speaker.exec(one.text.trim())?.[1] ?? ''
      const text = one.text
        .replace(/<\/?v\b[^<>]*>/g, '')
        .replace(markup, '')
        .trim()
      if (text === '' || /^(?:NOTE|STYLE|REGION)\b/.test(text)) continue
      cues.push({ line: one, from: seconds(clock), to: seconds(to), clock: shown(clock), speaker: speaks, text })
    }
    at = end - 1
  }
  return cues
}

export const seconds = (clock: string): number =>
  clock
    .replace(/[.,]\d+$/, '')
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0)

/** Without thousandths, and without hours that are none. */
export const shown = (clock: string): string => clock.replace(/[.,]\d+$/, '').replace(/^0{1,2}:(?=\d{1,2}:)/, '')
