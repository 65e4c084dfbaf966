/** Notes → Deck: which slides there are, in which order, with what on them. Pure. */
import type { Deck, Section, Slide } from '../model/deck.js'
import type { Finding } from '../model/finding.js'
import type { Notes } from '../model/notes.js'
import { plainText } from '../model/text.js'
import { canvasSize } from '../settings/canvas.js'
import type { Settings } from '../settings/table.js'
import { agendaSlide } from './agenda.js'
import { deckWords } from './deckWords.js'
import { briefBlocks } from './density.js'
import type { Draft } from './draft.js'
import { roomOf } from './estimate.js'
import { titleFacts } from './facts.js'
import { assignIds, reserved } from './ids.js'
import { chooseLayout } from './layouts/choose.js'
import { findLevels } from './levels.js'
import { openSlides } from './slides.js'
import { findTitle, loneHeading, type Title } from './title.js'
import { closeBelow, growTree } from './tree.js'

const standardCanvas = { width: 1280, height: 720 }

/**
 * @param notes as parsed; never fails, whatever is in them
 * @param settings front matter already counted in
 * @returns the deck; its findings are the notes' and those of the plan, in that order
 */
export function planDeck(notes: Notes, settings: Settings): Deck {
  const lang = settings.lang || notes.lang
  const canvas = canvasSize(settings.canvas) ?? standardCanvas
  const words = deckWords(lang)

  const tree = growTree(settings.density === 'brief' ? briefBlocks(notes.blocks) : notes.blocks)
  const title = findTitle(tree, notes, settings)
  const { facts, body: open } = openingOf(title, notes, settings, lang)
  const { levels, findings: levelFindings } = findLevels(open, settings, notes.front['slides']?.line)
  const body = closeBelow(open, levels.slides)
  const drafts = openSlides(body, title.inlines, levels.sections, roomOf(canvas))
  const { slides, findings: slideFindings } = finish(drafts)
  const opening: Slide = {
    id: reserved.title,
    kind: 'title',
    layout: 'title',
    title: title.inlines,
    blocks: [],
    // Without a preface, nothing else could carry what the author noted there.
    speakerNotes: body.blocks.length === 0 ? body.asides : [],
    bookmark: 1,
    lines: title.lines,
  }
  const agenda = agendaSlide(slides, settings.agenda, words, title.lines)

  return {
    file: notes.file,
    title: plainText(title.inlines),
    facts,
    lang,
    canvas,
    stacks: settings.stacks,
    sections: slides.flatMap((slide): Section[] =>
      slide.kind === 'section' ? [{ title: slide.title, slide: slide.id }] : [],
    ),
    slides: [opening, ...(agenda ? [agenda] : []), ...slides],
    words,
    findings: [...notes.findings, ...levelFindings, ...slideFindings],
  }
}

/** The facts of the title slide, and the tree without what they took. */
function openingOf(title: Title, notes: Notes, settings: Settings, lang: string) {
  const known = title.second === '' ? settings : { ...settings, subtitle: title.second }
  const { facts, rest } = titleFacts(title.body.blocks, notes, known, lang)
  const body = { ...title.body, blocks: rest }
  const lone = facts.subtitle === '' && !settings.sections && !settings.slides ? loneHeading(body) : undefined
  return lone ? { facts: { ...facts, subtitle: lone.text }, body: lone.body } : { facts, body }
}

/** Drafts get their ids and layouts. */
function finish(drafts: readonly Draft[]): {
  readonly slides: readonly Slide[]
  readonly findings: readonly Finding[]
} {
  const ids = assignIds(
    drafts.map(({ kind, title, eyebrow, section, bookmark }) => ({
      kind,
      title: plainText(title),
      ...(eyebrow ? { eyebrow: plainText(eyebrow) } : {}),
      ...(section === undefined ? {} : { section }),
      borrowed: bookmark === undefined,
    })),
  )
  const findings: Finding[] = []
  const slides = drafts.map(({ heading, ...draft }, at): Slide => {
    const id = ids[at] ?? ''
    if (draft.kind === 'section') return { ...draft, id, layout: 'section' }
    const chosen = chooseLayout(draft.blocks, heading)
    findings.push(...chosen.findings)
    return { ...draft, id, layout: chosen.layout }
  })
  return { slides, findings }
}
