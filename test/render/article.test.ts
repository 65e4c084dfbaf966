import { describe, expect, it } from 'vitest'
import type { Block } from '../../src/model/notes.js'
import { renderArticle } from '../../src/render/article.js'
import { closeLevels } from '../../src/render/articleLevels.js'
import { aside, front, h, list, p, picture, plan, text } from '../plan/build.js'

const article = (...args: Parameters<typeof plan>): string => renderArticle(plan(...args), new Map()).flow

/** `h1 Title`, in the order of the document; those of the contents are left out. */
const headings = (html: string): readonly string[] =>
  [...html.matchAll(/<h(\d)(?! class="contents)[^>]*>(.*?)<\/h\1>/g)].map(
    ([, level, inner = '']) => `h${level} ${inner}`,
  )

const talk = [
  h(1, 'Talk'),
  h(2, 'Day 1'),
  h(3, 'Opening'),
  p('First words.'),
  h(4, 'A detail'),
  p('More words.'),
  h(2, 'Day 2'),
  h(3, 'Closing'),
  list('one', 'two'),
]

describe('an article', () => {
  it('says all headings by their level, in order, and the text below them', () => {
    const html = article(talk)
    expect(headings(html)).toEqual(['h1 Talk', 'h2 Day 1', 'h3 Opening', 'h4 A detail', 'h2 Day 2', 'h3 Closing'])
    expect(html.indexOf('First words.')).toBeGreaterThan(html.indexOf('>Opening</h3>'))
    expect(html.indexOf('More words.')).toBeGreaterThan(html.indexOf('>A detail</h4>'))
  })

  it('skips no level, whatever the notes do', () => {
    const html = article([h(1, 'Talk'), h(2, 'Day'), h(3, 'A'), p('a'), h(6, 'deep'), p('b'), h(2, 'Day 2'), p('c')])
    const levels = headings(html).map((heading) => Number(heading[1]))
    expect(levels.every((level, at) => level <= (levels[at - 1] ?? 0) + 1)).toBe(true)
  })

  it('begins with what is known of the talk', () => {
    const facts = { event: 'Some<Con>', place: 'Ghent', date: '2024-05-01', author: 'A & B', subtitle: 'Sub' }
    const html = article([h(1, 'Talk'), h(2, 'One'), p('x')], {}, front(facts))
    expect(html).toContain('<p class="article-event">Some&lt;Con&gt;</p>')
    expect(html).toContain('<span>A &amp; B</span> <span>Ghent</span> <span>2024-05-01</span>')
    expect(html).toContain('<p class="article-subtitle">Sub</p>')
  })

  it('has the marks of footnotes behind what is known of the talk', () => {
    const mark = { kind: 'footnote' as const, label: 'a', number: 1 }
    const speaker = { ...p(''), inlines: [...text('Speaker: Ann'), mark] }
    const note: Block = { kind: 'footnote', label: 'a', number: 1, blocks: [p('Of Acme.')], lines: [3, 3] }
    const html = article([h(1, 'Talk'), speaker, note, h(2, 'A'), p('x'), h(2, 'B'), p('y')])
    expect(html).toContain('<span>Speaker: Ann<sup class="footnote-mark">1</sup></span>')
  })

  it('says nothing twice: no agenda, no eyebrows, no borrowed titles', () => {
    const html = article([h(1, 'Talk'), p('A preface that is long enough to be one, to be sure.'), ...talk.slice(1)])
    expect(headings(html).filter((heading) => heading.endsWith('Talk'))).toHaveLength(1)
    expect(html.match(/Day 1/g)).toHaveLength(3) // Its heading, its bookmark, its line in the contents.
  })

  it('says nothing that is for the speaker', () => {
    expect(article([h(1, 'Talk'), h(2, 'One'), p('x'), aside('say this slowly')])).not.toContain('slowly')
  })

  it('lets a slide stand beside what it says by its looks, and none beside text', () => {
    const quote: Block = { kind: 'quote', blocks: [p('Be bold.')], lines: [1, 1] }
    const html = article([
      h(1, 'Talk'),
      h(2, 'A motto'),
      quote,
      h(2, 'A statement'),
      h(2, 'Two'),
      p('x'),
      list('1', '2'),
    ])
    expect(html).toMatch(/<h2[^>]* data-slide="a-motto">A motto/)
    expect(html.match(/data-slide=/g)).toHaveLength(1)
  })

  it('keeps links between its parts, and drops those that lead nowhere', () => {
    const link = (href: string) => ({ ...p(''), inlines: [{ kind: 'link' as const, href, children: text(href) }] })
    const html = article([h(1, 'Talk'), h(2, 'One'), link('#two'), link('#agenda'), h(2, 'Two'), p('x')])
    expect(html).toContain('<a href="#two">#two</a>')
    expect(html).not.toContain('<a href="#agenda"')
  })

  it('lets no note write HTML', () => {
    const evil = '<img src=x onerror=alert(1)>'
    const html = article([h(1, evil), h(2, evil), p(evil), aside(evil), list(evil), h(2, 'b'), picture(evil)])
    expect(html).not.toContain('<img src=x')
  })
})

describe('contents', () => {
  it('list two levels, with links', () => {
    const html = article(talk)
    expect(html).toContain(
      '<p class="entry depth-1" role="listitem"><a href="#opening--0">Day 1</a><span class="entry-page"></span></p>',
    )
    expect(html).toContain('<p class="entry depth-2" role="listitem"><a href="#opening">Opening</a>')
    expect(html).not.toContain('>A detail</a>')
  })

  it('keep to the upper level in a long talk, and are left out in a short one', () => {
    const days = Array.from({ length: 4 }, (_, day) => [
      h(2, `Day ${day}`),
      ...Array.from({ length: 30 }, (_, at) => [h(3, `Talk ${day} ${at}`), p('x')]).flat(),
    ])
    const long = article([h(1, 'Talk'), ...days.flat()])
    expect(long.match(/class="entry /g)).toHaveLength(4)
    expect(article([h(1, 'Talk'), h(2, 'One'), p('x')])).not.toContain('<nav')
  })

  it('stand in two columns where one is longer than a sheet', () => {
    const columns = (count: number) =>
      article([h(1, 'Talk'), ...Array.from({ length: count }, (_, at) => [h(2, `Day ${at}`), p('x')]).flat()]).match(
        /class="column"/g,
      )
    expect([columns(28), columns(29)?.length]).toEqual([null, 2])
  })
})

describe('levels of sub-headings', () => {
  const levels = (...given: readonly number[]) =>
    closeLevels(given.map((level) => h(level, 'x'))).map((block) => (block.kind === 'heading' ? block.level : 0))

  it('go down one at a time', () => {
    expect(levels(3, 5, 6, 3, 4)).toEqual([3, 4, 5, 3, 4])
    expect(levels(5, 4, 6)).toEqual([4, 4, 5])
    expect(levels()).toEqual([])
  })
})
