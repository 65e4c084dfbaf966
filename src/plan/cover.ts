/** Headings right below the title, with nothing under them → what the title slide says beside it, and the tree without them. */
import type { TitleFacts } from '../model/deck.js'
import type { Heading } from '../model/notes.js'
import { displayWidth, plainText } from '../model/text.js'
import { type FactName, guessFact, readFactLine } from './factLines.js'
import { below, isPlain } from './title.js'
import { opensTopic } from './titleHeading.js'
import { type Branch, isEmpty, type Tree } from './tree.js'

export interface Cover {
  readonly facts: Partial<TitleFacts>
  readonly body: Tree
}

const mostNames = 3
const widestName = 60

/**
 * @param title the heading that is the title; undefined where none is
 * @returns undefined where nothing shows that the first heading is no topic
 */
export function coverHeadings(body: Tree, title: Heading | undefined): Cover | undefined {
  return loneHeading(body) ?? (title && subtitled(body, title))
}

/** A lone heading right below the title that holds all the rest names the speaker or the event: `## Jane Doe, Acme`. */
function loneHeading(body: Tree): Cover | undefined {
  const [only, ...others] = body.children
  if (!only || others.length > 0 || body.blocks.length > 0 || only.blocks.length > 0) return undefined
  if (only.children.every(isEmpty) || !isPlain(only.heading.inlines)) return undefined
  return { facts: { subtitle: wordsOf(only) }, body: below(body, only) }
}

/**
 * `## What we learned` right below `# Talk`, and below that perhaps `### Jane Doe, Acme`. An empty heading may be a topic that nobody has
 * noted anything of yet: it is none where names stand below it, where the topics are on another level, or where it leans on the
 * title while the topics stand apart.
 */
function subtitled(body: Tree, title: Heading): Cover | undefined {
  const [first, next, ...more] = body.children
  if (!first || !next || body.blocks.length > 0 || first.blocks.length > 0) return undefined
  if (first.heading.lines[0] <= title.lines[0] || [next, ...more].some(isEmpty)) return undefined
  const text = wordsOf(first)
  if (/[?？:：]$/.test(text) || opensTopic(text) || !isPlain(first.heading.inlines) || !first.children.every(isEmpty))
    return undefined
  const names = namesIn(first.children)
  if (names === undefined) return undefined
  const end = first.children.at(-1)?.heading ?? first.heading
  const leans = first.heading.lines[0] === title.lines[1] + 1 && next.heading.lines[0] > end.lines[1] + 1
  if (first.children.length === 0 && !leans && first.heading.level <= next.heading.level) return undefined
  const asides = [...body.asides, ...first.asides, ...first.children.flatMap((child) => child.asides)]
  return { facts: { subtitle: text, ...names }, body: { ...body, asides, children: [next, ...more] } }
}

/** @returns undefined where one of them says nothing of the talk, or two say the same of it */
function namesIn(branches: readonly Branch[]): Partial<TitleFacts> | undefined {
  const facts = new Map<FactName, string>()
  for (const branch of branches) {
    const text = wordsOf(branch)
    const name = readFactLine(text)?.field ?? guessFact(text) ?? guessFact(text.split(/\s[-–—·/|]\s/)[0] ?? '')
    const isName = name !== undefined && !facts.has(name) && isPlain(branch.heading.inlines)
    if (!isName || name === 'subtitle' || displayWidth(text) > widestName) return undefined
    facts.set(name, text)
  }
  return branches.length > mostNames ? undefined : Object.fromEntries(facts)
}

const wordsOf = ({ heading }: Branch): string => plainText(heading.inlines).trim()
