/** A file of notes → its deck as planned, with the settings and the template that it is to have. */
import { dirname } from 'node:path'
import { type Coverage, coverageSteps } from '../check/coverage.js'
import { chosenTemplate } from '../io/chosenTemplate.js'
import { readConfig } from '../io/readConfig.js'
import { resolveFiles } from '../io/settingFiles.js'
import type { Deck } from '../model/deck.js'
import type { Finding } from '../model/finding.js'
import type { Formulary } from '../model/formulary.js'
import type { FrontValue, Notes, Source } from '../model/notes.js'
import type { Template } from '../model/template.js'
import { settleFormulas, withoutDefinitions } from '../parse/equations.js'
import type { FrontMatter } from '../parse/frontMatter.js'
import type { CleanSvg } from '../parse/html/drawings.js'
import { drawingCleaner, htmlReader } from '../parse/html/load.js'
import type { ReadHtml } from '../parse/html/node.js'
import { reparseNotes } from '../parse/reparse.js'
import { planDeck } from '../plan/plan.js'
import { replanDeck } from '../plan/replan.js'
import type { SettingPlaces } from '../settings/config.js'
import { placeIn, resolveSettings } from '../settings/resolve.js'
import type { Settings } from '../settings/table.js'
import { decorateLike } from './decorated.js'
import { drawNotes } from './drawDiagrams.js'
import { formulaFindings, formularyFor, knowsFormulas } from './formulary.js'
import { inkNotes } from './inkCode.js'
import { inTurns } from './inTurns.js'
import { headOf } from './joined/headOf.js'
import { joinedSettings } from './joined/joinedSettings.js'
import { parseSource } from './joined/parseJoined.js'
import { withoutHeads } from './joined/withoutHeads.js'
import { readSource } from './readSource.js'
import type { NotesRequest } from './requests.js'

export interface PlannedNotes {
  readonly notes: Notes
  readonly deck: Deck
  readonly settings: Settings
  readonly template: Template
  /** Front matter as written. */
  readonly front: Readonly<Record<string, FrontValue>>
  readonly covered: Coverage
  /** Folders of the user's own that the template lies in. */
  readonly folders: readonly string[]
  /** Where the settings are said that some file says. */
  readonly places: SettingPlaces
}

/** Notes as far as they are needed to show the deck. */
export interface DraftedNotes extends Omit<PlannedNotes, 'covered'> {
  readonly source: Source
  /** The notes before their code was coloured and drawn: what is read after an edit is compared with these. */
  readonly parsed: Notes
  /** The first line behind the front matter. */
  readonly bodyLine: number
  /** Absent where the notes hold no HTML. */
  readonly readHtml?: ReadHtml
  /** Absent where they hold no formulas. */
  readonly formulary?: Formulary | undefined
  /** Absent where they hold no drawing. */
  readonly cleanSvg?: CleanSvg
}

/** The settings and the template that some notes are to have. */
export interface NotesLook extends Pick<PlannedNotes, 'settings' | 'template' | 'folders' | 'places'> {
  readonly findings: readonly Finding[]
}

export async function planNotes(request: NotesRequest): Promise<PlannedNotes> {
  return coverNotes(await draftFile(request))
}

export async function draftFile(request: NotesRequest): Promise<DraftedNotes> {
  const source = await readSource(request)
  const head = headOf(source)
  return draftNotes(source, head, await lookOf(head, request), request)
}

export async function lookOf(
  head: FrontMatter,
  { notes, settings: written = {}, config, here }: NotesRequest,
): Promise<NotesLook> {
  const flags = resolveFiles(written, '.')
  const { values, places: inConfig, isOfNotes, findings: refused } = await readConfig(notes, config, here)
  const layers = { front: head.front, config: values, flags }
  const said = { ...inConfig, ...frontPlaces(head.front) }
  const look = await chosenTemplate(layers, notes, said['template'], isOfNotes, here)
  const resolved = resolveSettings({ ...layers, template: look.settings })
  const settings = { ...resolved.settings, template: look.chosen }
  const findings = [...refused, ...look.findings, ...resolved.findings]
  const places = { ...look.places, ...said }
  return { settings, template: look.template, folders: look.folders, places, findings }
}

const frontPlaces = (front: FrontMatter['front']): SettingPlaces =>
  Object.fromEntries(Object.entries(front).map(([name, { line, column }]) => [name, placeIn(line, column)]))

