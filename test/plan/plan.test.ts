import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Slide } from '../../src/model/deck.js'
import type { Block } from '../../src/model/notes.js'
import { blocksText, plainText } from '../../src/model/text.js'
import { aside, cut, front, h, list, p, picture, plan, text } from './build.js'

const titleOf = ({ title }: Slide): string => plainText(title)
const eyebrowOf = ({ eyebrow }: Slide): string => plainText(eyebrow ?? [])
const content = (slides: readonly Slide[]): readonly Slide[] =>
  slides.filter(({ kind }) => kind !== 'title' && kind !== 'agenda')
/** `kind title`, with the eyebrow in front where there is one. */
const shape = (slides: readonly Slide[]): readonly string[] =>
  content(slides).map((slide) => `${slide.layout} ${slide.eyebrow ? `${eyebrowOf(slide)} > ` : ''}${titleOf(slide)}`)

const long = (words: string): Block => p(`${words} `.repeat(200).trim())

describe('title', () => {
  it('is the leading h1, and the front matter outranks it', () => {
    const blocks = [h(1, 'My talk'), p('A full sentence, about it.'), h(2, 'One'), p('x')]
    expect(plan(blocks).title).toBe('My talk')
    const named = plan(blocks, {}, front({ title: 'Another' }))
    expect(named.title).toBe('Another')
    expect(named.facts.subtitle).toBe('My talk')
  })

  it('is the file name when several headings claim it', () => {
    const blocks = [h(1, 'One'), p('x'), h(1, 'Two'), p('y')]
    expect(plan(blocks, {}, { file: 'a/kubecon-2017-day-1-keynote.md' }).title).toBe('Kubecon 2017 day 1 keynote')
    expect(plan(blocks, {}, { file: 'C:\\talks\\云原生大会\\README.md' }).title).toBe('云原生大会')
  })

  it('is the first of several headings when the properties of the whole stand below it, and of no other', () => {
    const properties = list('Created: June 3, 2024', 'Tags: AI, Conference')
    const deck = plan([h(1, 'Summit'), properties, h(1, 'Morning'), p('x'), h(1, 'Afternoon'), p('y')])
    expect(deck.title).toBe('Summit')
    expect(shape(deck.slides).slice(-2)).toEqual(['statement Morning', 'statement Afternoon'])
    expect(plan([h(1, 'One'), properties, h(1, 'Two'), properties]).title).toBe('My notes')
    expect(plan([h(1, 'One'), list('a', 'b'), h(1, 'Two'), p('x')]).title).toBe('My notes')
  })

  it('stays one heading when front matter says the same in other letters', () => {
    const deck = plan([h(1, 'My  Talk!'), h(2, 'One'), p('x')], {}, front({ title: 'my talk' }))
    expect(deck.title).toBe('My  Talk!')
    expect(deck.facts.subtitle).toBe('')
  })

  it('takes lines that say what they are, labels included', () => {
    const lines = list('时间：2018年11月14日 9:30', '地点：上海')
    expect(plan([h(1, 'T'), lines, h(2, 'A'), p('x')]).facts).toMatchObject({
      date: '时间：2018年11月14日 9:30',
      place: '地点：上海',
    })
    expect(plan([h(1, 'T'), p('Where: the big hall'), h(2, 'A'), p('x')]).facts.place).toBe('Where: the big hall')
    expect(plan([h(1, 'T'), p('Budget: 100 €'), h(2, 'A'), p('x')]).facts).toMatchObject({ subtitle: '', place: '' })
  })

  it('has the day of the front matter, not the minute', () => {
    const dateOf = (date: string) => plan([h(1, 'T')], {}, front({ date })).facts.date
    expect(dateOf('2019-06-25 20:11:33')).toBe('2019-06-25')
    expect(dateOf('2024-03-20T09:12:00+01:00')).toBe('2024-03-20')
    expect(dateOf('14 Nov, 10:00')).toBe('14 Nov, 10:00')
  })

  it('keeps a heading that is neither title nor subtitle on the preface', () => {
    const deck = plan([h(1, 'Written'), p('A sentence.')], {}, front({ title: 'Named', subtitle: 'Known' }))
    expect(blocksText(deck.slides[1]?.blocks ?? [])).toBe('Written\nA sentence.')
  })

  it('takes facts from the first short lines, and says them once', () => {
    const deck = plan([
      h(1, 'T'),
      p('KubeCon China 2018'),
      p('14 Nov 2018'),
      p('What I saw'),
      p('Another line'),
      h(2, 'A'),
      p('x'),
    ])
    expect(deck.facts).toMatchObject({ event: 'KubeCon China 2018', date: '14 Nov 2018', subtitle: 'What I saw' })
    expect(blocksText(deck.slides[1]?.blocks ?? [])).toBe('Another line')
  })

  it('takes no sentences, introductions, links, or what front matter has already', () => {
    const link: Block = { ...p(''), inlines: [{ kind: 'link', href: 'https://x.example', children: text('slides') }] }
    for (const first of [p('It was good.'), p('Points:', { introduces: true }), link, p('很长的一句，没有说完')])
      expect(plan([h(1, 'T'), first, h(2, 'A'), p('x')]).facts.subtitle).toBe('')
    const known = plan([h(1, 'T'), p('DevConf 2019'), h(2, 'A'), p('x')], {}, front({ event: 'DevConf' }))
    expect(known.facts.event).toBe('DevConf')
    expect(blocksText(known.slides[1]?.blocks ?? [])).toBe('DevConf 2019')
  })

  it.each([
    ['event', 'KubeCon 14 Nov 2018'],
    ['event', '云栖大会'],
    ['event', 'DevDays Utrecht'],
    ['event', 'Talks of 2019'],
    ['date', 'Monday 14 May 2018'],
    ['date', '2018年11月14日'],
    ['date', 'Nov 2018'],
    ['subtitle', 'What I heard on Monday'],
  ])('takes for the %s: %s', (field, line) => {
    expect(plan([h(1, 'T'), p(line), h(2, 'A'), p('x')]).facts).toMatchObject({ [field]: line })
  })

  it('reads lines below one another as facts, if a date is among them', () => {
    const dated = plan([h(1, '大会'), list('2019年6月24日', '上海'), h(2, 'A'), p('x')])
    expect(dated.facts).toMatchObject({ date: '2019年6月24日', place: '上海' })
    const points = plan([h(1, 'T'), list('more tests', 'fewer bugs'), h(2, 'A'), p('x')])
    expect(Object.values(points.facts).join('')).toBe('')
  })

  it('joins authors as the language does', () => {
    const authors = front({ author: ['甲', '乙'] })
    expect(plan([], {}, { ...authors, lang: 'zh-Hans' }).facts.author).toBe('甲、乙')
    expect(plan([], {}, authors).facts.author).toBe('甲, 乙')
  })

  it('reads a lone heading that holds everything as the subtitle', () => {
    const deck = plan([h(1, 'Channels'), h(2, 'Jane Doe, Acme'), h(3, 'Ideas'), p('x'), h(3, 'Why'), p('y')])
    expect(deck.facts.subtitle).toBe('Jane Doe, Acme')
    expect(deck.slides.map(eyebrowOf).join('')).toBe('')
  })
})

