/** Notes that are being edited → their deck, to be shown at once: only what an edit touched is made again. */

import { dirname, resolve } from 'node:path'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { reportFindings } from '../check/report.js'
import { linesIn } from '../diff/facts.js'
import { openCache } from '../io/cache.js'
import { type DeckFonts, deckFonts } from '../io/fonts/deckFonts.js'
import { type GotLogo, getLogo } from '../io/pictures/getLogo.js'
import { readRuntime } from '../io/readRuntime.js'
import { standAgain } from '../io/standAgain.js'
import type { WatchedFiles } from '../io/watch/watchedFiles.js'
import type { KnownSlide } from '../match/lasting.js'
import { lastingDeck } from '../match/lastingDeck.js'
import type { ReadyPicture } from '../model/bundle.js'
import type { Content } from '../model/content.js'
import type { Slide } from '../model/deck.js'
import type { Formulary } from '../model/formulary.js'
import { liveText } from '../model/liveWords.js'
import type { Source } from '../model/notes.js'
import type { Runtime } from '../model/template.js'
import type { FrontMatter } from '../parse/frontMatter.js'
import { withoutLabel } from '../plan/factLines.js'
import type { Branding } from '../render/branding.js'
import { renderDocument } from '../render/document.js'
import { LICENCES, licenceText } from '../render/licences.js'
import { deckCss, missingGlyphs } from '../render/render.js'
import { slideMemory } from '../render/slideMemory.js'
import { formulaFacesOf, glyphsOf, picturesOf, textOf } from '../render/wanted.js'
import { liveStyle } from '../serve/livePage.js'
import type { LiveRound, LiveSource } from '../serve/source.js'
import { headOf } from './joined/headOf.js'
import { coversGlyphs, type GlyphSets, glyphSets } from './liveGlyphs.js'
import { livePictures, type PicturesNow } from './livePictures.js'
import { fileFault, logoFindings, pictureOptions } from './makeBundle.js'
import {
  coverNotes,
  type DraftedNotes,
  draftNotes,
  isBroken,
  lookOf,
  type NotesLook,
  redraftNotes,
  restyleNotes,
} from './planNotes.js'
import { readSource } from './readSource.js'
import type { CheckRequest } from './requests.js'
import { namedFiles, sourcesOf, templatePlaces } from './sources.js'

/** What a deck looks like, as long as neither its settings nor its template change. */
interface Look extends NotesLook {
  /** The head of the notes that it was made from. */
  readonly head: string
  readonly logo: GotLogo
  readonly branding: Branding
}

interface DrawnFonts extends DeckFonts {
  /** What they were chosen by. */
  readonly style: string
  readonly characters: GlyphSets
}

interface Rendered {
  readonly drafted: DraftedNotes
  /** Of its slides, in order. */
  readonly html: readonly string[]
}

/** Slides that went away and are known again when they are back. */
const MOST_GONE = 400

/** Opens some notes for editing. Nothing is read before the first round. */
export const openLiveDeck = (request: CheckRequest): LiveSource => new LiveDeck(request)

class LiveDeck implements LiveSource {
  private readonly folder: string
  private readonly slides = slideMemory()
  private readonly pictures = livePictures()
  private runtime: Runtime | undefined
  /** Goes up with every call: an earlier one that is still at work gives up. */
  private turn = 0
  private look: Look | undefined
  /** Of the last look, and where the next one may come from when there is none: its template went away, or is broken. */
  private lookFolders: readonly string[] = []
  private fonts: DrawnFonts | undefined
  /** Of that look, with those fonts. */
  private css:
    | {
        readonly look: Look
        readonly fonts: DrawnFonts
        readonly formulary: Formulary | undefined
        readonly text: string
      }
    | undefined
  private latest: DraftedNotes | undefined
  /** Of the latest deck, and of those before it: half a save takes slides away for a moment. */
  private known: readonly KnownSlide[] = []
  private gone: readonly KnownSlide[] = []
  /** The fonts may lack a character of the latest deck. */
  private undrawn = true

  constructor(private readonly request: CheckRequest) {
    this.folder = dirname(resolve(request.notes))
  }

  watched(): WatchedFiles {
    const sources = sourcesOf(this.request, this.look, this.pictures.sources(), this.latest?.source)
    return this.look ? sources : { ...sources, lookFolders: this.lookFolders }
  }

