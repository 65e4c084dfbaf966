/** Slides of the same title, edited for hours: whoever reads one stays on what they read, and the author is led to what moved. */
import { describe, expect, it } from 'vitest'
import { readFrontMatter } from '../../src/parse/frontMatter.js'
import { parseNotes } from '../../src/parse/parse.js'
import { planDeck } from '../../src/plan/plan.js'
import { nameAfter } from '../../src/runtime/live/nameAfter.js'
import { editedSlide } from '../../src/serve/edited.js'
import { movesOf } from '../../src/serve/joinedSlides.js'
import { knownSlides, renamesOf, sameSlides } from '../../src/serve/sameSlides.js'
import { resolveSettings } from '../../src/settings/resolve.js'

interface Talk {
  readonly title: string
  readonly points: readonly string[]
}

const written = (sections: readonly (readonly Talk[])[]): string =>
  [
    '# Conference',
    ...sections.flatMap((talks, index) => [
      `## Day ${index + 1}`,
      ...talks.map(({ title, points }) => `### ${title}\n\n${points.map((point) => `- ${point}`).join('\n')}`),
    ]),
  ].join('\n\n')

function shownOf(text: string) {
  const source = { file: 'notes.md', text }
  const head = readFrontMatter(source)
  const { settings } = resolveSettings({ front: head.front, flags: { lang: 'en' } })
  const { slides } = planDeck(parseNotes(source, head, settings), settings)
  return {
    text,
    slides: slides.map((slide) => ({ id: slide.id, html: JSON.stringify(slide.blocks) })),
    lines: slides.map(({ kind, lines }) => (kind === 'agenda' || kind === 'closing' ? undefined : lines)),
  }
}
type ShownNotes = ReturnType<typeof shownOf>

const known = ({ text, slides, lines }: ShownNotes) => knownSlides(text, slides, lines)
const renamesBetween = (before: ShownNotes, after: ShownNotes) =>
  renamesOf(before.slides, after.slides, sameSlides(known(before), known(after)))
/** The id of the slide on which a word stands. */
const slideWith = ({ slides }: ShownNotes, word: string) => slides.find(({ html }) => html.includes(word))?.id