describe('sections and slides', () => {
  const days = [
    h(1, 'Conf'),
    h(2, 'Day 1'),
    p('It began.'),
    h(3, 'Morning'),
    p('a'),
    h(3, 'Noon'),
    p('n'),
    h(3, 'Evening'),
    h(4, 'Dinner'),
    p('b'),
    h(2, 'Day 2'),
    h(3, 'Opening'),
    list('c', 'd'),
    h(3, 'Closing'),
    h(2, 'Day 3'),
    p('Short.'),
    picture('A view'),
  ]

  it('finds no sections where one heading of several has all the parts', () => {
    const parts = [1, 2, 3, 4, 5, 6].flatMap((part) => [h(3, `Part ${part}`), p('x')])
    const one = [h(1, 'T'), h(2, 'A'), ...parts, h(2, 'B'), p('x'), h(2, 'C'), p('x')]
    expect(plan(one).sections).toEqual([])
    expect(plan([...one, ...parts.slice(0, 4)]).sections).toHaveLength(3)
  })

  it('finds days as sections, with leads, eyebrows and an agenda', () => {
    const deck = plan(days)
    expect(deck.sections.map(({ slide }) => slide)).toEqual(['day-1', 'day-2', 'day-3'])
    expect(shape(deck.slides)).toEqual([
      'section Day 1',
      'statement Morning',
      'statement Noon',
      'statement Evening > Dinner',
      'section Day 2',
      'points Opening',
      'statement Closing',
      // What follows its lead has its title.
      'beside Day 3',
    ])
    expect(deck.slides[1]).toMatchObject({ id: 'agenda', kind: 'agenda' })
    expect(JSON.stringify(deck.slides[1])).toContain('"href":"#day-2"')
    const divider = deck.slides.find(({ id }) => id === 'day-1')
    expect(blocksText(divider?.blocks ?? [])).toBe('It began.')
    expect(deck.slides.map(({ section }) => section)).toEqual([undefined, undefined, 0, 0, 0, 0, 1, 1, 1, 2])
  })

  it('hangs bookmarks as the headings hang', () => {
    const { slides } = plan(days)
    expect(slides.map(({ bookmark }) => bookmark)).toEqual([1, 1, 1, 2, 2, 3, 1, 2, 2, 1])
    expect(slides[5]?.bookmarkParents).toEqual(['Evening'])
  })

  it('are counted on the panel of the cover, or the slides are, unless there are few or somebody asked for another cover', () => {
    const panelOf = (blocks: readonly Block[], flags = {}) => plan(blocks, flags).slides[0]?.panel
    const topics = (count: number) =>
      Array.from({ length: count }, (_, at) => [h(2, `Topic ${at}`), list('a', 'b')]).flat()
    expect(panelOf(days)).toEqual({ sections: 3, counts: true })
    expect(panelOf([h(1, 'T'), ...topics(7)])).toEqual({ counts: true })
    expect(panelOf([h(1, 'T'), ...topics(3)])).toEqual({ counts: false })
    expect(panelOf(days, { compose: 'plain' })).toBeUndefined()
    expect(panelOf([h(1, 'T', { attributes: { background: 'night.jpg' } }), ...topics(7)])).toBeUndefined()
    expect(plan(days, {}, { read: 'slides' }).slides.some(({ panel }) => panel)).toBe(false)
  })

  it('have dividers that say what no slide behind them says, or all of them where the notes are not composed', () => {
    const one = [h(2, 'One'), p('Lead.'), h(3, 'Topic'), list('a', 'b')]
    const same = [h(2, '1. Two'), h(3, 'Two'), list('c', 'd'), h(3, 'Three'), list('e', 'f')]
    const asked = [h(2, 'Asked', { attributes: { background: '#102030' } }), h(3, 'Asked'), p('x')]
    const blocks = [h(1, 'T'), ...one, ...same, ...asked, h(2, 'Empty')]
    const deck = plan(blocks, { sections: 2 })
    expect(shape(deck.slides)).toEqual([
      'points One > Topic',
      'points 1. Two',
      'points Three',
      'section Asked',
      'statement Asked',
      'section Empty',
    ])
    expect(deck.sections.map(({ slide }) => slide)).toEqual(['topic', '_1-two', 'asked', 'empty'])
    expect(deck.slides[2]).toMatchObject({ bookmark: 2, bookmarkParents: ['One'], section: 0 })
    expect(deck.findings).toMatchObject([{ code: 'heading-repeated', facts: { text: 'Two' } }])
    const plainly = plan(blocks, { sections: 2, compose: 'plain' }).slides
    expect(plainly.filter(({ kind }) => kind === 'section')).toHaveLength(4)
  })

  it('does not take few stray sub-headings for a structure', () => {
    const deck = plan([h(1, 'A'), p('x'), h(2, 'A1'), p('y'), h(1, 'B'), p('z'), h(1, 'C'), p('z')])
    expect(deck.sections).toEqual([])
    expect(shape(deck.slides)).toEqual(['prose A', 'statement B', 'statement C'])
  })

  it('cuts a heading with sub-headings up when it is more than a slide', () => {
    const deck = plan([
      h(1, 'T'),
      h(2, 'A'),
      long('own'),
      h(3, 'A1'),
      long('one'),
      h(3, 'A2'),
      p('two'),
      h(2, 'B'),
      p('x'),
    ])
    expect(shape(deck.slides)).toEqual(['prose A', 'prose A > A1', 'statement A > A2', 'statement B'])
    expect(deck.slides.find((slide) => titleOf(slide) === 'A1')?.bookmarkParents).toBeUndefined()
  })

  it('follows the settings', () => {
    expect(plan(days, { sections: 3 }).sections).toHaveLength(8)
    expect(plan(days, { slides: 2 }).sections).toHaveLength(0)
    expect(shape(plan(days, { slides: 2 }).slides)).toEqual(['prose Day 1', 'points Day 2', 'beside Day 3'])
    const wrong = plan(days, { sections: 3, slides: 2 }, front({ x: 1, slides: 2 }))
    expect(wrong.findings).toMatchObject([{ code: 'setting-invalid', place: { line: 3 } }])
    expect(content(plan(days, { slides: 1 }).slides)).toHaveLength(1)
    expect(plan(days, { slides: 1 }).title).toBe('Conf')
  })

  it('lists empty headings that stand together, and states one that stands alone', () => {
    const deck = plan([h(1, 'T'), h(2, 'A'), p('x'), h(2, 'B'), h(2, 'C'), h(2, 'D'), p('y'), h(2, 'E')])
    expect(shape(deck.slides)).toEqual(['statement A', 'points T', 'statement D', 'statement E'])
    expect(blocksText(deck.slides.find(({ layout }) => layout === 'points')?.blocks ?? [])).toBe('B\nC')
    const nested = plan([h(1, 'T'), h(2, 'A'), h(3, 'A1'), h(3, 'A2'), h(2, 'B'), p('x')])
    expect(shape(nested.slides)).toEqual(['points A', 'statement B'])
  })

  it('puts content before the first heading under the title of the talk', () => {
    const deck = plan([p('First of all, this.'), h(2, 'A'), p('x'), h(2, 'B'), p('y')], {}, { file: 'x/talk.md' })
    expect(shape(deck.slides)).toEqual(['statement Talk', 'statement A', 'statement B'])
  })

  it('makes a title slide of nothing', () => {
    expect(plan([]).slides.map(({ kind }) => kind)).toEqual(['title'])
    expect(plan([h(1, 'Only')]).slides.map(({ kind }) => kind)).toEqual(['title'])
  })

  it('keeps cuts between blocks only', () => {
    const deck = plan([h(1, 'T'), h(2, 'A'), cut, p('x'), cut, aside('-'), cut, p('y'), cut, h(2, 'B'), p('z')])
    expect(deck.slides[1]?.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'cut', 'paragraph'])
  })

  it('reports a layout that there is not, and obeys one that there is', () => {
    const deck = plan([
      h(1, 'T'),
      h(2, 'A', { attributes: { layout: 'quote' } }),
      p('x'),
      h(2, 'B', { attributes: { layout: 'title' } }),
      p('y'),
    ])
    expect(shape(deck.slides)).toEqual(['quote A', 'statement B'])
    expect(deck.findings).toMatchObject([{ code: 'setting-invalid', facts: { name: 'layout', value: 'title' } }])
  })
})

