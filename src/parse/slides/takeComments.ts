/** Lines with HTML comments in them → the same without those that somebody takes. */
import { pushAll } from '../../model/lists.js'
import { isBlank, type Line } from '../lines.js'
import { withoutCode } from '../speaker/tags.js'

/** Lines. */
const longest = 200

/**
 * @param take is given what a comment says, and the lines that it stands on; whether it is taken
 */
export function takeComments(
  lines: readonly Line[],
  take: (text: string, lines: readonly number[]) => boolean,
): readonly Line[] {
  if (!lines.some(({ text }) => text.includes('<!--'))) return lines
  const left: Line[] = []
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined) break
    if (line.isCode || line.isRow || !line.text.includes('<!--')) {
      left.push(line)
      continue
    }
    const kept = withoutWhole(line, take)
    const open = withoutCode(kept.text).lastIndexOf('<!--')
    const end = open < 0 || kept.text.includes('-->', open) ? -1 : endOf(lines, index)
    if (end < 0) {
      left.push(kept)
      continue
    }
    const inside = lines.slice(index, end + 1)
    const last = inside.at(-1)?.text ?? ''
    const close = last.indexOf('-->')
    const said = [kept.text.slice(open + 4), ...inside.slice(1, -1).map(({ text }) => text), last.slice(0, close)]
    const isAlone = isBlank(kept.text.slice(0, open)) && isBlank(last.slice(close + 3))
    if (isAlone && take(said.join('\n'), numbersOf(inside))) {
      for (const each of inside) left.push({ text: '', line: each.line })
    } else pushAll(left, [kept, ...inside.slice(1)])
    index = end
  }
  return left
}

const numbersOf = (lines: readonly Line[]): readonly number[] => lines.map(({ line }) => line)

/** Comments that begin and end on the line. */
function withoutWhole(line: Line, take: (text: string, lines: readonly number[]) => boolean): Line {
  const masked = withoutCode(line.text)
  let text = ''
  let from = 0
  for (let open = masked.indexOf('<!--'); open >= 0; open = masked.indexOf('<!--', from)) {
    const close = line.text.indexOf('-->', open + 2)
    if (close < 0) break
    const isTaken = take(line.text.slice(open + 4, close), [line.line])
    text += line.text.slice(from, isTaken ? open : close + 3)
    from = close + 3
  }
  if (from === 0) return line
  const whole = text + line.text.slice(from)
  return whole === line.text ? line : { text: isBlank(whole) ? '' : whole, line: line.line }
}

function endOf(lines: readonly Line[], index: number): number {
  for (let at = index + 1; at < lines.length && at < index + longest; at++)
    if (lines[at]?.text.includes('-->')) return at
  return -1
}
