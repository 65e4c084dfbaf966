/** A file of notes → its deck as planned, with the settings and the template that it is to have. */
import { type Coverage, coverage } from '../check/coverage.js'
import { chosenTemplate } from '../io/chosenTemplate.js'
import { readConfig } from '../io/readConfig.js'
import { readNotes } from '../io/readNotes.js'
import { resolveFiles } from '../io/settingFiles.js'
import type { Deck } from '../model/deck.js'
import type { FrontValue, Notes } from '../model/notes.js'
import type { Template } from '../model/template.js'
import { readFrontMatter } from '../parse/frontMatter.js'
import { parseNotes } from '../parse/parse.js'
import { planDeck } from '../plan/plan.js'
import { resolveSettings } from '../settings/resolve.js'
import type { Settings } from '../settings/table.js'
import type { NotesRequest } from './requests.js'

export interface PlannedNotes {
  readonly notes: Notes
  readonly deck: Deck
  readonly settings: Settings
  readonly template: Template
  /** Front matter as written. */
  readonly front: Readonly<Record<string, FrontValue>>
  readonly covered: Coverage
}

export async function planNotes({ notes: file, settings: flags = {}, config }: NotesRequest): Promise<PlannedNotes> {
  const source = await readNotes(file)
  const head = readFrontMatter(source)
  const layers = { front: head.front, config: await readConfig(file, config), flags: resolveFiles(flags, '.') }
  const look = await chosenTemplate(layers, file)
  const { settings, findings } = resolveSettings({ ...layers, template: look.settings })
  const notes = parseNotes(source, head, settings)
  const planned = planDeck(notes, settings)
  const deck = { ...planned, findings: [...look.findings, ...findings, ...planned.findings] }
  const covered = coverage(source, deck, head.bodyLine)
  const complete = { ...deck, findings: [...deck.findings, ...covered.findings] }
  return { notes, deck: complete, settings, template: look.template, front: head.front, covered }
}
