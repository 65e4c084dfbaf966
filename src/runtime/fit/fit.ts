/** Slides as the notes gave them → slides that hold what they show: set tighter, set larger, or continued on further slides. */
import { cutFlow } from '../flow/cutFlow.js'
import { type Start, startOf } from '../flow/placedBox.js'
import { slidePrices, slideWays, type Way } from '../flow/prices.js'
import { boxesOf, type Reading } from '../flow/walk.js'
import { centreFew } from './centre.js'
import { composedIn, nameLayouts, settleComposed } from './composed.js'
import { cutSlide } from './cut.js'
import { enlarge } from './enlarge.js'
import { footnotesToParts, withFootnotes } from './footnotes.js'
import { asWritten, fitFormulas } from './formulas.js'
import { columnsOf, readAsOne } from './inColumns.js'
import { fits, flowOf, type Gauge, gaugesOf, lineHeightOf, SLACK } from './measure.js'
import { markRunning } from './runningText.js'
import { isTooTall } from './sideBySide.js'
import { widenSmallPieces } from './smallPieces.js'
import { fitTables } from './tables.js'
import { fitTallPieces } from './tallPieces.js'
import { prepareRows } from './tallRows.js'
import { fitTitles } from './titles.js'
import { dress, fillOf, isOffered, settle, undress } from './ways.js'

/** A slide that did not fit after a cut is cut again, each time finer and with more reserve; this many times. */
const ROUNDS: readonly { readonly grain: Reading['grain']; readonly reserve: number }[] = [
  { grain: 'sentences', reserve: 0 },
  { grain: 'sentences', reserve: 0.04 },
  { grain: 'lines', reserve: 0.04 },
  { grain: 'lines', reserve: 0.12 },
]

/** Lines of text that look like something left over, alone on a slide. */
const SHORT = 2.2

/** What a continued slide says by itself, in the deck's language. */
export interface PartWords {
  /** `{part}/{parts}`. */
  readonly partLabel: string
  /** `(cont.)`, behind what it says again. */
  readonly continued: string
}

/** No letter of a formula gets smaller, as long as there is another way, px. */
const SMALLEST = 20

/**
 * Fits every slide in place. The page must show all slides at canvas size, unscaled, with their fonts loaded.
 *
 * @returns all slides in order, the new parts among them; part numbers are in `data-part` and `data-parts`.
 */
export function fitSlides(slides: readonly HTMLElement[], words: PartWords): readonly HTMLElement[] {
  fitTitles(slides)
  markRunning(slides)
  fitTables(slides)
  const formulas = slides.flatMap((slide) => [...slide.querySelectorAll<HTMLElement>('.frame .formula')])
  fitFormulas(formulas, SMALLEST)
  const { stacked, pieces } = widenSmallPieces(slides, SMALLEST)
  const wider = formulas.filter((each) => pieces.includes(each) || stacked.some((slide) => slide.contains(each)))
  for (const formula of wider) asWritten(formula)
  fitFormulas(wider, SMALLEST)
  const gauges = gaugesOf(slides)
  for (const [slide, gauge] of gaugesOf(fitTallPieces(slides, gauges, SMALLEST))) gauges.set(slide, gauge)
  for (const [slide, gauge] of gaugesOf(settleComposed(gauges))) gauges.set(slide, gauge)
  const gaugeOf = (slide: HTMLElement) => gauges.get(slide)
  const flowing = slides.filter((slide) => flowOf(slide) !== null)
  const tight = flowing.filter((slide) => !isFine(gaugeOf(slide)) || hasCut(slide))

  enlarge(
    flowing.filter((slide) => !hasCut(slide)),
    gauges,
  )
  const parts = new Map<HTMLElement, HTMLElement[]>()
  const cuttable = tight.filter((slide) => !hasCut(slide))
  for (const slide of settle(cuttable, gauges)) parts.set(slide, [slide])
  for (const slide of tight) {
    if (!hasCut(slide)) continue
    parts.set(slide, [slide])
    if (isTooTall(slide, gaugeOf(slide)?.room ?? 0)) slide.classList.add('stacked')
  }

  for (const round of ROUNDS) {
    const open = [...parts.values()].flat().filter((part) => flowOf(part) !== null)
    const after = gaugesOf(open)
    const overflowing = open.filter((part) => !isFine(after.get(part)) || hasCut(part))
    if (overflowing.length === 0) break
    cutAll(overflowing, after, round, parts, words)
  }
  const fitted = slides.map((slide) => parts.get(slide) ?? [slide])
  nameLayouts(fitted.flat())
  centreFew(fitted.flatMap((all) => (all.length === 1 ? all : [])))
  return fitted.flat()
}

const isFine = (gauge: Gauge | undefined): boolean => gauge !== undefined && fits(gauge)

/** Whether the author asked for a cut inside the slide. */
const hasCut = (slide: HTMLElement): boolean => flowOf(slide)?.querySelector(':scope > hr') !== null

