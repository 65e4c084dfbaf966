import { describe, expect, it } from 'vitest'
import type { Deck, Slide } from '../../src/model/deck.js'
import type { Inline } from '../../src/model/notes.js'
import { plainText } from '../../src/model/text.js'
import { inlinesOf, visitBlocks, visitInlines } from '../../src/model/visit.js'
import { readFrontMatter } from '../../src/parse/frontMatter.js'
import { readHtml } from '../../src/parse/html/readHtml.js'
import { parseNotes } from '../../src/parse/parse.js'
import { planDeck } from '../../src/plan/plan.js'
import { resolveSettings } from '../../src/settings/resolve.js'

function deckOf(text: string): Deck {
  const source = { file: 'talk.md', text }
  const head = readFrontMatter(source)
  const { settings } = resolveSettings({ front: head.front, flags: {} })
  return planDeck(parseNotes(source, head, settings, readHtml), settings)
}

/** `words > address`, for every link but those of the agenda; pictures go by their name. */
function linksOf({ slides }: Deck): readonly string[] {
  const links: string[] = []
  const take = (inlines: readonly Inline[]): void =>
    visitInlines(inlines, (inline) => {
      if (inline.kind === 'link') links.push(`${plainText(inline.children)} > ${inline.href}`)
    })
  for (const slide of slides.filter(({ kind }) => kind !== 'agenda')) {
    take(slide.title)
    visitBlocks(slide.blocks, (block) => {
      for (const inlines of inlinesOf(block)) take(inlines)
      if (block.kind === 'picture' && block.href) links.push(`${block.src} > ${block.href}`)
    })
  }
  return links
}

const told = ({ findings }: Deck): readonly string[] =>
  findings.flatMap(({ code, place, facts }) =>
    code.startsWith('link-') && 'href' in facts ? [`${code} ${place.line} ${facts.href}`] : [],
  )
const ids = ({ slides }: Deck): readonly string[] => slides.map(({ id }: Slide) => id)

/** A talk whose first slide holds some lines. */
const talk = (...lines: readonly string[]): string =>
  `# Talk\n\n## Links\n\n${lines.join('\n\n')}\n\n## Channel Overview\n\nFirst.\n\n## 一、安装 步骤（上）\n\nSecond.\n\n` +
  `## My *own* part, v1.2 {#custom}\n\nThird.\n\n## Channel Overview\n\nAgain.\n\n## 🚀 Launch!\n\nLast.\n`

const lead = (...lines: readonly string[]): readonly string[] => linksOf(deckOf(talk(...lines)))

