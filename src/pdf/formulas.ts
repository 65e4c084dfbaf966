/** Chrome's tags of what runtime/formulaTags.ts marked → formulas that say what they are: to readers of tags, and to whoever copies them. */
import { readDictionary, readReference } from './dictionary.js'
import type { Revision } from './revision.js'
import { pdfString, readPdfString, utf16Hex } from './text.js'

/** What the page puts before the text of a formula. */
const MARK = '\u2061'

interface Formula {
  readonly says: string
  /** Object number of a stream, a page's or that of a group on it → the numbers of the pieces that are drawn there. */
  readonly pieces: ReadonlyMap<number, ReadonlySet<number>>
}

export function mendFormulas(revision: Revision): void {
  const streams = new Map<number, Formula[]>()
  for (const object of revision.file.holding('/S /Figure')) {
    const entries = revision.dictionary(object)
    const says = readPdfString(entries.get('Alt') ?? '()')
    if (entries.get('S') !== '/Figure' || !says.startsWith(MARK)) continue
    const text = says.slice(MARK.length)
    revision.change(object, [
      ['S', '/Formula'],
      ['Alt', pdfString(text)],
    ])
    const formula = { says: text, pieces: piecesOf(revision, object) }
    for (const stream of formula.pieces.keys()) streams.set(stream, [...(streams.get(stream) ?? []), formula])
  }
  for (const [stream, formulas] of streams) writeStream(revision, stream, formulas)
}

/** All that is drawn of a tag, whatever it holds. */
function piecesOf(revision: Revision, tag: number): ReadonlyMap<number, ReadonlySet<number>> {
  const pieces = new Map<number, Set<number>>()
  const add = (stream: number | undefined, number: string): void => {
    if (stream !== undefined) pieces.set(stream, (pieces.get(stream) ?? new Set()).add(Number(number)))
  }
  const open = [tag]
  for (let object = open.pop(); object !== undefined; object = open.pop()) {
    const entries = revision.dictionary(object)
    const kids = entries.get('K') ?? ''
    const page = readReference(entries.get('Pg'))
    const contents = page === undefined ? undefined : readReference(revision.dictionary(page).get('Contents'))
    // Pieces in groups name the group; a bare number is one of the page.
    for (const [kid] of kids.matchAll(/<<[^>]*>>|\d+ 0 R|\d+/g)) {
      const group = readDictionary(kid)
      const inner = readReference(kid)
      if (group?.has('MCID')) add(readReference(group.get('Stm')) ?? contents, group.get('MCID') ?? '')
      else if (inner !== undefined && revision.dictionary(inner).get('Type') === '/StructElem') open.push(inner)
      else if (group === undefined && inner === undefined) add(contents, kid)
    }
  }
  return pieces
}

/** A piece of a page, which belongs to a tag; they stand one after the other. */
const piece = /(\/\w+ <<\/MCID (\d+) ?>> ?BDC\n[\s\S]*?)\bEMC\n?/g
/** The last thing that a piece draws; behind it stands what prepares the next. */
const lastDrawn = /[\s\S]*\b(?:ET|f\*?|S|B|Do)\n/
const letters = /\bBT\b/

/**
 * Letters of a formula are drawn in an order of their own, a denominator before its numerator, and far from the text around
 * them: what is copied there is what it says.
 */
function writeStream(revision: Revision, stream: number, formulas: readonly Formula[]): void {
  const content = Buffer.from(revision.file.stream(stream)).toString('latin1')
  const owners = new Map<number, Formula>()
  for (const formula of formulas) for (const number of formula.pieces.get(stream) ?? []) owners.set(number, formula)
  const said = new Set<Formula>()
  let written = ''
  let at = 0
  let open: Formula | undefined
  let rest = ''
  for (const found of content.matchAll(piece)) {
    const between = rest + content.slice(at, found.index)
    const owner = owners.get(Number(found[2]))
    if (open && (owner !== open || letters.test(between))) {
      written += 'EMC\n'
      open = undefined
    }
    written += between
    if (owner && !open) {
      // What is drawn apart from the rest says nothing more; with no sign at all, its letters would be taken for text.
      written += `/Span <</ActualText <${utf16Hex(`\ufeff${said.has(owner) ? '\u200b' : owner.says}`)}>>>BDC\n`
      said.add(owner)
      open = owner
    }
    // Readers place what a formula says by how letters stand where it ends: that must still be as they were drawn.
    const [, whole = ''] = found
    const drawn = owner ? (lastDrawn.exec(whole)?.[0] ?? whole) : whole
    written += `${drawn}EMC\n`
    rest = whole.slice(drawn.length)
    at = found.index + found[0].length
  }
  written += (open ? 'EMC\n' : '') + rest + content.slice(at)
  revision.rewrite(stream, written)
}
