/** The names that a layout may use, and what each of them is: docs/templates.md says it in words, slide.ts fills them. */

/** `html` and `attributes` are made by us and printed with `| raw`; everything else is escaped. */
export type SlotKind = 'text' | 'number' | 'flag' | 'html' | 'attributes'

export type Slot = SlotKind | { readonly list: Slots } | { readonly any: SlotKind } | Slots
export interface Slots {
  readonly [name: string]: Slot
}

const section = { title: 'text', id: 'text' } as const

export const layoutSlots = {
  id: 'text',
  layout: 'text',
  level: 'number',
  title: 'html',
  title_text: 'text',
  bookmark: 'attributes',
  eyebrow: 'html',
  body: 'html',
  entries: 'number',
  section: { ...section, number: 'number', count: 'number', own: 'text', han: 'flag' },
  sections: { list: section },
  trail: { list: { ...section, here: 'flag' } },
  picture: { side: 'text', style: 'attributes' },
  panel: { figure: 'html' },
  foot: 'text',
  marks: { any: 'html' },
  deck: {
    title: 'text',
    subtitle: 'text',
    event: 'text',
    place: 'text',
    date: 'text',
    author: 'text',
    words: { any: 'text' },
    lang: 'text',
  },
} satisfies Slots

/** @returns undefined when there is nothing of that name */
export function slotAt(path: readonly (string | number)[], slots: Slots = layoutSlots): Slot | undefined {
  let found: Slot | undefined = slots
  for (const step of path) {
    if (found === undefined) return undefined
    if (typeof found === 'string') return step === 'size' && found === 'text' ? 'number' : undefined
    if (isList(found)) found = step === 'size' ? 'number' : isEntry(step) ? found.list : undefined
    else if (isAny(found)) found = found.any
    else found = typeof step === 'string' && Object.hasOwn(found, step) ? found[step] : undefined
  }
  return found
}

const isList = (slot: Exclude<Slot, SlotKind>): slot is { readonly list: Slots } => 'list' in slot
const isAny = (slot: Exclude<Slot, SlotKind>): slot is { readonly any: SlotKind } => 'any' in slot
const isEntry = (step: string | number): boolean => typeof step === 'number' || step === 'first' || step === 'last'

/** What one entry of a list has. */
export function entriesOf(path: readonly (string | number)[]): Slots | undefined {
  const slot = slotAt(path)
  return slot !== undefined && typeof slot !== 'string' && isList(slot) ? slot.list : undefined
}