/** Decides for all slides first (reads only), then cuts (writes only). */
function cutAll(
  slides: readonly HTMLElement[],
  gauges: ReadonlyMap<HTMLElement, Gauge>,
  round: Round,
  parts: Map<HTMLElement, HTMLElement[]>,
  words: PartWords,
): void {
  prepareRows(slides, gauges)
  const plain = readAsOne(slides, () => slides.flatMap((slide) => planOf(slide, gauges.get(slide), round)))
  const plans = round.reserve === 0 ? orOtherwise(plain, gauges, round) : plain
  const whole = new Map<HTMLElement, HTMLElement>()
  for (const [first, all] of parts) for (const part of all) whole.set(part, first)
  for (const { slide, flow, hasFoot, starts, kinds } of plans) {
    const pieces = starts.length > 0 ? cutSlide(slide, starts, words.continued) : [slide]
    for (const [at, piece] of pieces.entries()) if (at > 0) piece.dataset['cut'] = kinds[at - 1] ?? ''
    if (hasFoot) footnotesToParts(pieces)
    for (const piece of pieces) for (const rule of flowOf(piece)?.querySelectorAll(':scope > hr') ?? []) rule.remove()
    for (const rule of flow.querySelectorAll(':scope > hr')) rule.remove()
    const first = whole.get(slide)
    const all = first && parts.get(first)
    all?.splice(all.indexOf(slide), 1, ...pieces)
  }
  // Before the next measuring: a template may give the label room of its own.
  for (const all of new Set(slides.map((slide) => parts.get(whole.get(slide) ?? slide)))) numberParts(all ?? [], words)
}

type Round = (typeof ROUNDS)[number]

/** How a slide is to be cut. */
interface CutPlan {
  readonly slide: HTMLElement
  readonly flow: HTMLElement
  readonly starts: readonly Start[]
  /** What each cut parts. */
  readonly kinds: readonly string[]
  readonly price: number
  /** How the slide is set for it, if not as it was. */
  readonly way?: Way
  /** Each part has its own footnotes. */
  readonly hasFoot: boolean
}

/** Only reads. */
function planOf(slide: HTMLElement, gauge: Gauge | undefined, { grain, reserve }: Round): readonly CutPlan[] {
  const flow = flowOf(slide)
  if (!flow || !gauge) return []
  const height = gauge.room * (1 - reserve) + (reserve === 0 ? SLACK : 0)
  const { boxes, foot } = withFootnotes(slide, boxesOf(flow, { grain, tallest: height, again: true }), gauge.room)
  const columns = columnsOf(slide)
  const short = lineHeightOf(flow) * SHORT
  const room = { first: height, next: height, short, ...(foot && { foot }), ...(columns && { columns }) }
  const { cuts, price } = cutFlow(boxes, room, slidePrices)
  const opening = cuts.flatMap((cut) => boxes[cut] ?? [])
  const kinds = opening.map(({ joint, within = Infinity }) => (within <= height ? 'torn' : joint))
  return [{ slide, flow, starts: opening.map(startOf), kinds, price, hasFoot: foot !== undefined }]
}

/** Set in another way, a topic may need a part less, or no bad cut: where it might, all ways are weighed. */
function orOtherwise(
  plans: readonly CutPlan[],
  gauges: ReadonlyMap<HTMLElement, Gauge>,
  round: Round,
): readonly CutPlan[] {
  let best = plans
  for (const way of slideWays) {
    const tried = plans.filter((plan, at) => mayGain(plan, best[at]?.price ?? 0, way, gauges)).map(({ slide }) => slide)
    for (const slide of tried) dress(slide, way)
    best = readAsOne(tried, () => {
      const dressed = gaugesOf(tried)
      return best.map((plan) => {
        if (!dressed.has(plan.slide)) return plan
        const [other = plan] = planOf(plan.slide, dressed.get(plan.slide), round)
        return other.price + way.price < plan.price ? { ...other, price: other.price + way.price, way } : plan
      })
    })
    for (const slide of tried) undress(slide, way)
  }
  for (const { slide, way } of best) if (way) dress(slide, way)
  return best
}

function mayGain({ slide }: CutPlan, price: number, way: Way, gauges: ReadonlyMap<HTMLElement, Gauge>): boolean {
  if (hasCut(slide) || (way.asItIs && composedIn(slide).length === 0)) return false
  if (way.candidate && (way.candidate !== 'packed' || !isOffered(slide, way.candidate))) return false
  const parts = way.asItIs ? 2 : Math.max(2, Math.ceil(fillOf(gauges.get(slide)) / way.upTo))
  return price > way.price + (parts - 1) * (slidePrices.part + slidePrices.joints.item)
}

function numberParts(parts: readonly HTMLElement[], { partLabel }: PartWords): void {
  if (parts.length < 2) return
  const id = parts[0]?.id ?? ''
  parts.forEach((slide, index) => {
    const [part, count] = [String(index + 1), String(parts.length)]
    if (index > 0) slide.id = `${id}--${part}`
    slide.dataset['part'] = part
    slide.dataset['parts'] = count
    const label = slide.querySelector('.part')
    if (label) label.textContent = partLabel.replace('{part}', part).replace('{parts}', count)
  })
}
