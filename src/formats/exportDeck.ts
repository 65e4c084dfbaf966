/** A deck on disk and a wish → every file that is wanted of it, from one page that is fitted once. */
import { openHelper } from '../browser/helper.js'
import { openDeck } from '../browser/openDeck.js'
import type { RunningBrowser } from '../browser/start.js'
import type { FitReport } from '../model/fitted.js'
import type { Formats, PictureWish } from '../model/format.js'
import { workStages } from '../model/workStages.js'
import { articlePdf } from './article.js'
import { handoutPdf } from './handout.js'
import { handoutKinds } from './handoutKinds.js'
import { contactSheet, slidePictures, socialCard, wantedSlides } from './pictures.js'
import { slidesPdf } from './slides.js'
import type { Format, FormatSource, Made, OpenDeck } from './source.js'

/**
 * @param take is given each file and finding as it is made
 * @param onStage told what is being made: `Printing`
 * @param release ends the browser, once the last of it is read; absent where it is kept
 * @returns what the page says of its slides
 * @throws UserError (exit 3) when the browser crashes or takes too long
 */
export async function exportDeck(
  wanted: Formats,
  source: FormatSource,
  browser: RunningBrowser,
  take: (made: Made) => Promise<void>,
  onStage: (text: string) => void,
  release?: () => void,
): Promise<FitReport> {
  const helping = wanted.pdf ? openHelper(browser, source.address, source.deck.slides.length) : undefined
  try {
    const [report, helper] = await Promise.all([openDeck(browser, source.address), helping])
    const steps = formatsOf(wanted, source, report)
    for (const { stage, make } of steps) {
      onStage(stage)
      const open = { browser, report, helper, release: make === steps.at(-1)?.make ? release : undefined }
      for await (const made of make(open, source)) await take(made)
    }
    return report
  } finally {
    // Of a browser that was lost, or is kept for the next deck.
    await helping?.then((helper) => helper?.page.close()).catch(() => {})
  }
}

/** Loaded when somebody wants it: it is more than all that a PDF needs. */
async function* loadedPowerpoint(open: OpenDeck, source: FormatSource): AsyncGenerator<Made> {
  const { powerpoint } = await import('./powerpoint.js')
  yield* powerpoint(open, source)
}

interface Step {
  readonly stage: string
  readonly make: Format
}

function formatsOf(
  { pdf, handouts, pictures, pptx }: Formats,
  source: FormatSource,
  { slides }: FitReport,
): readonly Step[] {
  return [
    ...(pdf ? [{ stage: workStages.printing, make: slidesPdf }] : []),
    ...handoutKinds(handouts, source).flatMap((kind) =>
      kind === 'article'
        ? [{ stage: workStages.article, make: articlePdf }]
        : [
            {
              stage: kind === 'notes' ? workStages.handout : `Printing the handout, ${kind} a sheet`,
              make: handoutPdf(kind),
            },
          ],
    ),
    ...(pictures ? picturesOf(pictures, slides.length) : []),
    ...(pptx ? [{ stage: workStages.powerpoint, make: loadedPowerpoint }] : []),
  ]
}

/** Throws UserError (exit 2) when there are no such slides: before anything is made. */
function picturesOf(wish: PictureWish, count: number): readonly Step[] {
  const slides = wantedSlides(wish.slides, count)
  return [
    ...(wish.types.length > 0 ? [{ stage: 'Taking pictures', make: slidePictures(wish, slides) }] : []),
    ...(wish.contactSheet ? [{ stage: 'Making the contact sheet', make: contactSheet(wish, slides) }] : []),
    ...(wish.socialCard ? [{ stage: 'Making the social card', make: socialCard }] : []),
  ]
}
