/** A request → the finished deck, not yet on disk: notes planned, pictures and fonts fetched, all of it rendered. */
import { dirname } from 'node:path'
import { openCache } from '../io/cache.js'
import { type DeckFonts, deckFonts } from '../io/fonts/deckFonts.js'
import { getLogo } from '../io/pictures/getLogo.js'
import { getPictures, type PictureOptions } from '../io/pictures/getPictures.js'
import { readRuntime } from '../io/readRuntime.js'
import { unlessStopped } from '../io/unlessStopped.js'
import type { Bundle, Pictures, ReadyPicture } from '../model/bundle.js'
import type { Deck } from '../model/deck.js'
import type { Finding } from '../model/finding.js'
import { type Destination, deckFor } from '../model/speakerNotes.js'
import { workStages } from '../model/workStages.js'
import { renderDeck } from '../render/render.js'
import { glyphsOf, picturesOf, textOf } from '../render/wanted.js'
import { type DraftedNotes, draftFile } from './planNotes.js'
import type { CheckRequest, Surroundings } from './requests.js'

export interface MadeBundle {
  readonly drafted: DraftedNotes
  readonly bundle: Bundle
  /** The same deck with the speaker notes that go along elsewhere. */
  readonly bundleFor: (destination: Destination) => Bundle
  readonly pictures: Pictures
  readonly logo?: ReadyPicture
  /** Characters that no font at hand draws. */
  readonly missing: string
  readonly findings: readonly Finding[]
}

export async function makeBundle(request: CheckRequest, surroundings: Surroundings): Promise<MadeBundle> {
  surroundings.onStage?.(workStages.reading.replace('{notes}', () => request.notes))
  return bundleOf(await draftFile(request), request, surroundings)
}

/** @param request names the notes whose folder pictures and fonts are looked for in */
export async function bundleOf(
  drafted: DraftedNotes,
  request: CheckRequest,
  { signal, onStage = () => {} }: Surroundings,
): Promise<MadeBundle> {
  const { deck, settings, template } = drafted
  onStage(workStages.gathering)
  const [{ pictures, findings: lost }, { logo, fault: noLogo }, { fonts, families, fault: noFont }, runtime] =
    await unlessStopped(
      signal,
      Promise.all([
        getPictures(picturesOf(deck), pictureOptions(request)),
        getLogo(settings.logo, pictureOptions(request)),
        fontsFor(drafted, request),
        readRuntime(),
      ]),
    )
  const branding = { accent: settings.accent, footer: settings.footer, ...(logo === undefined ? {} : { logo }) }
  const deckThere = (destination: Destination) => deckFor(deck, destination, settings.speakerNotes)
  const render = (deck: Deck) => renderDeck(deck, { template, pictures, fonts, families, runtime, branding })
  const inFolder = deckThere('folder')
  const bundle = render(inFolder)
  const bundleFor = (destination: Destination): Bundle => {
    const there = deckThere(destination)
    return there === inFolder ? bundle : render(there)
  }
  const faults = [...fileFault(drafted, 'logo', noLogo), ...fileFault(drafted, 'font', noFont)]
  const findings = [...deck.findings, ...faults, ...lost, ...bundle.findings]
  return {
    drafted,
    bundle,
    bundleFor,
    pictures,
    missing: fonts.missing,
    findings,
    ...(logo === undefined ? {} : { logo }),
  }
}

export function pictureOptions({ notes, offline, refresh }: CheckRequest): PictureOptions {
  return { folder: dirname(notes), cache: openCache('pictures'), offline, refresh, now: Date.now() }
}

function fontsFor({ deck, settings, template }: DraftedNotes, { notes }: CheckRequest): Promise<DeckFonts> {
  const glyphs = glyphsOf(deck, textOf(template) + settings.footer)
  const wish = { style: template.fonts, lang: deck.lang, own: settings.font, folder: dirname(notes) }
  return deckFonts(glyphs, wish, openCache('fonts'))
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
