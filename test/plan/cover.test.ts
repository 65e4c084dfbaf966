import { describe, expect, it } from 'vitest'
import type { Deck } from '../../src/model/deck.js'
import { plainText } from '../../src/model/text.js'
import { readFrontMatter } from '../../src/parse/frontMatter.js'
import { parseNotes } from '../../src/parse/parse.js'
import { planDeck } from '../../src/plan/plan.js'
import { resolveSettings } from '../../src/settings/resolve.js'

function deckOf(text: string): Deck {
  const source = { file: 'file.md', text }
  const head = readFrontMatter(source)
  const { settings } = resolveSettings({ front: head.front, flags: {} })
  return planDeck(parseNotes(source, head, settings), settings)
}

/** Title and facts, then the other slides: `Talk | How · Ada | Why`. */
function shape(text: string): string {
  const { title, facts, slides } = deckOf(text)
  const said = Object.values(facts).filter(Boolean).join(' · ')
  const rest = slides.filter(({ kind }) => kind !== 'title' && kind !== 'agenda').map((slide) => plainText(slide.title))
  return [title, ...(said ? [`(${said})`] : []), ...rest].join(' | ')
}

const topics = '## Pods\n\nwords\n\n## Nodes\n\nwords\n'
const tops = '# Pods\n\nwords\n\n# Nodes\n\nwords\n'

describe('the first of several headings on top', () => {
  it.each([
    ['nothing stands under it', `# Kubernetes at scale\n\n${tops}`, 'Kubernetes at scale | Pods | Nodes'],
    ['it is in Chinese', `# 云原生实践\n\n${tops}`, '云原生实践 | Pods | Nodes'],
    ['it ends in a colon', `# Scaling out:\n\n${tops}`, 'Scaling out: | Pods | Nodes'],
    [
      'it says who spoke, and when',
      `# Scaling out\n\nAda Reyes, Acme\n\n2024-05-14\n\n${tops}`,
      'Scaling out | (2024-05-14 · Ada Reyes, Acme) | Pods | Nodes',
    ],
    [
      'a subtitle and a name stand below it',
      `# Scaling out\n## A year of it\n### Ada Reyes\n\n${tops}`,
      'Scaling out | (A year of it · Ada Reyes) | Pods | Nodes',
    ],
    [
      'the others only end the talk',
      `# Scaling out\n\n${topics}\n# Thanks!\n\nbye\n`,
      'Scaling out | Pods | Nodes | Thanks!',
    ],
    [
      'front matter says the same',
      `---\ntitle: Pods, at scale\n---\n# Pods at scale\n\n${tops}`,
      'Pods at scale | Pods | Nodes',
    ],
  ])('is the title where %s', (_, notes, expected) => {
    expect(shape(notes)).toBe(expected)
  })

  it.each([
    ['has words of its own', `# Services\n\nwords\n\n${tops}`, 'File | Services | Pods | Nodes'],
    ['is one of a row', `# Day 1\n\n# Day 2\n\nwords\n\n# Day 3\n\nwords\n`, 'File | Day 1 | Day 2 | Day 3'],
    [
      'is a day as others are',
      '# Monday\n\n# Tuesday\n\nwords\n\n# Friday\n\nwords\n',
      'File | Monday | Tuesday | Friday',
    ],
    ['is counted', `# 一、背景\n\n# 二、方案\n\nwords\n`, 'File | 一、背景 | 二、方案'],
    ['is what any talk has', `# Introduction\n\n${tops}`, 'File | Introduction | Pods | Nodes'],
    ['is not the only one without words', `# Alpha\n\n# Beta\n\n# Gamma\n\nwords\n`, 'File | File | Gamma'],
    [
      'names a speaker as others do',
      '# Pods\n\nAda Reyes, Acme\n\n# Nodes\n\nTom Oki, Example\n\n# Volumes\n\nwords\n',
      'File | Pods | Nodes | Volumes',
    ],
    ['comes behind words', `Some words stand here.\n\n# Alpha\n\n${tops}`, 'File | File | Alpha | Pods | Nodes'],
    [
      'holds topics as others do',
      `# Alpha\n\n${topics}\n# Beta\n\n${topics}`,
      'File | Alpha | Pods | Nodes | Beta | Pods | Nodes',
    ],
    [
      'is another one than the front matter has',
      `---\ntitle: Named\n---\n# Alpha\n\n${tops}`,
      'Named | Alpha | Pods | Nodes',
    ],
  ])('is a topic where it %s', (_, notes, expected) => {
    expect(shape(notes)).toBe(expected)
  })
})

