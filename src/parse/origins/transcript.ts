/** Transcripts of meetings (Zoom, Teams, Otter, 腾讯会议, 飞书妙记): lines that say who speaks and when → a point a turn. */
import { isBlank } from '../lines.js'
import type { Origin } from './origin.js'
import { seconds, shown } from './subtitles.js'

const clock = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?:\s?[AaPp][Mm])?`
const name = String.raw`[\p{L}@][^:：\[\]()（）<>|\t，。,!?！？]{0,40}?`
/** Turns; from so many on, and so many seconds apart, there are headings. */
const longTalk = 24
const everySeconds = 600

interface Turn {
  readonly who: string
  readonly when: string
  readonly says: string
}
type Shape = (text: string) => Turn | undefined

const shape =
  (pattern: RegExp, order: 'time first' | 'name first'): Shape =>
  (text) => {
    const [, one = '', other = '', says = ''] = pattern.exec(text.slice(0, 400)) ?? []
    if (one === '') return undefined
    const [when, who] = order === 'time first' ? [one, other] : [other, one]
    return {
      who: who.trim(),
      when: shown(when.trim()),
      says: says === '' ? '' : text.slice(text.slice(0, 400).lastIndexOf(says)),
    }
  }
const regExp = (source: string): RegExp => new RegExp(source, 'u')

/** All that tools write; a transcript has one of them throughout. Made when a text has times: their letters of any script take time. */
const makeShapes = (): readonly Shape[] => [
  // `00:00:01 Ann Lee: text`, `[00:01] Ann: text`, `10:02:11 From Ann to Everyone: text`
  shape(
    regExp(
      `^\\s*[\\[(（]?(${clock})[\\])）]?\\s*[-–]?\\s*(?:From\\s+)?(${name})(?:\\s+to\\s+Everyone)?\\s*[:：]\\s*(.*)$`,
    ),
    'time first',
  ),
  // `Ann Lee (00:01): text`, `张三 [00:01]：文本`, `说话人1(00:05):`
  shape(regExp(`^\\s*(${name})\\s*[\\[(（](${clock})[\\])）]\\s*[:：]?\\s*(.*)$`), 'name first'),
  // `Ann Lee  0:03`, with what is said below
  shape(regExp(`^\\s*(?:\\*\\*)?(${name})(?:\\*\\*)?[ \\t]+(${clock})\\s*()$`), 'name first'),
  // `00:01 Ann Lee`, with what is said below
  shape(regExp(`^\\s*[\\[(]?(${clock})[\\])]?[ \\t]+(${name})\\s*()$`), 'time first'),
]

export const transcript: Origin = {
  name: 'transcript',
  sign: /\d:\d\d/,
  is: (texts) => shapeOf(texts) !== undefined,
  marks: [
    /(?<=^\s*\d{1,2}:\d{2}:\d{2}\s+)From(?=\s)/,
    /\sto Everyone(?=:)/,
    /(?<=^|\D)00:(?=\d{2}:\d{2})/,
    /(?<=:\d{2})[.,]\d{1,3}(?=\D|$)/,
  ],
  write: (lines, pen) => {
    const read = shapeOf(lines.map(({ text }) => text)) ?? (() => undefined)
    let last: Turn | undefined
    let isOpen = false
    let next = 0
    const count = lines.filter(({ text }) => read(text) !== undefined).length
    const isLong = count >= longTalk && !lines.some(({ text }) => /^#{1,6} /.test(text))
    for (const line of lines) {
      const turn = read(line.text)
      if (turn !== undefined && isLong && seconds(turn.when) >= next) {
        pen.put('', line)
        pen.put(`## ${turn.when}`, line, { inferred: 'time' })
        pen.put('', line)
        next = (Math.floor(seconds(turn.when) / everySeconds) + 1) * everySeconds
      }
      if (turn !== undefined && !/^#/.test(line.text)) {
        if (last === undefined) pen.put('', line)
        pen.put(`- **${turn.who} · ${turn.when}** ${turn.says}`.trimEnd(), line)
        isOpen = turn.says === ''
        last = turn
      } else if (last === undefined || /^#{1,6}\s/.test(line.text)) pen.put(line.text, line)
      else if (!isBlank(line.text)) {
        const before = pen.lines.at(-1)
        if (isOpen && before) {
          pen.lines.pop()
          pen.put(`${before.text} ${line.text.trim()}`, before)
        } else {
          pen.put('', line)
          pen.put(`  ${line.text.trim()}`, line)
        }
        isOpen = false
      }
    }
  },
}

let shapes: readonly Shape[] | undefined

/** The shape of three turns or more, by two speakers or one who speaks at all times. */
function shapeOf(texts: readonly string[]): Shape | undefined {
  const timed = texts.filter((text) => /\d:\d\d/.test(text.slice(0, 400))).length
  const written = texts.filter((text) => !isBlank(text))
  if (timed < 3 || timed * 4 < written.length) return undefined
  shapes ??= makeShapes()
  return shapes.find((read) => {
    const turns = written.flatMap((text) => read(text) ?? [])
    const speakers = new Set(turns.map(({ who }) => who))
    const isSpoken = turns.length >= 3 && turns.length * 4 >= written.length
    const first = written.findIndex((text) => read(text) !== undefined)
    return isSpoken && first < 12 && speakers.size * 3 <= turns.length + 3
  })
}
