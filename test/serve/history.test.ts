/** Notes as they grow over hours, edit by edit: slides keep their ids, readers their place, and the quick way is right. */
import { describe, expect, it } from 'vitest'
import type { Deck, Slide } from '../../src/model/deck.js'
import type { Notes, Source } from '../../src/model/notes.js'
import { type FrontMatter, readFrontMatter } from '../../src/parse/frontMatter.js'
import { parseNotes } from '../../src/parse/parse.js'
import { reparseNotes } from '../../src/parse/reparse.js'
import { planDeck } from '../../src/plan/plan.js'
import { replanDeck } from '../../src/plan/replan.js'
import { slideChanges } from '../../src/serve/changes.js'
import { editedSlide } from '../../src/serve/edited.js'
import { resolveSettings } from '../../src/settings/resolve.js'
import { applyChanges } from './applyChanges.js'

type Edit = (lines: string[], random: (below: number) => number) => void

const isHeading = (line: string): boolean => /^#{3}\s/.test(line)
const words = ['服务网格', 'latency', '可观测性', 'retries', '边缘', 'tracing', '多集群', 'quota'] as const
const wordAt = (index: number): string => words[index % words.length] ?? ''
const places = (lines: readonly string[], fits: (line: string) => boolean): readonly number[] =>
  lines.flatMap((line, index) => (fits(line) ? [index] : []))
const pick = (from: readonly number[], random: (below: number) => number): number => from[random(from.length)] ?? 0

/** What people do to notes between two saves. */
const edits: readonly (readonly [name: string, weight: number, edit: Edit])[] = [
  [
    'types on',
    8,
    (lines, random) => {
      const at = pick(
        places(lines, (line) => line.startsWith('- ')),
        random,
      )
      lines[at] += ` ${wordAt(random(99))}`
    },
  ],
  [
    'adds a point',
    6,
    (lines, random) => {
      lines.splice(
        pick(
          places(lines, (line) => line.startsWith('- ')),
          random,
        ) + 1,
        0,
        `- ${wordAt(random(99))} ${random(1e6)}`,
      )
    },
  ],
  [
    'drops a point',
    3,
    (lines, random) => {
      const points = places(lines, (line) => line.startsWith('- '))
      if (points.length > 8) lines.splice(pick(points, random), 1)
    },
  ],
  [
    'renames a slide',
    2,
    (lines, random) => {
      lines[pick(places(lines, isHeading), random)] = `### ${wordAt(random(99))} renamed ${random(1e6)}`
    },
  ],
  [
    'adds a slide',
    3,
    (lines, random) => {
      const at = pick(places(lines, isHeading), random)
      lines.splice(at, 0, `### New ${wordAt(random(99))} ${random(1e6)}`, '', `- ${random(1e6)}`, '')
    },
  ],
  [
    'drops a slide',
    1,
    (lines, random) => {
      const starts = places(lines, isHeading)
      if (starts.length < 6) return
      const at = pick(starts, random)
      const end = lines.findIndex((line, index) => index > at && line.startsWith('#'))
      lines.splice(at, (end < 0 ? lines.length : end) - at)
    },
  ],
  [
    'moves a slide',
    1,
    (lines, random) => {
      const at = pick(places(lines, isHeading), random)
      const end = lines.findIndex((line, index) => index > at && line.startsWith('#'))
      const moved = lines.splice(at, (end < 0 ? lines.length : end) - at)
      lines.splice(pick(places(lines, isHeading), random), 0, ...moved)
    },
  ],
  [
    'adds a section',
    1,
    (lines, random) => {
      lines.splice(pick(places(lines, isHeading), random), 0, `## Part ${random(1e6)}`, '')
    },
  ],
  [
    'writes prose',
    2,
    (lines, random) => {
      lines.splice(
        pick(
          places(lines, (line) => line === ''),
          random,
        ),
        0,
        '',
        `讲者认为 ${wordAt(random(99))} 是方向。`,
        '',
      )
    },
  ],
  [
    'pastes code',
    1,
    (lines, random) => {
      lines.splice(
        pick(
          places(lines, (line) => line === ''),
          random,
        ),
        0,
        '',
        '```go',
        `x := ${random(99)}`,
        '```',
        '',
      )
    },
  ],
]

const start = [
  '# 大会笔记',
  '',
  ...Array.from({ length: 18 }, (_, at) => [
    ...(at % 6 === 0 ? [`## 第${at / 6 + 1}天 Day`, ''] : []),
    `### Talk ${at} 演讲`,
    '',
    `- ${wordAt(at)} first of ${at}`,
    '- second',
    '',
  ]).flat(),
].join('\n')

