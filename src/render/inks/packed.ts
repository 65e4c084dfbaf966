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
  packed.split('\f').map((code) => code.split('\n').map((line) => Array.from(line.matchAll(/([-a-z])(\d+)/g), runOf)))

function runOf([, letter = '', length = '']: RegExpMatchArray): InkRun {
  const ink = inks.get(letter)
  return { length: Number(length), ...(ink === undefined ? {} : { ink }) }
}
