/** Notes → Deck: which slides there are, in which order, with what on them. Pure. */

import type { CoverPanel, Deck, Slide, TitleFacts } from '../model/deck.js'
import type { Block, Heading, Notes } from '../model/notes.js'
import { plainText } from '../model/text.js'
import { canvasSize, standardCanvas } from '../settings/canvas.js'
import type { Settings } from '../settings/table.js'
import { agendaSlide } from './agenda.js'
import { closingSlide } from './closing.js'
import { linkedContents, takeContents, withContents } from './contents.js'
import { coverHeadings } from './cover.js'
import { deckWords } from './deckWords.js'
import { briefBlocks } from './density.js'
import { gatherDirectories } from './directories.js'
import { roomOf } from './estimate.js'
import { titleFacts } from './facts.js'
import { foldDividers } from './foldDividers.js'
import { footnotesAtFoot } from './footnotes.js'
import { frontFactMarks } from './frontMarks.js'
import { wishOfTitle, withoutHidden } from './headingWish.js'
import { reserved } from './ids.js'
import { findLevels } from './levels.js'
import { settleLinks } from './links.js'
import { breakLongParagraphs } from './longParagraphs.js'
import { shortenTitles } from './longTitles.js'
import { gatherNeighbours } from './neighbours.js'
import { arranged, identified, sectionsOf } from './settle.js'
import { sizedBySection } from './sizes.js'
import { openSlides } from './slides.js'
import { openTalks } from './talks.js'
import { findTitle, type Title } from './title.js'
import { footnotesOfTitle } from './titleFootnotes.js'
import { closeBelow, growTree } from './tree.js'
import { planWritten } from './written.js'

/**
 * @param notes as parsed; never fails, whatever is in them
 * @param settings front matter already counted in
 * @param isPart what is planned is a part of a talk, which tells nothing of how much more there is
 * @returns the deck; its findings are the notes' and those of the plan, in that order
 */
export function planDeck(notes: Notes, settings: Settings, isPart = false): Deck {
  if (notes.read === 'slides') return planWritten(notes, settings)
  const lang = settings.lang || notes.lang
  const canvas = canvasSize(settings.canvas) ?? standardCanvas
  const words = deckWords(lang)

  const { blocks, findings: titleFindings } = shortenTitles(notes.blocks)
  const broken = breakLongParagraphs(blocks)
  const { blocks: whole, findings: talkFindings } =
    settings.compose === 'plain' ? { blocks: broken, findings: [] } : openTalks(broken, settings.infer)
  const tree = growTree(settings.density === 'brief' ? briefBlocks(whole) : whole)
  const title = findTitle(tree, notes, settings)
  const opening = openingOf(title, headingAt(whole, title.lines[0]), notes, settings, lang)
  const { facts, factMarks } = opening
  const written = isPart || settings.agenda === 'no' ? undefined : takeContents(opening.body)
  const open = written?.rest ?? opening.body
  const { levels, findings: levelFindings } = findLevels(open, settings, notes.front['slides']?.line)
  const body = closeBelow(open, levels.slides)
  const { compose } = settings
  const room = roomOf(canvas)
  const all = openSlides(body, title.inlines, levels.sections, { room, compose })
  const { shown, findings: hiddenFindings } = withoutHidden(all)
  const isFolded = !isPart && compose !== 'plain'
  const { drafts: folded, findings: repeated } = isFolded
    ? foldDividers(gatherNeighbours(gatherDirectories(shown, words)), room)
    : { drafts: shown, findings: [] }
  const opened = written ? withContents(folded, written.contents) : folded
  const said = [...title.inlines, ...Object.values(factMarks).flat()]
  const { footnotes, rest: drafts } = footnotesOfTitle(footnotesAtFoot(opened, whole, said), said)
  const planned = identified(drafts)
  const closing = settings.closing === 'no' ? undefined : closingSlide(planned, words)
  const { slides: set, findings: slideFindings } = arranged(planned, drafts, closing === undefined, settings)
  const sections = sectionsOf(planned, drafts)
  const slides = written ? linkedContents(set, planned, sections, written.contents.heading.lines[0]) : set
  const cover: Slide = {
    id: reserved.title,
    kind: 'title',
    layout: 'title',
    title: title.inlines,
    blocks: footnotes,
    // Without a preface, nothing else could carry what the author noted there.
    speakerNotes: body.blocks.length === footnotes.length ? body.asides : [],
    ...panelled(settings, wishOfTitle(headingAt(whole, title.lines[0])), sections.length, slides.length),
    bookmark: 1,
    lines: title.lines,
  }
  const agenda = written ? undefined : agendaSlide(slides, sections, settings.agenda, words, title.lines)
  const deck = [cover, ...(agenda ? [agenda] : []), ...slides, ...(closing ? [closing] : [])]
  const linked = settleLinks(sizedBySection(deck, canvas), notes)

  return {
    file: notes.file,
    title: plainText(title.inlines),
    facts,
    factMarks,
    lang,
    canvas,
    stacks: settings.stacks,
    duration: settings.duration,
    sections,
    slides: linked.slides,
    words,
    findings: [
      ...notes.findings,
      ...titleFindings,
      ...talkFindings,
      ...levelFindings,
      ...hiddenFindings,
      ...repeated,
      ...slideFindings,
      ...linked.findings,
    ],
  }
}

/** Who asks for a ground of the title slide has it whole. */
function panelled({ compose }: Settings, asked: Pick<Slide, 'wish'>, sections: number, slides: number) {
  if (compose === 'plain' || asked.wish?.backgrounds) return asked
  const panel: CoverPanel =
    sections >= FEWEST_SECTIONS ? { sections, counts: true } : { counts: slides >= FEWEST_SLIDES }
  return { ...asked, panel }
}

/** What is worth counting on the cover. */
const FEWEST_SECTIONS = 2
const FEWEST_SLIDES = 6

/** The facts of the title slide, and the tree without what they took. */
function openingOf(title: Title, heading: Heading | undefined, notes: Notes, settings: Settings, lang: string) {
  const known = title.second === '' ? settings : { ...settings, subtitle: title.second }
  const { facts: said, marks, rest } = titleFacts(title.body.blocks, notes, known, lang)
  const facts = withNamed(said, title.named)
  const body = { ...title.body, blocks: rest }
  const mayHave = facts.subtitle === '' && !settings.sections && !settings.slides
  const cover = mayHave ? coverHeadings(body, heading) : undefined
  const second = title.secondMarks.length > 0 ? { subtitle: title.secondMarks } : {}
  const factMarks = { ...frontFactMarks(notes, settings), ...marks, ...second }
  // What is known already is not said twice, nor lost.
  if (cover === undefined || factNames.some((name) => facts[name] !== '' && cover.facts[name] !== undefined))
    return { facts, factMarks, body }
  return { facts: { ...facts, ...cover.facts }, factMarks, body: cover.body }
}

/** What the notes say themselves goes before what their file is called. */
function withNamed(facts: TitleFacts, { event = '', date = '', author = '' }: Title['named']): TitleFacts {
  return { ...facts, event: facts.event || event, date: facts.date || date, author: facts.author || author }
}

const factNames = ['event', 'place', 'date', 'author'] as const

const headingAt = (blocks: readonly Block[], line: number): Heading | undefined =>
  blocks.find((block): block is Heading => block.kind === 'heading' && block.lines[0] === line)
