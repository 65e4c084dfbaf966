/** `<div class="columns">`, `<split even>`, `<v-click>` and all that has the same ends, in a line with what stands between them. */
import { tagPattern } from '../html/tags.js'
import { withoutCode } from '../speaker/tags.js'
import type { Box, Piece, Spelling } from './box.js'
import { lookOf } from './looks.js'

const names = 'div|section|article|main|split|grid|v-clicks?|columns?|cols?|left|right|two-?col(?:umn)?s?|row'
const known = new RegExp(`^(?:${names})$`)
const any = new RegExp(`</?(?:${names})(?:[\\s>/]|$)`, 'i')

export const tags: Spelling = {
  name: 'tags',
  needs: '<',
  sign: any,
  read(text) {
    if (!any.test(text)) return undefined
    const pieces: Piece[] = []
    let from = 0
    for (const { 0: written, 1: slash, 2: name = '', 3: attributes = '', 4: alone, index } of withoutCode(
      text,
    ).matchAll(tagPattern)) {
      if (!known.test(name.toLowerCase()) || alone) continue
      const before = text.slice(from, index)
      if (before.trim() !== '') pieces.push({ kind: 'text', text: before })
      pieces.push(slash === '/' ? { kind: 'ends', written } : { kind: 'opens', box: boxOf(name, attributes), written })
      from = index + written.length
    }
    const behind = text.slice(from)
    if (pieces.length === 0) return undefined
    if (behind.trim() !== '') pieces.push({ kind: 'text', text: behind })
    return isInText(pieces) ? undefined : pieces
  },
}

/** Words before the first that opens, or behind the last that ends: it is in the middle of a line, and its words are. */
function isInText(pieces: readonly Piece[]): boolean {
  const first = pieces.findIndex(({ kind }) => kind !== 'text')
  const last = pieces.findLastIndex(({ kind }) => kind !== 'text')
  return (first > 0 && pieces[first]?.kind === 'opens') || (last < pieces.length - 1 && pieces[last]?.kind === 'ends')
}

const attribute = /([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g

function boxOf(written: string, text: string): Box {
  const name = written.toLowerCase()
  const attributes = new Map(
    [...text.matchAll(attribute)].map(([, key = '', one, two, three]) => [
      key.toLowerCase(),
      one ?? two ?? three ?? '',
    ]),
  )
  return lookOf({ name, attributes })
}
