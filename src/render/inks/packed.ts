/** The inks of code ↔ one short text: `k3-1s5` a line, lines by line ends, code by form feeds. */
import type { Ink, InkRun } from '../../model/notes.js'

const letters: Readonly<Record<Ink | 'plain', string>> = {
  plain: '-',
  keyword: 'k',
  string: 's',
  comment: 'c',
  name: 'n',
  added: 'a',
  removed: 'r',
}
const inks = new Map<string, Ink>([
  ['k', 'keyword'],
  ['s', 'string'],
  ['c', 'comment'],
  ['n', 'name'],
  ['a', 'added'],
  ['r', 'removed'],
])

type Lines = readonly (readonly InkRun[])[]

export const packInks = (code: readonly Lines[]): string =>
  code
    .map((lines) =>
      lines.map((runs) => runs.map(({ ink, length }) => `${letters[ink ?? 'plain']}${length}`).join('')).join('\n'),
    )
    .join('\f')

export const unpackInks = (packed: string): readonly Lines[] =>
  packed.split('\f').map((code) => code.split('\n').map(runsOf))

/** Character by character: matches of a pattern take longest of all that a warm build does for code. */
function runsOf(line: string): readonly InkRun[] {
  const runs: InkRun[] = []
  let at = 0
  while (at < line.length) {
    const ink = inks.get(line.charAt(at))
    let length = 0
    for (let code = line.charCodeAt(++at); code >= ZERO && code <= NINE; code = line.charCodeAt(++at))
      length = length * 10 + code - ZERO
    runs.push(ink === undefined ? { length } : { length, ink })
  }
  return runs
}

const [ZERO, NINE] = [48, 57]
