/** Notes that are edited for hours: every slide keeps its key, and its address as long as it keeps its title. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type KnownSlide, lastingSlides } from '../../src/match/lasting.js'
import { type LastingDeck, lastingDeck } from '../../src/match/lastingDeck.js'
import { matchSlides } from '../../src/match/matchSlides.js'
import type { Traits } from '../../src/match/traits.js'
import { addressMark } from '../../src/model/addressMark.js'
import { readFrontMatter } from '../../src/parse/frontMatter.js'
import { parseNotes } from '../../src/parse/parse.js'
import { planDeck } from '../../src/plan/plan.js'
import { slideOfEarlier } from '../../src/runtime/player/formerId.js'
import { editedSlide } from '../../src/serve/edited.js'
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

interface Made extends LastingDeck {
  readonly text: string
  readonly gone: readonly KnownSlide[]
}

/** The deck of these notes after that one, as a page that is served has it. */
function made(text: string, before?: Made, compose = 'auto'): Made {
  const source = { file: 'notes.md', text }
  const head = readFrontMatter(source)
  const { settings } = resolveSettings({ front: head.front, flags: { lang: 'en', compose } })
  const deck = lastingDeck(planDeck(parseNotes(source, head, settings), settings), before?.slides, before?.gone)
  const keys = new Set(deck.slides.map(({ key }) => key))
  const gone = [...(before?.gone ?? []), ...(before?.slides ?? [])].filter(({ key }) => !keys.has(key))
  return { ...deck, text, gone }
}

/** The slide on which these words stand. */
const slideWith = ({ slides }: Made, words: string) => slides.find(({ text }) => text.includes(words))
const keyOf = (deck: Made, words: string) => slideWith(deck, words)?.key
const addressOf = (deck: Made, words: string) => slideWith(deck, words)?.id
/** Where an address of an earlier deck leads. */
const leadsTo = ({ slides }: Made, address: string): string | undefined => {
  const ids = slides.map(({ id }) => id)
  const earlier = new Map(slides.flatMap(({ id, was }) => was.map((mark) => [mark, id] as const)))
  return ids.includes(address) ? address : slideOfEarlier(address, ids, earlier)
}

