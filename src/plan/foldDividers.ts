/** Slides on their way → the same without the dividers that say nothing which the slide behind them does not say. */
import type { Finding } from '../model/finding.js'
import type { Inline } from '../model/notes.js'
import { ownNumber } from '../model/ownNumber.js'
import { plainText } from '../model/text.js'
import type { Draft } from './draft.js'
import { estimate, type Room } from './estimate.js'
import { withoutMarks } from './footnotes.js'

/** What stands under one heading and is longer than this will be several slides. */
const ABOUT_ONE_SLIDE = 1.15

/**
 * A section of one slide has no divider: its title becomes the slide's eyebrow. Nor has a section whose first slide has its own
 * title. Who asked something of a divider has it.
 */
export function foldDividers(
  drafts: readonly Draft[],
  room: Room,
): { readonly drafts: readonly Draft[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = []
  const counts = new Map<number | undefined, number>()
  for (const { kind, section } of drafts) if (kind === 'content') counts.set(section, (counts.get(section) ?? 0) + 1)
  const shown: Draft[] = []
  let divider: Draft | undefined
  for (const draft of drafts) {
    if (draft.kind === 'section') {
      if (divider) shown.push(divider)
      divider = draft
      continue
    }
    const opened = divider && opening(divider, draft, counts.get(draft.section) === 1, room)
    if (divider && !opened) shown.push(divider)
    shown.push(opened ?? draft)
    // A heading of its own that says the section's name again is said once.
    if (opened && divider && draft.heading && opened.title === divider.title)
      findings.push({
        code: 'heading-repeated',
        place: { line: draft.heading.lines[0] },
        facts: { text: plainText(draft.title) },
      })
    divider = undefined
  }
  return { drafts: divider ? [...shown, divider] : shown, findings }
}

/** @returns the slide as it opens its section, undefined where the divider stays */
function opening(divider: Draft, draft: Draft, isOnly: boolean, room: Room): Draft | undefined {
  if (divider.section !== draft.section || asksMore(divider)) return undefined
  const isNamesake = sameWords(divider.title, draft.title)
  const blocks = [...divider.blocks, ...draft.blocks]
  if (!isNamesake && (!isOnly || draft.title.length === 0 || estimate(blocks, room) > ABOUT_ONE_SLIDE)) return undefined
  const { heading, bookmark = 1 } = divider
  const own = {
    ...draft,
    blocks,
    speakerNotes: [...divider.speakerNotes, ...draft.speakerNotes],
    opens: divider.title,
    lines: [divider.lines[0], Math.max(divider.lines[1], draft.lines[1])] as const,
  }
  if (!isNamesake)
    return {
      ...own,
      eyebrow: draft.eyebrow ?? withoutMarks(divider.title),
      bookmarkParents: [plainText(divider.title), ...(draft.bookmarkParents ?? [])],
    }
  return { ...own, title: divider.title, bookmark, ...(draft.heading || !heading ? {} : { heading }) }
}

/** Beside its name. */
const asksMore = ({ heading, wish }: Draft): boolean =>
  wish !== undefined || Object.keys(heading?.attributes ?? {}).some((name) => name !== 'id')

const sameWords = (one: readonly Inline[], other: readonly Inline[]): boolean => {
  const [first, second] = [wordsOf(one), wordsOf(other)]
  return first !== '' && first === second
}

const wordsOf = (inlines: readonly Inline[]): string => {
  const text = plainText(inlines).trim()
  return text
    .slice(ownNumber(text)?.length ?? 0)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, '')
}
