/** A request → the finished deck, not yet on disk: notes planned, pictures and fonts fetched, all of it rendered. */
import { dirname } from 'node:path'
import type { UseBrowser } from '../browser/keepBrowser.js'
import { openCache } from '../io/cache.js'
import { type DeckFonts, deckFonts } from '../io/fonts/deckFonts.js'
import { readManifest } from '../io/manifest.js'
import { type GotLogo, getLogo } from '../io/pictures/getLogo.js'
import { getPictures, type PictureOptions } from '../io/pictures/getPictures.js'
import { ownPlaces } from '../io/pictures/ownPlaces.js'
import { readRuntime } from '../io/readRuntime.js'
import { unlessStopped } from '../io/unlessStopped.js'
import type { KnownSlide } from '../match/lasting.js'
import { lastingDeck } from '../match/lastingDeck.js'
import type { Bundle, Pictures, ReadyPicture } from '../model/bundle.js'
import type { Deck } from '../model/deck.js'
import type { Finding } from '../model/finding.js'
import { type Destination, deckFor } from '../model/speakerNotes.js'
import { workStages } from '../model/workStages.js'
import { renderDeck } from '../render/render.js'
import { formulaFacesOf, glyphsOf, picturesOf, textOf } from '../render/wanted.js'
import { drawnBy } from './drawings.js'
import { type DraftedNotes, draftFile } from './planNotes.js'
import type { CheckRequest, DeckRequest, Surroundings } from './requests.js'

export interface MadeBundle {
  readonly drafted: DraftedNotes
  /** Its slides, for the build after this one. */
  readonly known: readonly KnownSlide[]
  readonly bundle: Bundle
  /** The same deck with the speaker notes that go along elsewhere. */
  readonly bundleFor: (destination: Destination) => Bundle
  readonly pictures: Pictures
  readonly logo?: ReadyPicture
  /** Characters that no font at hand draws. */
  readonly missing: string
  readonly findings: readonly Finding[]
}

/**
 * @param request with the folder whose deck it is to replace: slides that were in that keep their keys and addresses
 * @param use of a browser, for drawings that no other can draw; it need not be there
 */
export async function makeBundle(
  request: CheckRequest & Partial<Pick<DeckRequest, 'folder'>>,
  surroundings: Surroundings,
  use: UseBrowser,
): Promise<MadeBundle> {
  surroundings.onStage?.(workStages.reading.replace('{notes}', () => request.notes))
  const drafted = draftFile({ ...request, browser: surroundings.browser })
  const before = request.folder === undefined ? undefined : readManifest(request.folder)
  return bundleOf(await drafted, request, surroundings, use, (await before)?.facts?.slides)
}

/**
 * @param request names the notes whose folder pictures and fonts are looked for in
 * @param before slides of the deck that it is to replace
 */
export async function bundleOf(
  planned: DraftedNotes,
  request: CheckRequest,
  { signal, onStage = () => {} }: Surroundings,
  use: UseBrowser,
  before: readonly KnownSlide[] = [],
): Promise<MadeBundle> {
  const { settings, template, formulary } = planned
  const options = { ...pictureOptions(request, planned), draw: drawnBy(use) }
  // Whoever stopped it meanwhile has been told so: nothing is said after that.
  signal?.throwIfAborted()
  onStage(workStages.gathering)
  const [{ pictures, findings: lost }, gotLogo, { fonts, families, fault: noFont }, runtime] = await unlessStopped(
    signal,
    Promise.all([
      getPictures(picturesOf(planned.deck), options),
      getLogo(settings.logo, options),
      fontsFor(planned, request),
      readRuntime(),
    ]),
  )
  const { deck, slides: known } = lastingDeck(planned.deck, before, [], pictures)
  const drafted = { ...planned, deck }
  const { logo } = gotLogo
  const branding = { accent: settings.accent, footer: settings.footer, ...(logo === undefined ? {} : { logo }) }
  const deckThere = (destination: Destination) => deckFor(deck, destination, settings.speakerNotes)
  const render = (deck: Deck) => renderDeck(deck, { template, pictures, fonts, families, runtime, branding, formulary })
  const inFolder = deckThere('folder')
  const bundle = render(inFolder)
  const bundleFor = (destination: Destination): Bundle => {
    const there = deckThere(destination)
    return there === inFolder ? bundle : render(there)
  }
  const faults = [...logoFindings(drafted, gotLogo), ...fileFault(drafted, 'font', noFont)]
  const findings = [...deck.findings, ...faults, ...lost, ...bundle.findings]
  return {
    drafted,
    known,
    bundle,
    bundleFor,
    pictures,
    missing: fonts.missing,
    findings,
    ...(logo === undefined ? {} : { logo }),
  }
}

export function pictureOptions(
  { notes, offline, refresh }: CheckRequest,
  { settings, front }: Pick<DraftedNotes, 'settings' | 'front'>,
): PictureOptions {
  const { pictures } = settings
  const own = ownPlaces(notes, front)
  return { folder: dirname(notes), own, cache: openCache('pictures'), offline, refresh, pictures, now: Date.now() }
}

function fontsFor({ deck, settings, template, formulary }: DraftedNotes, { notes }: CheckRequest): Promise<DeckFonts> {
  const glyphs = glyphsOf(deck, textOf(template) + settings.footer, formulary)
  const wish = { style: template.fonts, lang: deck.lang, own: settings.font, folder: dirname(notes) }
  return deckFonts(glyphs, wish, openCache('fonts'), formulaFacesOf(deck, formulary))
}

/** What is to be told of a logo, where it is named. */
export function logoFindings(
  drafted: Pick<DraftedNotes, 'settings' | 'places'>,
  { fault, findings }: Pick<GotLogo, 'fault' | 'findings'>,
): readonly Finding[] {
  const place = drafted.places['logo'] ?? { line: 1 }
  return [...fileFault(drafted, 'logo', fault), ...findings.map((finding) => ({ ...finding, place }))]
}

/** A file that a setting names and that can't be used: told where that is said; a flag stands in no file. */
export function fileFault(
  { settings, places }: Pick<DraftedNotes, 'settings' | 'places'>,
  name: 'font' | 'logo',
  fault?: string,
): readonly Finding[] {
  if (fault === undefined) return []
  const facts = { name, path: settings[name], reason: fault }
  return [{ code: 'setting-file', place: places[name] ?? { line: 1 }, facts }]
}