describe('speaker notes', () => {
  it('hold comments of the slide, from inside lists too', () => {
    const todo: Block = {
      kind: 'list',
      ordered: true,
      items: [{ blocks: [aside('TODO')], lines: [3, 3] }],
      lines: [3, 3],
    }
    const deck = plan([h(1, 'T'), h(2, 'A'), p('x'), aside('say hello'), todo, h(2, 'B'), aside('nothing else')])
    const [a, b] = content(deck.slides)
    expect(a?.speakerNotes.map(({ text }) => text)).toEqual(['say hello', 'TODO'])
    expect(a?.blocks).toHaveLength(1)
    expect(b).toMatchObject({ layout: 'statement', speakerNotes: [{ text: 'nothing else', origin: 'written' }] })
  })

  it('never lose an aside, wherever it stands', () => {
    const blocks = [
      aside('n1'),
      h(1, 'T'),
      aside('n2'),
      h(2, 'D1'),
      aside('n3'),
      h(3, 'X'),
      aside('n4'),
      h(4, 'Y'),
      p('y'),
      h(3, 'Z'),
      aside('n5'),
      h(3, 'Z2'),
      h(2, 'D2'),
      picture('v'),
      aside('n6'),
      h(3, 'E'),
      p('e'),
      h(3, 'F'),
      p('f'),
    ]
    const said = plan(blocks).slides.flatMap(({ speakerNotes }) => speakerNotes.map(({ text }) => text))
    expect([...said].sort()).toEqual(['n1', 'n2', 'n3', 'n4', 'n5', 'n6'])
  })

  it('take over the prose of a brief deck', () => {
    const deck = plan([h(1, 'T'), h(2, 'A'), p('第一句。第二句。'), p('One sentence.')], { density: 'brief' })
    expect(blocksText(deck.slides[1]?.blocks ?? [])).toBe('第一句。\nOne sentence.')
    expect(deck.slides[1]?.speakerNotes).toEqual([{ text: '第一句。第二句。', origin: 'written' }])
  })
})

