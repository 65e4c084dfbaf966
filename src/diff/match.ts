/** Slides of a deck before and after an edit → which one became which. Pure. */
import { type Features, featuresOf, likelyAmong, likeness } from './alike.js'
import type { SlideFacts } from './facts.js'

/** Slides that share less are two different ones… */
const ALIKE = 0.4
/** …unless they stand in the same place between the same neighbours. */
const ALIKE_IN_PLACE = 0.15
/** How much the same id counts: as much as half of the words. Ids of slides with equal titles are numbered, and move up. */
const SAME_ID = 0.5

/**
 * Slides that are just the same are paired first, then those with the same id or much of their words in common, the likest
 * first, at last those that took another's place. So a new title is a change of its slide, and not one gone and another
 * one made.
 * @returns for each slide after, the index of the one before that it was; undefined for new ones
 */
export function matchSlides(
  before: readonly SlideFacts[],
  after: readonly SlideFacts[],
): readonly (number | undefined)[] {
  const pairs = new Pairs(before, after)
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
  private readonly features = new Map<SlideFacts, Features>()

  constructor(
    private readonly before: readonly SlideFacts[],
    private readonly after: readonly SlideFacts[],
  ) {
    this.matched = after.map(() => undefined)
  }

  /** Pairs slides of the same key, those of several that share one in their order. */
  join(keyOf: (slide: SlideFacts) => string): void {
    const places = new Map<string, number[]>()
    for (const at of this.freeBefore()) {
      const slide = this.before[at]
      if (slide) places.set(keyOf(slide), [...(places.get(keyOf(slide)) ?? []), at])
    }
    for (const now of this.freeAfter()) {
      const slide = this.after[now]
      const at = slide && places.get(keyOf(slide))?.shift()
      if (at !== undefined) this.pair(at, now)
    }
  }

  joinLikest(): void {
    const left = this.freeBefore()
    const byId = new Map(left.map((at) => [this.before[at]?.id, at]))
    const likely = likelyAmong(left.map((at) => this.featuresAt(this.before, at)))
    const candidates = this.freeAfter().flatMap((now): readonly Candidate[] => {
      const same = byId.get(this.after[now]?.id)
      const alike = likely(this.featuresAt(this.after, now)).flatMap((index) => left[index] ?? [])
      return [...new Set([...(same === undefined ? [] : [same]), ...alike])].flatMap((at) => {
        const words = this.likeness(at, now)
        return at === same || words >= ALIKE ? [{ at, now, score: words + (at === same ? SAME_ID : 0) }] : []
      })
    })
    const distance = ({ at, now }: Candidate): number => Math.abs(at - now)
    candidates.sort((a, b) => b.score - a.score || distance(a) - distance(b) || a.now - b.now)
    for (const { at, now } of candidates) this.pair(at, now)
  }

  /** One gone and one new between neighbours that stayed. What the deck or a heading alone makes has few words to compare. */
  joinInPlace(): void {
    for (const now of this.freeAfter()) {
      const at = now === 0 ? 0 : (this.matched[now - 1] ?? Number.NaN) + 1
      const [old, made] = [this.before[at], this.after[now]]
      const next = now + 1 < this.after.length ? this.matched[now + 1] : this.before.length
      if (!old || !made || next !== at + 1 || old.kind !== made.kind) continue
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

  private likeness(at: number, now: number): number {
    return likeness(this.featuresAt(this.before, at), this.featuresAt(this.after, now))
  }

  private featuresAt(slides: readonly SlideFacts[], index: number): Features {
    const slide = slides[index]
    if (!slide) return new Set()
    const features = this.features.get(slide) ?? featuresOf(`${slide.title}\n${slide.text}`)
    this.features.set(slide, features)
    return features
  }
}
