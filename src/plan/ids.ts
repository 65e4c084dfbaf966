/** Slides → their ids: readable, safe in addresses, and the same after other slides are edited, added or removed. */
import { isCommon } from '../model/commonText.js'

/** What an id is made from. Titles are plain text. */
export interface Named {
  readonly kind: 'section' | 'content'
  readonly title: string
  readonly eyebrow?: string
  /** Which section it is in, counted from 0; a divider is in its own. */
  readonly section?: number
  /** It opens its section without a divider: the title of that. */
  readonly opens?: string
  /** The title is borrowed from the section or the talk, not from a heading of the slide's own. */
  readonly borrowed?: boolean
}

/** Ids of the slides that the deck makes itself. */
export const reserved = { title: 'title', agenda: 'agenda', closing: 'closing' } as const

const longest = 48

/**
 * Dividers, and slides with the title of the section that they open, come first and get the plain name of the section. A slide gets the plain name of its title when no other
 * has it; else its section goes in front, then its eyebrow too; only what is still equal is numbered.
 * `_` never comes up in a name, so what is put together can't meet a plain name.
 * @returns one id each, in order, all different
 */
export function assignIds(slides: readonly Named[]): readonly string[] {
  const names = slides.map(({ title }) => slug(title))
  const taken = new Set<string>(Object.values(reserved))
  const unique = numbering(taken)

  const dividers = new Map<Named, string>()
  const sections = new Map<number | undefined, string>()
  slides.forEach((slide, at) => {
    if (slide.kind === 'section') dividers.set(slide, unique(names[at] ?? ''))
    const opening = dividers.get(slide) ?? (slide.opens === undefined ? undefined : slug(slide.opens))
    if (opening !== undefined) sections.set(slide.section, opening)
  })

  const sectionOf = ({ section }: Named): string | undefined =>
    section === undefined ? undefined : sections.get(section)
  const join = (...parts: readonly (string | undefined)[]): string => parts.filter((part) => part).join('_')
  // From short to exact; a slide takes the first of its keys that it shares with nobody.
  const keys = slides.map((slide, at): readonly string[] => {
    if (slide.kind === 'section') return []
    const name = names[at] ?? ''
    const section = sectionOf(slide)
    const eyebrow = slide.eyebrow === undefined ? undefined : slug(slide.eyebrow)
    if (slide.borrowed && section !== undefined && eyebrow === undefined) return [`${section}_1`]
    return [name, join(section, name), join(section, eyebrow, name)]
  })
  const shared = countKeys(keys)
  const isFree = (key: string): boolean => (shared.get(key) ?? 0) === 1 && !taken.has(key)
  const chosen = keys.map((each) => each.find(isFree) ?? each.at(-1) ?? '')
  const sure = new Set(chosen.filter(isFree))
  for (const key of sure) taken.add(key)

  return slides.map((slide, at) => {
    const key = chosen[at] ?? ''
    return dividers.get(slide) ?? (sure.has(key) ? key : unique(key))
  })
}

/** How many slides have a key, whichever of theirs it is. */
function countKeys(keys: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const own of keys) for (const key of new Set(own)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** Gives a key as it is the first time, then with `_2`, `_3`…, and notes it in `taken`. */
function numbering(taken: Set<string>): (key: string) => string {
  const next = new Map<string, number>()
  return (key) => {
    let number = next.get(key) ?? 1
    let id = key
    while (taken.has(id)) id = `${key}_${++number}`
    next.set(key, number)
    taken.add(id)
    return id
  }
}

/** Letters and digits of any script, lower case, the rest `-`: `## What’s new in 1.12?` → `what-s-new-in-1-12`. */
export function slug(text: string): string {
  const whole = text.normalize('NFKC').toLowerCase()
  const dashed = whole.replace(isCommon(whole) ? /[^a-z\d\u4e00-\u9fff]+/g : /[^\p{L}\p{N}\p{M}]+/gu, '-')
  const name = [...dashed.replace(/^-+/, '')].slice(0, longest).join('').replace(/-+$/, '')
  if (name === '') return 'slide'
  // A number alone in the address means the n-th slide, and no CSS name begins with a digit.
  return /^\d/.test(name) || (!isCommon(name) && /^\p{N}/u.test(name)) ? `_${name}` : name
}