describe('agenda', () => {
  it('says many long titles short, as all are to stand on one slide', () => {
    const words = (count: number): readonly string[] => {
      const blocks = Array.from({ length: count }, (_, at) => [
        h(1, `Section ${at + 1} about a rather long named topic of the course`),
        h(2, `A ${at}`),
        p('x'),
        h(2, `B ${at}`),
        p('y'),
      ]).flat()
      const agenda = plan([...blocks], { title: 'T' }).slides.find(({ kind }) => kind === 'agenda')
      return agenda ? blocksText(agenda.blocks).split('\n') : []
    }
    expect(words(9)[0]).toBe('Section 1 about a rather long named topic of the course')
    expect(words(18)[0]).toBe('Section 1 about a rather long named…')
    expect(words(30)[29]).toBe('Section 30 about a rather long named…')
    expect(words(34)[33]).toBe('Section 34 about a rather…')
  })

  const talk = (count: number) => [
    h(1, 'T'),
    ...Array.from({ length: count }, (_, at) => [h(2, `Topic ${at}`), p('x')]).flat(),
  ]
  const hasAgenda = (blocks: readonly Block[], flags = {}) =>
    plan(blocks, flags).slides.some(({ kind }) => kind === 'agenda')

  it('comes with sections or with enough slides, or as the settings say', () => {
    expect([4, 5, 20, 21].map((count) => hasAgenda(talk(count)))).toEqual([false, true, true, false])
    expect(hasAgenda(talk(2), { agenda: 'yes' })).toBe(true)
    expect(hasAgenda(talk(9), { agenda: 'no' })).toBe(false)
    expect(hasAgenda([], { agenda: 'yes' })).toBe(false)
  })

  it('speaks the language of the deck', () => {
    const words = ['zh-Hans', 'zh-TW', 'ja', 'fr'].map((lang) => plan(talk(5), {}, { lang }).words.agenda)
    expect(words).toEqual(['议程', '議程', '目次', 'Agenda'])
  })
})

