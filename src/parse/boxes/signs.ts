/** Boxes that a line by itself begins: Slidev's `::right::`, Deckset's `[.column]`, presenterm's comments, Obsidian's `--- column-break ---`. */
import type { Piece, Spelling } from './box.js'

const column = (written: string): readonly Piece[] => [{ kind: 'opens', box: { kind: 'column' }, written }]
const ends = (written: string): readonly Piece[] => [{ kind: 'ends', all: true, written }]

/** What stands above `::right::` is the left column; the tree knows (tree.ts). */
export const slots: Spelling = {
  name: 'slots',
  needs: '::',
  sign: /^::[a-z]+::[ \t]*$/,
  untilSlideEnds: true,
  read(text) {
    const [, name = ''] = /^::([a-z]+)::[ \t]*$/.exec(text) ?? []
    if (/^(?:left|right|default|col\d)$/.test(name)) return column(text)
    return /^(?:bottom|top|header|footer|content)$/.test(name) ? ends(text) : undefined
  },
}

export const deckset: Spelling = {
  name: 'deckset',
  needs: '[.column]',
  sign: /^\[\.column\][ \t]*$/,
  untilSlideEnds: true,
  read: (text) => (/^\[\.column\][ \t]*$/.test(text) ? column(text) : undefined),
}

const comment = /^ {0,3}<!--[ \t]*(column_layout|column|reset_layout)[ \t]*:?[ \t]*([^\n]{0,80}?)[ \t]*-->[ \t]*$/

export const presenterm: Spelling = {
  name: 'presenterm',
  needs: '<!--',
  sign: /<!--[ \t]*(?:column|reset_layout)/,
  untilSlideEnds: true,
  inComments: true,
  read(text) {
    const [, name, words = ''] = comment.exec(text) ?? []
    if (name === 'column') return column(text)
    if (name === 'reset_layout') return ends(text)
    const parts = [...words.matchAll(/\d+/g)].map(Number)
    if (name === undefined) return undefined
    return [
      ...ends(''),
      { kind: 'opens', box: { kind: 'columns', ...(parts.every((each) => each > 0) ? { parts } : {}) }, written: text },
    ]
  },
}

const multi =
  /^(?:---|===)[ \t]*(start-multi-column|multi-column-start|column-break|column-end|end-column|end-multi-column|multi-column-end)\b[^\n]{0,120}$/

export const multiColumn: Spelling = {
  name: 'multi-column',
  needs: 'column',
  sign: /^(?:---|===)[ \t]*(?:start-multi|multi-col|end-multi|column-|end-col)/,
  untilSlideEnds: true,
  read(text) {
    const [, name = ''] = multi.exec(text) ?? []
    if (name === '') return undefined
    if (/start/.test(name)) return [{ kind: 'opens', box: { kind: 'columns' }, written: text }, ...column('')]
    return /multi/.test(name) ? ends(text) : column(text)
  },
}