  async *rounds(touched?: ReadonlySet<string>): AsyncGenerator<LiveRound> {
    const turn = ++this.turn
    standAgain()
    const before = this.look
    this.forget(touched)
    this.runtime ??= await readRuntime()
    const source = await this.read()
    const head = headOf(source)
    const look = await this.lookFor(source, head)

    const quick = this.quickly(before, look, source, head)
    const drafted = quick ?? (await draftNotes(source, head, look, this.request))
    const near = await this.pictures.near(picturesOf(drafted.deck), pictureOptions(this.request, drafted))
    const first = this.render(drafted, near)
    if (this.fonts === undefined) await this.draw(first.drafted)
    yield this.round(first, near)

    // It is on screen; what follows takes its time. Whoever has news by now asks for no more.
    await setImmediate()
    if (turn !== this.turn) return
    const whole = quick ? await draftNotes(source, head, look, this.request) : drafted
    const wanted = picturesOf(whole.deck)
    const pictures = near.late || quick ? await this.pictures.far(wanted, pictureOptions(this.request, whole)) : near
    const shown = this.render(whole, pictures)
    if (this.undrawn) await this.draw(shown.drafted)
    if (turn !== this.turn) return
    const covered = await coverNotes(shown.drafted)
    if (turn !== this.turn) return
    yield this.round({ ...shown, drafted: { ...shown.drafted, ...covered } }, pictures)
  }

  /** An editor writes a file from its start: what is a beginning of the text before may be half of the one to come. */
  private async read(): Promise<Source> {
    let source = await readSource(this.request)
    for (let attempt = 0; attempt < 4 && this.isBeginning(source.text); attempt++) {
      await setTimeout(15)
      const again = await readSource(this.request)
      if (again.text === source.text && again.text !== '') break
      source = again
    }
    return source
  }

  private isBeginning(text: string): boolean {
    const before = this.latest?.source.text ?? ''
    return text.length < before.length && before.startsWith(text)
  }

  private forget(touched?: ReadonlySet<string>): void {
    const { notes, pictures } = this.watched()
    const isTouched = (path: string): boolean => touched === undefined || touched.has(path)
    if (pictures.some(isTouched)) this.pictures.forgetFiles()
    if (namedFiles(this.look, this.folder).some(isTouched)) this.fonts = undefined
    const known = new Set([notes, ...pictures])
    if (touched === undefined || [...touched].some((path) => !known.has(path))) this.look = undefined
  }

  /** What an edit asks for, as far as it can be told without reading all notes again. */
  private quickly(before: Look | undefined, look: Look, source: Source, head: FrontMatter): DraftedNotes | undefined {
    if (this.latest === undefined || before === undefined) return undefined
    if (look !== before) return restyleNotes(this.latest, before, source, look)
    return redraftNotes(this.latest, source, head, look.settings)
  }

  private async lookFor(source: Source, front: FrontMatter): Promise<Look> {
    const head = source.parts ? JSON.stringify(front.front) : source.text.split('\n', front.bodyLine - 1).join('\n')
    if (this.look?.head === head) return this.look
    const look = await this.readLook(front)
    const gotLogo = await getLogo(
      look.settings.logo,
      pictureOptions(this.request, { settings: look.settings, front: {} }),
    )
    const { accent, footer } = look.settings
    const { logo } = gotLogo
    const branding = { accent, footer, ...(logo === undefined ? {} : { logo }) }
    this.look = { ...look, head, logo: gotLogo, branding }
    this.lookFolders = this.watched().lookFolders
    this.undrawn = true
    return this.look
  }

  private async readLook(front: FrontMatter): Promise<NotesLook> {
    try {
      return await lookOf(front, this.request)
    } catch (error) {
      // It may still come, or come back.
      this.lookFolders = [...new Set([...this.lookFolders, ...(await templatePlaces(this.request))])]
      throw error
    }
  }