export async function draftNotes(
  source: Source,
  head: FrontMatter,
  look: NotesLook,
  { browser, words }: Pick<NotesRequest, 'browser' | 'words'> = {},
): Promise<DraftedNotes> {
  const { template, folders, places } = look
  const settings = joinedSettings(look.settings, source)
  const [readHtml, cleanSvg] = await Promise.all([htmlReader(source.text), drawingCleaner(source.text)])
  const parsed = parseSource(source, head, settings, readHtml, cleanSvg)
  const fonts = { style: template.fonts, lang: parsed.lang, own: settings.font, folder: dirname(source.file) }
  const settled = settleFormulas(parsed.blocks)
  const said = { ...parsed, blocks: withoutDefinitions(settled.blocks) }
  const notes = await inkNotes(await drawNotes(said, { fonts, browser, words }))
  const formulary = await formularyFor(notes)
  const planned = planDeck(notes, settings)
  const broken = formulary ? formulaFindings(notes, formulary, settled.strays, source) : []
  const spans = source.included?.spans ?? source.parts
  const parts = spans === undefined ? {} : { parts: spans }
  const deck = { ...planned, ...parts, findings: [...look.findings, ...planned.findings, ...broken] }
  const reading = { ...(readHtml ? { readHtml } : {}), ...(cleanSvg ? { cleanSvg } : {}) }
  return {
    source,
    parsed,
    bodyLine: head.bodyLine,
    notes,
    deck,
    settings,
    template,
    folders,
    places,
    front: head.front,
    ...reading,
    formulary,
  }
}

/** The same, as far as an edit since then can be told by itself: sooner, and without what it is to be told of the rest. */
export function redraftNotes(
  before: DraftedNotes,
  source: Source,
  head: FrontMatter,
  settings: Settings,
): DraftedNotes | undefined {
  if (source.parts !== undefined || source.included !== undefined) return undefined
  const was = { source: before.source, notes: before.parsed }
  const read = reparseNotes(was, source, head, settings, before.readHtml, before.cleanSvg)
  if (read === undefined) return undefined
  const parsed = read.notes
  const decorate = decorateLike(before.notes.blocks)
  const [then, now] = [before.parsed, parsed].map(({ blocks }) => settleFormulas(blocks).blocks)
  const from = read.above.length
  const [blocks, old, fresh] = [
    now,
    then?.slice(from, from + read.old.length),
    now?.slice(from, from + read.fresh.length),
  ].map((part) => part && decorate(withoutDefinitions(part)))
  // Colouring and drawing take longer than this is to take.
  if (!blocks || !old || !fresh) return undefined
  const notes = { ...parsed, blocks }
  // Whoever shows this has no time to load what typesets them.
  if (!knowsFormulas(notes)) return undefined
  const planned = replanDeck(before.deck, notes, { ...read, old, fresh }, settings) ?? planDeck(notes, settings)
  const deck = { ...planned, findings: before.deck.findings }
  return { ...before, source, parsed, bodyLine: head.bodyLine, notes, deck, front: head.front }
}

/** The same notes in another style, as far as that changes nothing of what is read and planned: nothing is read again. */
export function restyleNotes(
  before: DraftedNotes,
  was: NotesLook,
  source: Source,
  look: NotesLook,
): DraftedNotes | undefined {
  if (source.text !== before.source.text || source.parts !== undefined || source.included !== undefined)
    return undefined
  const asRead = ({ settings, template }: NotesLook): string => JSON.stringify([settings, template.fonts])
  if (before.template !== was.template || asRead(was) !== asRead(look)) return undefined
  const { template, folders, places } = look
  const findings = [...look.findings, ...before.deck.findings.slice(was.findings.length)]
  return { ...before, template, folders, places, deck: { ...before.deck, findings } }
}

/** Looks for words of the notes that are nowhere in the deck, which takes long: others have their turns meanwhile. */
export async function coverNotes({ source, bodyLine, parsed: _, ...drafted }: DraftedNotes): Promise<PlannedNotes> {
  const covered = await inTurns(coverageSteps(withoutHeads(source), drafted.deck, bodyLine))
  const deck = { ...drafted.deck, findings: [...drafted.deck.findings, ...covered.findings] }
  return { ...drafted, deck, covered }
}

/** Something is so wrong that whoever has the deck of before keeps it until it is mended. */
export const isBroken = ({ findings }: Deck): boolean => findings.some(breaks)

function breaks(finding: Finding): boolean {
  switch (finding.code) {
    case 'template-fault':
    case 'notes-empty':
    case 'config-broken':
      return true
    case 'setting-file':
      return finding.facts.name === 'template'
    case 'front-matter-unclosed':
      return finding.facts.alone === true
    default:
      return false
  }
}