/** A row of numbers that is the same every time. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function read(text: string, before?: { readonly source: Source; readonly notes: Notes; readonly deck: Deck }) {
  const source = { file: 'notes.md', text }
  const head: FrontMatter = readFrontMatter(source)
  const { settings } = resolveSettings({ front: head.front, flags: { lang: 'zh' } })
  const notes = parseNotes(source, head, settings)
  const quick = before && reparseNotes(before, source, head, settings)
  const deck = planDeck(notes, settings)
  const { slides } = deck
  const replanned = before && quick && replanDeck(before.deck, quick.notes, quick, settings)
  return {
    source,
    notes,
    quick,
    deck,
    replanned,
    slides,
    html: htmlOf(slides),
    lines: slides.map(({ kind, lines }) => (kind === 'agenda' ? undefined : lines)),
  }
}

/** In which order a slide has its properties says nothing. */
const ordered = (slide: Slide) =>
  Object.fromEntries(Object.entries(slide).sort(([one], [other]) => (one < other ? -1 : 1)))

const htmlOf = (slides: Deck['slides']) =>
  slides.map((slide) => ({ key: slide.id, html: JSON.stringify(ordered(slide)).replace(/"lines":\[\d+,\d+\]/g, '') }))

/** What gathers from a whole section, its size of type, is settled when all of it is planned, soon after. */
const sizeless = (html: ReturnType<typeof htmlOf>): string => JSON.stringify(html).replaceAll('\\"large\\":true,', '')

describe.each([1, 2, 3, 4])('a history of 60 edits (%i)', (seed) => {
  const random = dice(seed * 7919)
  const bag = edits.flatMap((edit) => Array.from({ length: edit[1] }, () => edit))
  let before = read(start)
  const faults: string[] = []
  let quickly = 0
  let inPart = 0
  for (let step = 0; step < 60; step++) {
    const [name, , edit] = bag[random(bag.length)] ?? ['', 0, () => {}]
    const lines = before.source.text.split('\n')
    edit(lines, random)
    const after = read(lines.join('\n'), before)
    const told = `${step} ${name}`
    if (after.quick) {
      quickly++
      if (JSON.stringify(after.quick.notes.blocks) !== JSON.stringify(after.notes.blocks))
        faults.push(`${told}: read otherwise`)
    }
    if (after.replanned) {
      inPart++
      if (sizeless(htmlOf(after.replanned.slides)) !== sizeless(after.html)) faults.push(`${told}: planned otherwise`)
      if (after.replanned.slides.some(({ lines: [line] }, index) => line !== after.slides[index]?.lines[0]))
        faults.push(`${told}: on other lines`)
    }
    // A slide whose content nobody touched has its id and is not swapped; where it stands does not matter.
    const old = new Map(
      before.slides.map(({ blocks, title, id }) => [
        JSON.stringify([title, blocks]).replace(/"lines":\[\d+,\d+\]/g, ''),
        id,
      ]),
    )
    for (const { blocks, title, id, kind } of after.slides) {
      const was = old.get(JSON.stringify([title, blocks]).replace(/"lines":\[\d+,\d+\]/g, ''))
      if (kind === 'content' && was !== undefined && was !== id) faults.push(`${told}: ${was} is now ${id}`)
    }
    const changes = slideChanges(before.html, after.html)
    const applied = applyChanges(before.html, changes, (slide) => slide)
    if (JSON.stringify(applied) !== JSON.stringify(after.html)) faults.push(`${told}: other slides`)
    // Beside it, of those in its section that are alike another one may be set otherwise.
    if (/types|point/.test(name) && changes.flatMap(({ made }) => made).length > 3)
      faults.push(`${told}: too many swapped`)
    const notesOf = ({ source, html, lines }: typeof after) => ({ text: source.text, slides: html, lines })
    const at = editedSlide(notesOf(before), notesOf(after))
    const swapped = changes.flatMap(({ made }) => made.map(({ key }) => key))
    if (/types|adds a point/.test(name) && at !== undefined && !swapped.includes(after.slides[at]?.id ?? ''))
      faults.push(`${told}: follows to ${after.slides[at]?.id}, swapped ${swapped}`)
    before = after
  }

  it('keeps ids and swaps little', () => expect(faults).toEqual([]))
  it('is mostly read the quick way', () => {
    expect(quickly).toBeGreaterThan(30)
    expect(inPart).toBeGreaterThan(20)
  })
})