/** A row of numbers that is the same every time. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const swap = (a: Talk, b: Talk) => [shownOf(written([[a, b]])), shownOf(written([[b, a]]))] as const

describe('slides of one title', () => {
  const first: Talk = { title: 'Questions', points: ['alpha asks about latency', 'a long answer'] }
  const second: Talk = { title: 'Questions', points: ['beta wonders about quotas'] }

  it('take their readers along when they change places', () => {
    const [before, after] = swap(first, second)
    expect(slideWith(before, 'alpha')).toBe(slideWith(after, 'beta'))
    expect(nameAfter(slideWith(before, 'alpha'), renamesBetween(before, after))).toBe(slideWith(after, 'alpha'))
    expect(nameAfter(slideWith(before, 'beta'), renamesBetween(before, after))).toBe(slideWith(after, 'beta'))
  })

  it('keep their readers when the first of them goes: who read that one is not taken for a reader of the other', () => {
    const [before, after] = [shownOf(written([[first, second]])), shownOf(written([[second]]))]
    expect(nameAfter(slideWith(before, 'beta'), renamesBetween(before, after))).toBe(slideWith(after, 'beta'))
    expect(nameAfter(slideWith(before, 'alpha'), renamesBetween(before, after))).toBeUndefined()
  })

  it('keep them when another of that title comes elsewhere, which gives all of them longer names', () => {
    const [before, after] = [shownOf(written([[second], []])), shownOf(written([[second], [first]]))]
    expect(slideWith(after, 'beta')).not.toBe(slideWith(before, 'beta'))
    expect(nameAfter(slideWith(before, 'beta'), renamesBetween(before, after))).toBe(slideWith(after, 'beta'))
  })

  it('are known by their words, as long as these can be compared while somebody waits; many keep their order', () => {
    const numbered = (numbers: readonly number[], more: string) =>
      numbers.map((number, index) => ({ id: `questions_${index + 1}`, text: `word${number} other${number} ${more}` }))
    const turned = (count: number) => {
      const numbers = [...Array(count).keys()]
      return sameSlides(numbered(numbers, ''), numbered(numbers.toReversed(), 'more'))
    }
    expect(turned(60)).toEqual(Array.from({ length: 60 }, (_, now) => ({ at: 59 - now, now })))
    expect(turned(200)).toEqual(Array.from({ length: 200 }, (_, now) => ({ at: now, now })))
  })

  it('that have no word in common with any are known by their names', () => {
    const before = ['alpha', 'beta', 'gamma'].map((text, at) => ({ id: `questions_${at + 1}`, text }))
    const after = ['gamma', 'delta'].map((text, at) => ({ id: `questions_${at + 1}`, text }))
    expect(sameSlides(before, after)).toEqual([
      { at: 2, now: 0 },
      { at: 1, now: 1 },
    ])
  })

  it.each([1, 2, 3, 4, 5, 6])('keep their readers through a history of 80 edits (%i)', (seed) => {
    const random = dice(seed * 104729)
    const days: Talk[][] = [[], [], []].map((_, day) =>
      Array.from({ length: 4 }, (__, at) => ({ title: 'Questions', points: [`word${day}x${at}`, 'and an answer'] })),
    )
    let before = shownOf(written(days))
    let named = 0
    const faults: string[] = []
    for (let step = 0; step < 80; step++) {
      const day = days[random(days.length)] ?? []
      const at = random(day.length)
      const talk = day[at] ?? { title: 'Questions', points: [`fresh${named++}`] }
      const kind = random(7)
      if (kind === 0) day.splice(at, 1)
      if (kind === 1) day.splice(at, 0, { title: 'Questions', points: [`added${named++}`, 'and an answer'] })
      if (kind === 2) day.splice(random(day.length), 0, ...day.splice(at, 1))
      if (kind === 3) days[random(days.length)]?.push(...day.splice(at, 1))
      if (kind >= 4) day[at] = { ...talk, points: [...talk.points, `more about ${random(50)}`] }
      const after = shownOf(written(days))
      const renames = renamesBetween(before, after)
      for (const { html } of before.slides) {
        const [word] = /(?:word\dx|added|fresh)\d+/.exec(html) ?? []
        if (word === undefined) continue
        const quoted = `"${word}"`
        const now = nameAfter(slideWith(before, quoted), renames)
        if (slideWith(after, quoted) !== undefined && now !== slideWith(after, quoted))
          faults.push(`${step} ${kind}: ${word} was ${slideWith(before, quoted)}, reader sent to ${now}`)
      }
      before = after
    }
    expect(faults).toEqual([])
  })
})

describe('titles', () => {
  const notes = (first: string, second: string, third = 'Costs') =>
    shownOf(
      [
        '# Conference\n\n## Day',
        `### ${first}\n\n- alpha`,
        `### ${second}\n\n- beta of many more words\n- than the others`,
        `### ${third}\n\n- gamma`,
      ].join('\n\n'),
    )
  const moves = (before: ShownNotes, after: ShownNotes) =>
    movesOf(known(before), known(after), sameSlides(known(before), known(after)))

  it('may be others: what has all the same under it is the same slide, which is no longer where it was', () => {
    const [before, after] = [notes('Mesh', 'Edge'), notes('Mesh', 'The edge')]
    expect(renamesBetween(before, after)).toEqual([['edge', 'the-edge']])
    expect(moves(before, after)).toEqual({ joined: [], parted: [] })
    expect(renamesBetween(notes('Mesh', 'Edge'), notes('Edge', 'Mesh'))).toEqual([])
  })

  it.each([
    ['Mesh', 'Edge', 'Costs', 'The edge', 'mesh', 'edge', 'the-edge'],
    ['Demo', 'Demo', 'Demo', 'Demo', 'demo', 'demo_2', 'demo_2'],
    ['Demo', 'Demo', 'Demo', 'Show', 'demo', 'demo_2', 'show'],
  ])('may be empty for a moment: its text is on the slide before until it has one (%s, %s, %s → %s)', (...names) => {
    const [first, second, third, again, into, from, to] = names
    const [before, empty, after] = [notes(first, second, third), notes(first, '', third), notes(first, again, third)]
    expect(moves(before, empty)).toEqual({ joined: [[from, into]], parted: [] })
    expect(moves(empty, after)).toEqual({ joined: [], parted: [[into, to]] })
  })

  it('that go with their text join nothing', () => {
    const before = notes('Mesh', 'Edge')
    const after = shownOf(before.text.replace(/### Edge[^#]*/, ''))
    expect(moves(before, after)).toEqual({ joined: [], parted: [] })
  })
})

describe('an author who follows', () => {
  const talks: readonly Talk[] = ['Mesh', 'Edge', 'Storage', 'Costs'].map((title) => ({
    title,
    points: [`${title} point`, `${title} other`],
  }))
  const order = (...at: readonly number[]): ShownNotes =>
    shownOf(written([at.map((each) => talks[each] ?? talks[0])].map((day) => day.filter((talk) => talk !== undefined))))
  const edited = (before: ShownNotes, after: ShownNotes) => after.slides[editedSlide(before, after) ?? -1]?.id

  it.each([
    ['down', [1, 2, 0, 3], 'mesh'],
    ['to the end', [1, 2, 3, 0], 'mesh'],
    ['up', [0, 3, 1, 2], 'costs'],
  ])('is led to a slide that moved %s', (_, now, moved) => {
    expect(edited(order(0, 1, 2, 3), order(...now))).toBe(moved)
  })

  it('is led to the first slide of a section that moved', () => {
    const day = (name: string, ...titles: readonly string[]): string =>
      [`## ${name}`, ...titles.map((title) => `### ${title}\n\n- about ${title}`)].join('\n\n')
    const [one, two, three] = [
      day('Monday', 'Mesh', 'Quotas'),
      day('Tuesday', 'Edge', 'Retries'),
      day('Friday', 'Costs', 'Storage'),
    ]
    const notes = (...days: readonly string[]): ShownNotes => shownOf(['# Conference', ...days].join('\n\n'))
    expect(edited(notes(one, two, three), notes(two, three, one))).toBe('monday')
  })

  it('is led to what was written, when something moved in the same save', () => {
    const moved = order(1, 2, 0, 3)
    expect(edited(order(0, 1, 2, 3), shownOf(moved.text.replace('Edge point', 'Edge points')))).toBe('edge')
  })
})