  /** A deck as planned → the same with lasting names, and its slides. */
  private render(planned: DraftedNotes, { pictures }: PicturesNow): Rendered {
    const { template, settings, formulary } = planned
    const { deck, slides } = lastingDeck(planned.deck, this.known, this.gone)
    const drafted = { ...planned, deck }
    const keys = new Set(slides.map(({ key }) => key))
    const isGone = ({ key }: KnownSlide): boolean => !keys.has(key)
    this.gone = [...this.gone, ...this.known].filter(isGone).slice(-MOST_GONE)
    this.known = slides
    this.latest = drafted
    const { html, fresh } = this.slides.render(deck, template, pictures, settings.footer, formulary)
    this.undrawn ||= !this.draws(drafted, fresh)
    return { drafted, html }
  }

  /** Whether the fonts at hand have all that these slides show; the rest of the deck is as it was. */
  private draws({ deck, formulary }: DraftedNotes, slides: readonly Slide[]): boolean {
    if (this.fonts === undefined) return false
    const shown = { ...deck, slides }
    const wanted = { ...glyphsOf(shown, '', formulary), ...formulaFacesOf(shown, formulary) }
    return coversGlyphs(this.fonts.characters, wanted)
  }

  private async draw(drafted: DraftedNotes): Promise<void> {
    const { deck, settings, template, formulary } = drafted
    // The name of the notes stands beside what is wrong in them.
    const also = textOf(template) + settings.footer + liveText(deck.lang) + this.request.notes
    const glyphs = glyphsOf(deck, also, formulary)
    const faces = formulaFacesOf(deck, formulary)
    const wanted = { ...glyphs, ...faces }
    const characters = glyphSets(wanted)
    const wish = { style: template.fonts, lang: deck.lang, own: settings.font, folder: this.folder }
    const style = JSON.stringify(wish)
    const enough = this.fonts?.style === style && coversGlyphs(this.fonts.characters, wanted)
    if (!enough) this.fonts = { ...(await deckFonts(glyphs, wish, openCache('fonts'), faces)), style, characters }
    if (this.latest === drafted) this.undrawn = false
  }

  private cssOf(look: Look, fonts: DrawnFonts, runtime: Runtime, formulary: Formulary | undefined): string {
    if (this.css?.look !== look || this.css.fonts !== fonts || this.css.formulary !== formulary) {
      const { template, branding } = look
      const text = deckCss({ template, fonts: fonts.fonts, families: fonts.families, runtime, branding, formulary })
      this.css = { look, fonts, formulary, text }
    }
    return this.css.text
  }

  private round({ drafted, html }: Rendered, pictures: PicturesNow): LiveRound {
    const { deck } = drafted
    const { fonts: drawn, look, runtime } = this
    if (!drawn || !look || !runtime) throw new Error('Nothing was read yet.')
    const { fonts, families, fault } = drawn
    const faults = [
      ...logoFindings(drafted, look.logo),
      ...fileFault(drafted, 'font', fault),
      ...missingGlyphs(fonts.missing),
    ]
    return {
      text: drafted.source.text,
      title: deck.title,
      author: withoutLabel(deck.facts.author),
      lang: deck.lang,
      slides: deck.slides.map(({ id, key = id }, index) => ({ key, html: html[index] ?? '' })),
      lines: deck.slides.map((slide) => linesIn(slide) ?? undefined),
      ...(deck.parts === undefined ? {} : { parts: deck.parts }),
      canvas: deck.canvas,
      page: (slides, script = runtime.script) =>
        renderDocument(
          deck,
          slides.map((slide) => slide.html),
          { style: liveStyle, script },
        ),
      css: this.cssOf(look, drawn, runtime, drafted.formulary),
      textFonts: fonts.files.filter((file) => families.text.some(({ family }) => family === file.family)),
      files: filesOf(runtime, drawn, pictures, look.logo.logo),
      findings: reportFindings([...deck.findings, ...faults, ...pictures.findings], this.request.notes, deck.parts),
      broken: isBroken(deck),
    }
  }
}

function filesOf(
  runtime: Runtime,
  { fonts }: DeckFonts,
  { pictures }: PicturesNow,
  logo: ReadyPicture | undefined,
): LiveRound['files'] {
  const files = new Map<string, Content>([[LICENCES, licenceText(runtime, fonts)]])
  for (const { path, bytes } of fonts.files) files.set(path, bytes)
  for (const picture of pictures.values()) if (picture.state === 'ready') files.set(picture.path, picture.bytes)
  if (logo) files.set(logo.path, logo.bytes)
  return files
}