describe('a heading right below the title', () => {
  it.each([
    [
      'a name stands below it',
      `# Talk\n\n## How we got here\n\n### Ada Reyes, Acme\n\n${topics}`,
      '(How we got here · Ada Reyes, Acme)',
    ],
    ['a Chinese name does', `# Talk\n\n## 从零到一\n\n### 张三 @ 阿里云\n\n${topics}`, '(从零到一 · 张三 @ 阿里云)'],
    [
      'a name and a day do',
      `# Talk\n## How\n### Speaker: Ada\n### 14 May 2024\n\n${topics}`,
      '(How · 14 May 2024 · Speaker: Ada)',
    ],
    ['it leans on the title, and the topics do not', `# Talk\n## How we got *here*\n\n${topics}`, '(How we got here)'],
    ['a name and where from do', `# Talk\n\n## How\n\n### Ada Reyes - Acme\n\n${topics}`, '(How · Ada Reyes - Acme)'],
  ])('is the subtitle where %s', (_, notes, facts) => {
    expect(shape(notes)).toBe(`Talk | ${facts} | Pods | Nodes`)
  })

  it.each([
    ['something stands under it', `# Talk\n## How\n\nwords\n\n${topics}`, 'Talk | How | Pods | Nodes'],
    [
      'it stands apart as all do',
      `# Talk\n\n## Breakfast together\n\n${topics}`,
      'Talk | Breakfast together | Pods | Nodes',
    ],
    ['all lean on each other', '# Talk\n## How\n## Pods\nwords\n## Nodes\nwords\n', 'Talk | How | Pods | Nodes'],
    ['any talk has it', `# Talk\n## Agenda\n\n${topics}`, 'Talk | Agenda | Pods | Nodes'],
    ['others are empty, too', `# Talk\n## How\n\n## Pods\n\n## Nodes\n\nwords\n`, 'Talk | Talk | Nodes'],
    [
      'what stands below it is no name',
      `# Talk\n\n## Morning\n\n### Welcome\n\n${topics}`,
      'Talk | Welcome | Pods | Nodes',
    ],
    [
      'the name has words',
      `# Talk\n\n## Morning\n\n### Ada Reyes\n\nwords\n\n${topics}`,
      'Talk | Ada Reyes | Pods | Nodes',
    ],
    ['it asks something', `# Talk\n## Why at all?\n\n${topics}`, 'Talk | Why at all? | Pods | Nodes'],
    ['it holds a link', `# Talk\n## [Slides](https://x.example)\n\n${topics}`, 'Talk | Slides | Pods | Nodes'],
  ])('is a topic where %s', (_, notes, expected) => {
    expect(shape(notes)).toBe(expected)
  })

  it('stays what it is where front matter has the speaker, or says what opens slides', () => {
    const notes = `# Talk\n\n## How we got here\n\n### Ada Reyes\n\n${topics}`
    expect(shape(`---\nauthor: Tom\n---\n${notes}`)).toBe('Talk | (Tom) | Ada Reyes | Pods | Nodes')
    expect(shape(`---\nsubtitle: Known\n---\n${notes}`)).toBe('Talk | (Known) | Ada Reyes | Pods | Nodes')
    expect(shape(`---\nslides: 2\n---\n${notes}`)).toBe('Talk | How we got here | Pods | Nodes')
  })
})
