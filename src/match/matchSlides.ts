/** Slides of a deck before and after an edit → which one became which. Pure. */
import { type Features, featuresOf, likelyAmong, likeness } from './likeness.js'
import type { Traits } from './traits.js'

/** Slides that share less are two different ones… */
const ALIKE = 0.4
/** …unless they stand in the same place between the same neighbours. */
const ALIKE_IN_PLACE = 0.15
/** A title that no other slide has names its slide, whatever that says now. */
const OWN_TITLE = 1
/** One that several share counts as much as half of the words… */
const SHARED_TITLE = 0.5
/** …and of two that are equally near, the one that kept its address. */
const SAME_ID = 0.01

/**
 * Slides that are just the same are paired first, then those with one title or much of their words in common, the likest
 * first, at last those that took another's place. So a new title is a change of its slide, and not one gone and another
 * one made; and slides that share a title are known by what they say.
 * @param gone slides that went away earlier, and may be back
 * @returns for each slide after, the index of the one before that it was, those that are gone counted on behind; undefined
 *   for new ones
 */
export function matchSlides(
  before: readonly Traits[],
  after: readonly Traits[],
  gone: readonly Traits[] = [],
): readonly (number | undefined)[] {
  const pairs = new Pairs([...before, ...gone], before.length, after)
  pairs.join(({ id, print }) => `${print} ${id}`)
  pairs.join(({ print }) => print)
  pairs.joinLikest()
  pairs.joinInPlace()
  return pairs.matched
}

interface Candidate {
  readonly at: number
  readonly now: number
  readonly score: number
}

class Pairs {
  readonly matched: (number | undefined)[]
  private readonly taken = new Set<number>()
  private readonly features = new Map<Traits, Features>()

  /** @param alive how many of those before were there right before */
  constructor(
    private readonly before: readonly Traits[],
    private readonly alive: number,
    private readonly after: readonly Traits[],
  ) {
    this.matched = after.map(() => undefined)
  }

  /** Pairs slides of the same name, those of several that share one in their order. */
  join(nameOf: (slide: Traits) => string, most = this.before.length): void {
    const places = groupsOf(
      this.before,
      this.freeBefore().filter((at) => at < most),
      nameOf,
    )
    for (const now of this.freeAfter()) {
      const slide = this.after[now]
      const at = slide && places.get(nameOf(slide))?.shift()
      if (at !== undefined) this.pair(at, now)
    }
  }

  joinLikest(): void {
    const [left, open] = [this.freeBefore(), this.freeAfter()]
    if (left.length === 0 || open.length === 0) return
    const byId = new Map(left.map((at) => [this.before[at]?.id, at]))
    const byTitle = groupsOf(this.before, left, titleOf)
    const isOwn = this.ownTitles()
    const likely = likelyAmong(left.map((at) => this.featuresAt(this.before, at)))
    const candidates = open.flatMap((now): readonly Candidate[] => {
      const made = this.after[now]
      if (!made) return []
      const title = titleOf(made)
      const alike = likely(this.featuresAt(this.after, now)).flatMap((index) => left[index] ?? [])
      const named = [byId.get(made.id), ...(isOwn(title) ? (byTitle.get(title) ?? []) : [])]
      return [...new Set([...named, ...alike])].flatMap((at) => {
        const old = at === undefined ? undefined : this.before[at]
        if (at === undefined || !old) return []
        const words = this.likeness(at, now)
        const shares = title !== '' && titleOf(old) === title
        const worth = shares ? (isOwn(title) ? OWN_TITLE : SHARED_TITLE) : 0
        // What went long ago is not back because its title is.
        const isKnown = worth === OWN_TITLE || (worth === SHARED_TITLE && at < this.alive)
        if (!isKnown && words < ALIKE) return []
        return [{ at, now, score: words + worth + (old.id === made.id ? SAME_ID : 0) }]
      })
    })
    const distance = ({ at, now }: Candidate): number => Math.abs(at - now)
    candidates.sort((a, b) => b.score - a.score || distance(a) - distance(b) || a.now - b.now)
    for (const { at, now } of candidates) this.pair(at, now)
    // Namesakes with no words in common are still called the same.
    this.join((slide) => titleOf(slide) || `${slide.kind} ${slide.id}`, this.alive)
  }

  /** One gone and one new between neighbours that stayed. What the deck or a heading alone makes has few words to compare. */
  joinInPlace(): void {
    for (const now of this.freeAfter()) {
      const at = now === 0 ? 0 : (this.matched[now - 1] ?? Number.NaN) + 1
      const [old, made] = [this.before[at], this.after[now]]
      const next = now + 1 < this.after.length ? this.matched[now + 1] : this.alive
      if (!old || !made || at >= this.alive || next !== at + 1 || old.kind !== made.kind) continue
      if (made.kind !== 'content' || this.likeness(at, now) >= ALIKE_IN_PLACE) this.pair(at, now)
    }
  }

  private pair(at: number, now: number): void {
    if (this.taken.has(at) || this.matched[now] !== undefined) return
    this.taken.add(at)
    this.matched[now] = at
  }

  private freeBefore(): readonly number[] {
    return [...this.before.keys()].filter((at) => !this.taken.has(at))
  }

  private freeAfter(): readonly number[] {
    return [...this.after.keys()].filter((now) => this.matched[now] === undefined)
  }

  private ownTitles(): (title: string) => boolean {
    const shared = [this.before.slice(0, this.alive), this.after].map((slides) => {
      const [seen, more] = [new Set<string>(), new Set<string>()]
      for (const title of slides.map(titleOf)) (seen.has(title) ? more : seen).add(title)
      return more
    })
    return (title) => title !== '' && shared.every((more) => !more.has(title))
  }

  private likeness(at: number, now: number): number {
    const [one, other] = [this.before[at]?.text ?? '', this.after[now]?.text ?? '']
    if (one !== '' && (one === other || goesOn(one, other) || goesOn(other, one))) return 1
    return likeness(this.featuresAt(this.before, at), this.featuresAt(this.after, now))
  }

  private featuresAt(slides: readonly Traits[], index: number): Features {
    const slide = slides[index]
    if (!slide) return new Set()
    const features = this.features.get(slide) ?? featuresOf(`${slide.title}\n${slide.text}`)
    this.features.set(slide, features)
    return features
  }
}

/** What the deck makes by itself is one of its kind, whatever it is called. */
export const titleOf = ({ kind, title }: Traits): string =>
  kind === 'content' || kind === 'section' ? title : ` ${kind}`

/** Whether the one is all of the other and what comes behind it: that may be more, as when the next slide loses its title. */
const goesOn = (one: string, other: string): boolean => other !== '' && one.startsWith(`${other}\n`)

function groupsOf(
  slides: readonly Traits[],
  places: readonly number[],
  nameOf: (slide: Traits) => string,
): ReadonlyMap<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const at of places) {
    const slide = slides[at]
    const group = slide && groups.get(nameOf(slide))
    if (group) group.push(at)
    else if (slide) groups.set(nameOf(slide), [at])
  }
  return groups
}
