/** Texts that stand below one another in one column → one box of text. Works on plain data. */
import { least, most } from '../../model/lists.js'
import type { Box, Outline, Paint, Part, TextPart } from '../../model/parts.js'
import type { Atom, TextAtom } from './atoms.js'

/** In the order they are painted; the first text of the slide's flow is its body. */
export function gather(atoms: readonly Atom[]): readonly Part[] {
  const parts: Part[] = []
  let open: TextAtom[] = []
  const close = (): void => {
    if (open.length > 0) parts.push(textOf(open))
    open = []
  }
  for (const atom of atoms) {
    if (atom.kind === 'part') {
      if (atom.parts) close()
      parts.push(atom.part)
      continue
    }
    const above = open.at(-1)
    if (above && !goesOn(above, atom)) close()
    open.push(atom)
  }
  close()
  return parts
}

/** Px that edges may differ by and still be one: lengths are rounded. */
const SLACK = 2
/** More room than this between two paragraphs, in lines, and they are two things. */
const FAR = 3

function goesOn(above: TextAtom, below: TextAtom): boolean {
  if (above.role !== 'text' || below.role !== 'text') return false
  const gap = below.paragraph.box.y - (above.paragraph.box.y + above.paragraph.box.height)
  const aligned = [0, 1].every((side) => Math.abs((above.column[side] ?? 0) - (below.column[side] ?? 0)) <= SLACK)
  return aligned && gap >= -SLACK && gap <= FAR * below.paragraph.line
}

function textOf(atoms: readonly TextAtom[]): TextPart {
  const paragraphs = atoms.map(({ paragraph }) => paragraph)
  const [first] = atoms
  const starts = paragraphs.map(({ box, bullet, hang = 0 }) => box.x - Math.max(hang, bullet?.hang ?? 0))
  const left = least(starts)
  const top = least(paragraphs.map(({ box }) => box.y))
  const right = most(paragraphs.map(({ box }) => box.x + box.width))
  const bottom = most(paragraphs.map(({ box }) => box.y + box.height))
  const role = first?.role ?? 'text'
  return {
    kind: 'text',
    role: role === 'text' && first?.inFlow ? 'body' : role,
    box: { x: left, y: top, width: right - left, height: bottom - top },
    paragraphs,
  }
}

/** The text in a painted box, when that is all there is: then box and text are one. */
export function boxedText(
  inside: readonly Part[],
  box: Box,
  paint: { readonly fill?: Paint; readonly outline?: Outline },
): TextPart | undefined {
  const [text, more] = inside
  if (text?.kind !== 'text' || more || (text.role !== 'text' && text.role !== 'body')) return undefined
  return { ...text, role: 'text', box, ...paint }
}

/** A slide has one title, one body, one foot; whatever else would be one is plain text. */
export function oneOfEach(parts: readonly Part[]): readonly Part[] {
  const seen = new Set<string>()
  return parts.map((part) => {
    if (part.kind !== 'text' || part.role === 'text') return part
    const role = seen.has(part.role) ? 'text' : part.role
    seen.add(part.role)
    return { ...part, role }
  })
}
