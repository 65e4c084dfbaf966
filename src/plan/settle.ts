/** Slides on their way → slides with ids and layouts. */
import { composedLayouts, type Section, type Slide } from '../model/deck.js'
import type { Finding } from '../model/finding.js'
import { pushAll } from '../model/lists.js'
import { pointsAsSteps } from '../model/steps.js'
import { plainText } from '../model/text.js'
import type { Settings } from '../settings/table.js'
import type { Planned } from './closing.js'
import type { Draft } from './draft.js'
import { fewPoints } from './fewPoints.js'
import { headingWish, settleGrounds } from './headingWish.js'
import { assignIds } from './ids.js'
import { besideLeft } from './layouts/beside.js'
import { candidatesOf } from './layouts/candidates.js'
import { chooseLayout } from './layouts/choose.js'
import { makeRoomForPictures } from './longCaptions.js'
import { ownSize } from './sizes.js'
import { byline } from './talks.js'
import { varied } from './variety.js'

export function identified(drafts: readonly Draft[]): readonly Planned[] {
  const ids = assignIds(
    drafts.map(({ kind, title, name, eyebrow, section, bookmark, opens }) => ({
      // Under the title of its section, it has the section's name.
      kind: opens === title ? 'section' : kind,
      title: name ?? plainText(title),
      ...(eyebrow ? { eyebrow: plainText(eyebrow) } : {}),
      ...(section === undefined ? {} : { section }),
      ...(opens ? { opens: plainText(opens) } : {}),
      borrowed: bookmark === undefined && name === undefined,
    })),
  )
  return drafts.map(({ heading: _, name: __, opens: ___, ...draft }, at) => ({ ...draft, id: ids[at] ?? '' }))
}

/** The sections, in order: each is opened by its divider, or by a slide that does without. */
export const sectionsOf = (planned: readonly Planned[], drafts: readonly Draft[]): readonly Section[] =>
  planned.flatMap(({ kind, title, id }, at): readonly Section[] => {
    const opened = kind === 'section' ? title : drafts[at]?.opens
    return opened ? [{ title: opened, slide: id }] : []
  })

/**
 * @param drafts whose headings may ask for layouts, in the same order
 * @param ends whether the deck ends with the last of the slides
 */
export function arranged(
  planned: readonly Planned[],
  drafts: readonly Draft[],
  ends: boolean,
  { steps, compose }: Pick<Settings, 'steps' | 'compose'>,
): { readonly slides: readonly Slide[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = []
  const slides = planned.map((bare, at): Slide => {
    const wish = { ...bare.wish, ...headingWish(drafts[at]?.heading) }
    const { slide, findings: odd } = settleGrounds(Object.keys(wish).length > 0 ? { ...bare, wish } : bare)
    pushAll(findings, odd)
    if (slide.kind === 'section') return { ...slide, layout: 'section' }
    const frame = { title: plainText(slide.title), last: ends && at === planned.length - 1 }
    const heading = drafts[at]?.heading
    const { line, rest } = byline(slide.blocks)
    const chosen = chooseLayout(makeRoomForPictures(rest), heading, frame, compose)
    const { layout, findings: faults } = chosen
    const isAllThereIs = compose === 'auto' && heading === undefined && planned.length === 1
    const content = isAllThereIs && layout === 'points' ? fewPoints(chosen.blocks) : chosen.blocks
    const blocks = [...line, ...content]
    pushAll(findings, faults)
    const stepwise = steps === 'points' || slide.wish?.steps || heading?.attributes?.['steps'] !== undefined
    // Who asks for the picture at the left has it there.
    const isLeft = heading?.attributes?.['layout'] === besideLeft.wish
    const candidates = candidatesOf(content, layout, compose).filter((name) => name !== 'led' || !isLeft)
    const offers = candidates.length > 0 ? { candidates } : {}
    // A byline stays close to its title.
    const isLowered =
      compose === 'auto' && line.length === 0 && (composedLayouts.includes(layout) || !ownSize.has(layout))
    const stands = isLowered ? { centred: true as const } : {}
    return { ...slide, layout, ...stands, ...offers, blocks: stepwise ? pointsAsSteps(blocks) : blocks }
  })
  return { slides: compose === 'auto' ? varied(slides) : slides, findings }
}