/** A row of numbers that is the same every time. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

describe('slides of one title', () => {
  const first: Talk = { title: 'Questions', points: ['alpha asks about latency', 'a long answer'] }
  const second: Talk = { title: 'Questions', points: ['beta wonders about quotas'] }
  const third: Talk = { title: 'Questions', points: ['gamma has no question'] }

  it.each([
    ['change places', [[first, second]], [[second, first]]],
    ['are joined by a third in front', [[first, second]], [[third, first, second]]],
    ['are joined by a third between them', [[first, second]], [[first, third, second]]],
    [
      'are joined by one elsewhere, which would give all of them longer addresses',
      [[first], [second]],
      [[first], [second, third]],
    ],
    ['lose the first of them', [[first, second]], [[second]]],
    ['lose the last of them', [[first, second]], [[first]]],
    ['go to another day, one past the other', [[first], [second]], [[second], [first]]],
  ])('keep keys and addresses when they %s', (_, old, now) => {
    const before = made(written(old))
    const after = made(written(now), before)
    for (const word of ['alpha', 'beta']) {
      if (slideWith(after, word) === undefined) continue
      expect(keyOf(after, word)).toBe(keyOf(before, word))
      expect(addressOf(after, word)).toBe(addressOf(before, word))
    }
    expect(keyOf(after, 'gamma') ?? 'none').not.toBe(keyOf(before, 'alpha'))
    expect(new Set(after.slides.map(({ key }) => key)).size).toBe(after.slides.length)
    expect(new Set(after.slides.map(({ id }) => id)).size).toBe(after.slides.length)
  })

  it('change places and one of them its words, in the same save', () => {
    const before = made(written([[first, second]]))
    const after = made(written([[{ ...second, points: ['beta wonders about many quotas'] }, first]]), before)
    expect(keyOf(after, 'beta')).toBe(keyOf(before, 'beta'))
    expect(keyOf(after, 'alpha')).toBe(keyOf(before, 'alpha'))
  })

  it.each([60, 400])('are known by their words, however many there are (%i)', (count) => {
    const traits = (numbers: readonly number[], more: string): readonly Traits[] =>
      numbers.map((number, index) => {
        const text = `word${number} other${number}${more}`
        return { id: `questions_${index + 1}`, kind: 'content', title: 'Questions', text, print: text }
      })
    const numbers = [...Array(count).keys()]
    const matched = matchSlides(traits(numbers, ''), traits(numbers.toReversed(), ' more'))
    expect(matched).toEqual(numbers.toReversed())
  })

  it.each([1, 2, 3, 4, 5, 6])('keep key and address through a history of 80 edits (%i)', (seed) => {
    const random = dice(seed * 104729)
    const days: Talk[][] = [[], [], []].map((_, day) =>
      Array.from({ length: 4 }, (__, at) => ({ title: 'Questions', points: [`word${day}x${at}`, 'and an answer'] })),
    )
    let before = made(written(days), undefined, 'plain')
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
      const after = made(written(days), before, 'plain')
      for (const { text, key, id } of before.slides) {
        const [word] = /(?:word\dx|added|fresh)\d+/.exec(text) ?? []
        const now = word === undefined ? undefined : after.slides.find((slide) => slide.text.split('\n').includes(word))
        if (now !== undefined && (now.key !== key || now.id !== id))
          faults.push(`${step} ${kind}: ${word} was ${id}, is ${now.id}`)
      }
      before = after
    }
    expect(faults).toEqual([])
  })
})

describe('a title', () => {
  const notes = (first: string, second: string, third = 'Costs') =>
    [
      '# Conference\n\n## Day',
      `### ${first}\n\n- alpha`,
      `### ${second}\n\n- beta of many more words\n- than the others`,
      `### ${third}\n\n- gamma`,
    ].join('\n\n')

  it.each([
    ['Edge', 'The edge of the network'],
    ['小结', '总结与展望'],
    ['Demo', 'Questions'],
  ])(
    'that is typed anew letter by letter keeps its slide, and every address on the way leads there: %s → %s',
    (from, to) => {
      let deck = made(notes('Mesh', from))
      const key = keyOf(deck, 'beta')
      const addresses = [addressOf(deck, 'beta') ?? '']
      const typed = [
        ...[...from].map((_, at) => from.slice(0, from.length - 1 - at)),
        ...[...to].map((_, at) => to.slice(0, at + 1)),
      ]
      for (const title of typed) {
        deck = made(notes('Mesh', title), deck)
        // Without a title it is a part of the slide before it.
        if (title === '') expect(keyOf(deck, 'beta')).toBe(keyOf(deck, 'alpha'))
        else {
          expect(keyOf(deck, 'beta')).toBe(key)
          addresses.push(addressOf(deck, 'beta') ?? '')
        }
      }
      for (const address of addresses) expect(leadsTo(deck, address)).toBe(addressOf(deck, 'beta'))
      expect(keyOf(deck, 'alpha')).not.toBe(key)
    },
  )

  it('that is empty for a moment is the same slide again, whoever shares it', () => {
    for (const again of ['Demo', 'Show']) {
      const before = made(notes('Demo', 'Demo', 'Demo'))
      const after = made(notes('Demo', again, 'Demo'), made(notes('Demo', '', 'Demo'), before))
      for (const word of ['alpha', 'beta', 'gamma']) expect(keyOf(after, word)).toBe(keyOf(before, word))
    }
  })

  it('that no other slide has names its slide, whatever that says: two that exchange titles exchange keys', () => {
    const before = made(notes('Mesh', 'Edge'))
    const after = made(notes('Edge', 'Mesh'), before)
    expect(keyOf(after, 'alpha')).toBe(keyOf(before, 'beta'))
    expect(addressOf(after, 'alpha')).toBe('edge')
  })

  it('that another slide takes has its address, and no longer leads to the one that had it', () => {
    const before = made(notes('Mesh', 'Edge'))
    const renamed = made(notes('Mesh', 'Border'), before)
    const after = made(notes('Edge', 'Border'), renamed)
    expect(leadsTo(renamed, 'edge')).toBe('border')
    expect(leadsTo(after, 'edge')).toBe(addressOf(after, 'alpha'))
    expect(slideWith(after, 'beta')?.was).not.toContain(addressMark('edge'))
  })

  it('is not to be read from the marks of earlier addresses', () => {
    const after = made(notes('Mesh', 'Edge'), made(notes('Mesh', 'Nobody must know')))
    expect(JSON.stringify(after.deck)).not.toMatch(/nobody/i)
  })
})

it('a slide that goes with its text and comes back is the same; links to slides follow their addresses', () => {
  const all = '# Talk\n\n## Alpha\n\n- one\n\n## Beta\n\n[see](#alpha) and more\n\n## Gamma\n\n- three\n'
  const before = made(all)
  const without = made(all.replace(/## Beta[\s\S]*?(?=## Gamma)/, ''), before)
  expect(keyOf(without, 'see')).toBeUndefined()
  expect(keyOf(made(all, without), 'see')).toBe(keyOf(before, 'see'))
  // Two of that title by now: it is not its address that is another one, but that of the new slide.
  const twice = made(`# Talk\n\n## Part\n\n### Alpha\n\n- zero\n\n${all.slice(8)}`, before)
  expect(addressOf(twice, 'one')).toBe('alpha')
  expect(JSON.stringify(twice.deck.slides)).toContain('"href":"#')
})

it('a slide that went is not back because another one has its title, when others have it, too', () => {
  const talks = (...words: readonly string[]) =>
    written([words.map((word) => ({ title: 'Questions', points: [`${word} asks`] }))])
  const before = made(talks('anna', 'bert'))
  const without = made(talks('anna'), before)
  const after = made(talks('anna', 'something quite different'), without)
  expect(keyOf(after, 'different')).not.toBe(keyOf(before, 'bert'))
  expect(keyOf(made(talks('anna', 'bert'), after), 'bert')).toBe(keyOf(before, 'bert'))
})

it('half a file that is saved first takes no keys away', () => {
  const all = written([['Mesh', 'Edge', 'Costs', 'Storage'].map((title) => ({ title, points: [`${title} point`] }))])
  const before = made(all)
  const after = made(all, made(all.slice(0, all.indexOf('### Edge')), before))
  expect(after.slides.map(({ key, id }) => [key, id])).toEqual(before.slides.map(({ key, id }) => [key, id]))
})

describe('keys', () => {
  const slide = fc.record({
    title: fc.constantFrom('A', 'B', 'C', ''),
    text: fc.constantFrom('x', 'x y', 'x y z', 'q', ''),
  })
  const deck = fc.array(slide, { maxLength: 12 }).map((slides) =>
    slides.map(({ title, text }, at): Traits => {
      const id = `${title || 'slide'}_${at}`
      return { id, kind: 'content', title, text, print: `${title} ${text}` }
    }),
  )

  it('are all different, and so are addresses; the same decks give the same ones', () => {
    fc.assert(
      fc.property(deck, deck, deck, (first, second, third) => {
        const one = lastingSlides(first)
        const two = lastingSlides(second, one)
        const gone = one.filter(({ key }) => two.every((other) => other.key !== key))
        const three = lastingSlides(third, two, gone)
        for (const slides of [one, two, three]) {
          expect(new Set(slides.map(({ key }) => key)).size).toBe(slides.length)
          expect(new Set(slides.map(({ id }) => id)).size).toBe(slides.length)
        }
        expect(lastingSlides(third, two, gone)).toEqual(three)
        expect(lastingSlides(first)).toEqual(one)
      }),
    )
  })

  it('and addresses stay in a deck that nobody touched, and in one that was only put in another order', () => {
    fc.assert(
      fc.property(deck, fc.array(fc.nat()), (first, order) => {
        const one = lastingSlides(first)
        const planned = (slides: readonly KnownSlide[]): readonly Traits[] =>
          slides.map(({ kind, title, text, print }, at) => ({ id: `p${at}`, kind, title, text, print }))
        expect(lastingSlides(first, one)).toEqual(one)
        const turned = [...one].sort((a, b) => (order[one.indexOf(a)] ?? 0) - (order[one.indexOf(b)] ?? 0))
        const two = lastingSlides(planned(turned), one)
        expect(two.map(({ print }) => print)).toEqual(turned.map(({ print }) => print))
        expect(new Set(two.map(({ key }) => key))).toEqual(new Set(one.map(({ key }) => key)))
        // Twins apart, which nobody can tell from each other.
        const twins = new Set(one.map(({ print }) => print)).size < one.length
        if (!twins) expect(two.map(({ key, id }) => [key, id])).toEqual(turned.map(({ key, id }) => [key, id]))
      }),
    )
  })
})

describe('an author who follows', () => {
  const talks: readonly Talk[] = ['Mesh', 'Edge', 'Storage', 'Costs'].map((title) => ({
    title,
    points: [`${title} point`, `${title} other`],
  }))
  const order = (...at: readonly number[]): string => written([at.flatMap((each) => talks[each] ?? [])])
  const notesOf = ({ text, slides, deck }: Made) => ({
    text,
    slides: slides.map(({ key, print }) => ({ key, html: print })),
    lines: deck.slides.map(({ kind, lines }) => (kind === 'agenda' || kind === 'closing' ? undefined : lines)),
  })
  const edited = (old: string, now: string) => {
    const before = made(old)
    const after = made(now, before)
    return after.slides[editedSlide(notesOf(before), notesOf(after)) ?? -1]?.id
  }

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
    const notes = (...days: readonly string[]): string => ['# Conference', ...days].join('\n\n')
    expect(edited(notes(one, two, three), notes(two, three, one))).toBe('monday')
  })

  it('is led to what was written, when something moved in the same save', () => {
    const moved = order(1, 2, 0, 3)
    expect(edited(order(0, 1, 2, 3), moved.replace('Edge point', 'Edge points'))).toBe('edge')
  })
})

it('however many slides are just the same, each has a key and an address of its own', () => {
  const facts = { id: 'a', kind: 'content', title: 'a', text: 'same', print: 'x' } as const
  const slides = lastingSlides(Array.from({ length: 20_000 }, () => facts))
  expect([slides[1]?.id, slides[19_999]?.id]).toEqual(['a_2', 'a_20000'])
  expect(new Set(slides.map(({ key }) => key)).size).toBe(20_000)
})

describe('a divider that is no more', () => {
  const notes = (more: string): string =>
    `# Conf\n\n## Day 1\n\n### Opening\n\n- a\n${more}\n## Day 2\n\n### Talks\n\n- b\n\n### Ends\n\n- c`
  it('leaves its address to what opens its section, and has it back when it is', () => {
    const two = made(notes('\n### Noon\n\n- n\n'))
    expect(two.deck.slides.map(({ id }) => id)).toContain('day-1')
    const one = made(notes(''), two)
    expect(one.deck.slides.map(({ id }) => id)).not.toContain('day-1')
    expect(leadsTo(one, 'day-1')).toBe('opening')
    const again = made(notes('\n### Noon\n\n- n\n'), one)
    expect(leadsTo(again, 'day-1')).toBe('day-1')
    expect(leadsTo(again, 'opening')).toBe('opening')
  })
})

describe('slides that a directory gathers', () => {
  it('leave their addresses to it', () => {
    const notes = (more: string): string =>
      `# Conf\n\n## Topic\n\n- a\n\n## Blog\n\n- [Saw](https://e.example/saw)\n\n${more}## Code\n\n- https://e.example/code\n`
    const apart = made(notes('## Words\n\n- between\n\n'))
    const together = made(notes(''), apart)
    expect(together.deck.slides.map(({ id }) => id)).not.toContain('code')
    expect(leadsTo(together, 'blog')).toBe('references')
    expect(leadsTo(together, 'code')).toBe('references')
  })
})

describe('small slides that come to stand side by side', () => {
  it('leave their addresses to what gathers them', () => {
    const notes = (more: string): string =>
      `---\nsections: 2\nslides: 4\n---\n# Conf\n\n## Monday\n\n### Words\n\nAlone.\n\n### Day\n\n#### One\n\n- a\n- b\n\n#### Two\n\n- c\n- d\n\n${more}`
    const long = `${'A sentence of some length. '.repeat(9)}\n\n${'And another one. '.repeat(9)}`
    const apart = made(notes(`#### Three\n\n${long}\n`))
    expect(apart.deck.slides.map(({ id }) => id)).toContain('two')
    const together = made(notes('#### Three\n\n- e\n- f\n'), apart)
    expect(together.deck.slides.map(({ id }) => id)).not.toContain('two')
    expect(leadsTo(together, 'one')).toBe(leadsTo(together, 'two'))
    expect(leadsTo(together, 'two')).toBe('day')
  })
})
