/** A staged deck → what else is wanted of it: in the browser, and without. */
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { UseBrowser } from '../browser/keepBrowser.js'
import type { Made } from '../formats/source.js'
import type { Stage } from '../io/stageBundle.js'
import { writeFileWhole } from '../io/writeFileWhole.js'
import type { Finding } from '../model/finding.js'
import type { FitReport } from '../model/fitted.js'
import { faultyPath, type PictureType, pictureExtensions } from '../model/format.js'
import { blocksFor } from '../model/speakerNotes.js'
import type { MadeBundle } from './makeBundle.js'
import type { DeckRequest } from './requests.js'

export interface Exporting {
  readonly stage: Stage
  readonly use: UseBrowser
  readonly onStage: (text: string) => void
  /** Nobody needs the browser for anything else. */
  readonly isLast: boolean
}

export interface Exported {
  readonly report: FitReport
  /** Paths inside the deck's folder, in the order they were made. */
  readonly files: readonly string[]
  readonly findings: readonly Finding[]
}

/** The address that a browser opens to fit a deck and lay it out for print. */
export const printAddress = (folder: string): string => `${pathToFileURL(join(folder, 'index.html')).href}?print`

export function exportFormats(
  { name, formats }: DeckRequest,
  { drafted, pictures, missing, logo }: MadeBundle,
  { stage, use, onStage, isLast }: Exporting,
): Promise<Exported> {
  const { notes, deck, settings } = drafted
  const address = printAddress(stage.folder)
  const { maxSize } = formats
  const source = {
    name,
    notes,
    deck,
    settings,
    pictures,
    missing,
    address,
    formulary: drafted.formulary,
    ...(logo === undefined ? {} : { logo }),
    ...(maxSize === undefined ? {} : { maxSize }),
  }
  const loading = import('../formats/exportDeck.js')
  let isReleased = !isLast
  // From the beginning when the browser is lost, or ended too early: what had been made is written again, in the same place.
  return use(async (browser) => {
    const files: string[] = []
    const findings: Finding[] = []
    const take = async (made: Made): Promise<void> => {
      if ('finding' in made) findings.push(made.finding)
      else {
        await stage.add(made.file.path, made.file.content)
        files.push(made.file.path)
      }
    }
    const release = (): void => {
      isReleased = true
      // Whoever keeps it ends it too, and is told if that fails.
      browser.close().catch(() => {})
    }
    const { exportDeck } = await loading
    const report = await exportDeck(formats, source, browser, take, onStage, isReleased ? undefined : release)
    if (formats.pictures?.slides.length === 0) stage.retire(picturesOfSlides(formats.pictures.types))
    // A sound PDF takes the place of a faulty one, too.
    stage.retire((path) => files.some((file) => path === faultyPath(file)))
    return { report, files, findings }
  })
}

/** Pictures of all slides replace all earlier ones: a deck may have become shorter. */
const picturesOfSlides =
  (types: readonly PictureType[]) =>
  (path: string): boolean =>
    path.startsWith('slides/') && types.some((type) => path.endsWith(`.${pictureExtensions[type]}`))

/** What needs no browser and lies in the deck's folder. */
export async function writeFormats(
  { name, formats }: DeckRequest,
  { drafted, pictures, logo }: MadeBundle,
  stage: Stage,
): Promise<readonly string[]> {
  if (!formats.markdown) return []
  const [{ notesMarkdown }, { withOwnPictures }] = await Promise.all([
    import('../render/markdown/notesMarkdown.js'),
    import('../render/markdown/ownPictures.js'),
  ])
  const { notes, settings } = drafted
  const blocks = blocksFor(notes.blocks, 'markdown', settings.speakerNotes)
  await stage.add(`${name}.md`, notesMarkdown(withOwnPictures({ ...notes, blocks }, pictures, logo)))
  return [`${name}.md`]
}

/** What lies beside the deck's folder: written once the deck is in its place, each file as a whole. */
export async function writeBeside(
  { name, folder, formats }: DeckRequest,
  { bundleFor }: MadeBundle,
): Promise<readonly string[]> {
  if (!formats.singleFile) return []
  const { singleFile } = await import('../render/singleFile.js')
  const path = join(dirname(folder), `${name}.html`)
  await writeFileWhole(path, singleFile(bundleFor('single file')), `, and the deck in ${folder} is the new one`)
  return [path]
}
