/** Two versions of some notes → a report with pictures of the slides that differ, before and after. */

import type { UseBrowser } from '../browser/keepBrowser.js'
import { withBrowser } from '../browser/withBrowser.js'
import { exitCode, UserError } from '../errors.js'
import { madeDeck } from '../io/manifest.js'
import { refuseReport } from '../io/refuseReport.js'
import type { Stage } from '../io/stageBundle.js'
import { stageTemporarily } from '../io/temporaryStage.js'
import { unlessStopped } from '../io/unlessStopped.js'
import { writeFileWhole } from '../io/writeFileWhole.js'
import { browserOptions } from './browsers.js'
import { compareNotes } from './diffNotes.js'
import type { DraftedVersion } from './draftVersion.js'
import { printAddress } from './exportFormats.js'
import { bundleOf } from './makeBundle.js'
import type { NotesDifference, PictureDiffRequest, Surroundings } from './requests.js'

/** Nothing but the report stays on disk. @throws UserError as refuseReport and compareNotes, and (exit 3) when there is no browser */
export async function diffPictures(request: PictureDiffRequest, surroundings: Surroundings): Promise<NotesDifference> {
  await refuseReport(request.pictures, request.versions)
  const work = withBrowser(browserOptions(surroundings), [request], (_, use) =>
    pictureNotes(request, surroundings, use),
  )
  for await (const difference of work) return difference
  throw new Error('A comparison ended without a result.')
}

async function pictureNotes(
  request: PictureDiffRequest,
  surroundings: Surroundings,
  use: UseBrowser,
): Promise<NotesDifference> {
  for (const version of request.versions)
    if (await madeDeck(version))
      throw new UserError(
        `No pictures are taken of ${version}, which is a deck.`,
        'Name its notes, or leave --pictures out.',
        exitCode.usage,
      )
  return compareNotes(
    { ...request, browser: surroundings.browser },
    async ({ before, after, difference }) => {
      const { signal, onStage = () => {} } = surroundings
      const stages: Pick<Stage, 'folder' | 'drop'>[] = []
      const stage = async ({ drafted, notes }: DraftedVersion): Promise<string> => {
        const made = await bundleOf(drafted, { ...request, notes }, surroundings, use)
        stages.push(await stageTemporarily(made.bundle))
        return printAddress(stages.at(-1)?.folder ?? '')
      }
      try {
        const addresses = { before: await stage(before), after: await stage(after) }
        onStage('Taking pictures')
        const [{ pictureDifference }, { diffReport }] = await loadDiffFormats()
        const slides = await unlessStopped(
          signal,
          use((browser) => pictureDifference(difference, addresses, browser)),
        )
        await writeFileWhole(request.pictures, diffReport({ ...difference, deck: after.drafted.deck, slides }))
        return { ...difference, slides: slides.map(({ slide }) => slide) }
      } finally {
        for (const { drop } of stages) await drop()
      }
    },
    'diff report',
  )
}

const loadDiffFormats = () => Promise.all([import('../formats/diffPictures.js'), import('../formats/diffReport.js')])