describe('any notes', () => {
  const block = fc.oneof(
    fc
      .record({ level: fc.integer({ min: 1, max: 6 }), words: fc.string({ minLength: 1, maxLength: 8 }) })
      .map(({ level, words }) => h(level, words)),
    fc.string({ minLength: 1, maxLength: 200 }).map((words) => p(words)),
    fc.constant(cut),
    fc.constant(aside('aside')),
    fc.constant(picture('view')),
    fc.array(fc.string({ minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 5 }).map((items) => list(...items)),
  )
  const level = fc.integer({ min: 0, max: 6 })

  it('become a deck that holds every block once, in order, with ids of its own', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 30 }), level, level, (blocks, sections, slides) => {
        const deck = plan(blocks, { sections, slides })
        const ids = deck.slides.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        for (const slide of content(deck.slides)) expect(slide.title.length + slide.blocks.length).toBeGreaterThan(0)

        for (const { blocks: own } of deck.slides) {
          const ends = [own.at(0), own.at(-1)].map((one) => one?.kind)
          expect(ends).not.toContain('cut')
        }
        // Every line of the notes but cuts comes up, and the slides follow the notes.
        const shown = deck.slides.filter(({ kind }) => kind === 'content' || kind === 'section')
        const firsts = shown.map(({ lines }) => lines[0])
        expect(firsts).toEqual([...firsts].sort((a, b) => a - b))
        const blockLines = shown.flatMap(({ blocks: own }) =>
          own.filter(({ kind }) => kind !== 'cut').map(({ lines }) => lines[0]),
        )
        expect(new Set(blockLines).size).toBe(blockLines.length)
        expect(blockLines).toEqual([...blockLines].sort((a, b) => a - b))
        const lines = new Set(blockLines)
        const taken = blocks.filter(
          ({ kind }, at) => kind !== 'heading' && kind !== 'aside' && kind !== 'cut' && !lines.has(at + 1),
        )
        expect(taken.map(({ kind }) => kind)).toEqual(taken.map(() => 'paragraph'))
        const facts = Object.values(deck.facts)
        for (const one of taken) expect(facts).toContain(blocksText([one]).trim())
        const asides = blocks.filter(({ kind }) => kind === 'aside').length
        expect(deck.slides.flatMap(({ speakerNotes }) => speakerNotes)).toHaveLength(asides)
      }),
      { numRuns: 300 },
    )
  })
})