describe('links within the notes', () => {
  it('lead to the slides of headings by the names that GitHub gives these', () => {
    expect(ids(deckOf(talk('x')))).toContain('一-安装-步骤-上')
    expect(lead('[a](#channel-overview) [b](#channel-overview-1)')).toEqual([
      'a > #channel-overview',
      'b > #channel-overview_2',
    ])
    expect(lead('[a](#一安装-步骤上)', '[b](#%E4%B8%80%E5%AE%89%E8%A3%85-%E6%AD%A5%E9%AA%A4%E4%B8%8A)')).toEqual([
      'a > #一-安装-步骤-上',
      'b > #一-安装-步骤-上',
    ])
    expect(lead('[a](#my-own-part-v12)', '[b](#-launch)', '[c](#Channel-Overview)')).toEqual([
      'a > #my-own-part-v1-2',
      'b > #launch',
      'c > #channel-overview',
    ])
  })
  it('lead there by names that the author gave, and by those that other sites give', () => {
    expect(lead('[a](#custom)', '[b](#一-安装-步骤-上)', '[c](#my-own-part--v1-2)', '[d](#Launch)')).toEqual([
      'a > #my-own-part-v1-2',
      'b > #一-安装-步骤-上',
      'c > #my-own-part-v1-2',
      'd > #launch',
    ])
    const named = deckOf('# T\n\n## 前言 {#开始}\n\nx [a](#开始)\n\n## Two {#b.2}\n\ny [b](#b.2)\n')
    expect(linksOf(named)).toEqual(['a > #前言', 'b > #two'])
  })

  it('lead there by the numbers and names of reveal.js', () => {
    const deck = deckOf(talk('[a](#/4) [b](#/0) [c](#/custom) [d](#/launch) [e](#/2/0)'))
    const at = (index: number): string => `#${ids(deck)[index]}`
    expect(linksOf(deck)).toEqual([
      `a > ${at(4)}`,
      'b > #title',
      'c > #my-own-part-v1-2',
      'd > #launch',
      `e > ${at(2)}`,
    ])
  })

  it('lead there as Obsidian writes them, and in HTML', () => {
    expect(
      lead(
        '[[#Channel Overview]] [[#🚀 Launch!|go]] [[#My own part, v1.2#Channel Overview]]',
        '<a href="#custom">b</a>',
      ),
    ).toEqual([
      'Channel Overview > #channel-overview',
      'go > #launch',
      'My own part, v1.2 > Channel Overview > #channel-overview',
      'b > #my-own-part-v1-2',
    ])
  })

  it('lead to the slide that a heading is on, where it has none of its own', () => {
    const deck = deckOf(
      '# Talk\n\n[a](#day-one) [b](#morning) [c](#detail) [d](#talk) [e](#top)\n\n## Day one\n\n### Morning\n\nx\n\n' +
        '#### Detail\n\ny\n\n### Noon\n\nz\n\n## Day two\n\n### Evening\n\nx\n\n### Night\n\ny\n',
    )
    expect(linksOf(deck)).toEqual(['a > #day-one', 'b > #morning', 'c > #morning', 'd > #title', 'e > #title'])
    const empty = deckOf('# T\n\nFor [a](#outer).\n\n## Outer\n\n### Inner\n\nx\n\n## Other\n\ny\n')
    expect(linksOf(empty)).toEqual(['a > #inner'])
  })

  it('lead to the first heading of all, where that is not the title', () => {
    const deck = deckOf('# One\n\n[a](#one) [b](#two)\n\n# Two\n\n- x\n- y\n')
    expect(linksOf(deck)).toEqual(['a > #one', 'b > #two'])
  })

  it('lead there from everywhere: titles, pictures, cells, boxes and footnotes', () => {
    const deck = deckOf(
      talk(
        '[![A](a.png)](#custom)',
        '| a | b |\n|---|---|\n| [cell](#launch) | x |',
        '> [!NOTE]\n> [box](#launch)',
        'mark[^1]',
        '[^1]: [foot](#launch)',
      ).replace('Channel Overview', '[Channel](#launch) Overview'),
    )
    expect([...linksOf(deck)].sort()).toEqual([
      'Channel > #launch',
      'a.png > #my-own-part-v1-2',
      'box > #launch',
      'cell > #launch',
      'foot > #launch',
    ])
  })

  it('lead there from lists of contents by hand', () => {
    const deck = deckOf(
      talk(
        '* [Channel Overview](#channel-overview)\n    * [一、安装 步骤（上）](#一安装-步骤上)\n* [Launch](#-launch)',
      ),
    )
    expect(linksOf(deck).map((link) => link.replace(/.* > /, ''))).toEqual([
      '#channel-overview',
      '#一-安装-步骤-上',
      '#launch',
    ])
    expect(told(deck)).toEqual([])
  })

  it('mean headings of the author before slides that the deck makes', () => {
    const days = [1, 2, 3].map((day) => `## Day ${day}\n\n### A${day}\n\nx\n\n### B${day}\n\ny\n`).join('\n')
    const deck = deckOf(`# T\n\n[a](#agenda)\n\n${days}\n## Agenda\n\n### More\n\nx\n\n### Most\n\ny\n`)
    expect(ids(deck)).toContain('agenda')
    expect(linksOf(deck)).toEqual(['a > #agenda_2'])
  })

  it('lead there among written slides', () => {
    const deck = deckOf(
      '---\nmarp: true\n---\n\n# One\n\n[a](#two) [b](#/2)\n\n---\n\n# Two\n\nx\n\n---\n\n# Three\n\ny\n',
    )
    expect(linksOf(deck)).toEqual(['a > #two', 'b > #three'])
  })
})

describe('links that lead nowhere', () => {
  it('are told of, once and with their line', () => {
    const deck = deckOf(talk('[a](#gone)', '[b](#/44) [c](#/1/2)', '[d](#) [e](#gone) [[#Nothing]]'))
    expect(told(deck)).toEqual([
      'link-nowhere 5 #gone',
      'link-nowhere 7 #/44',
      'link-nowhere 7 #/1/2',
      'link-nowhere 9 #',
      'link-nowhere 9 #Nothing',
    ])
  })

  it('are told of together when they lead to files that do not travel', () => {
    const deck = deckOf(
      talk('[a](other.md)', '[b](./doc.pdf)', '- [c](../x/y.md#part)\n- [d](www.example.org)', '[e](/about)'),
    )
    expect(told(deck)).toEqual(['link-beside 5 other.md'])
    expect(deck.findings.find(({ code }) => code === 'link-beside')?.facts).toMatchObject({ lines: [5, 7, 9, 10, 12] })
  })

  it('are no links to the web, to mail, to the picture itself, nor what only looks like a link', () => {
    const deck = deckOf(
      talk(
        '[a](https://example.org/a#b) <https://example.org> [m](mailto:a@b.example)',
        '[![A](a.png)](a.png)',
        'text [![B](b.png)](b.png) text',
        '`[x](#gone)` and \\[x](#gone) and #hashtag',
        '```\n[x](other.md)\n```',
        '<!-- [x](other.md) -->',
        '[[Page]] [[Page#Part]] [[#^block]]',
      ),
    )
    expect(told(deck)).toEqual([])
  })

  it('are those to a slide that is hidden', () => {
    const deck = deckOf('# T\n\n[a](#two)\n\n## One\n\nx\n\n## Two {hidden}\n\ny\n\n## Three\n\nz\n')
    expect(told(deck)).toEqual(['link-nowhere 3 #two'])
  })
})
