/** Where the talk stands → what the speaker sees: pictures of two slides, notes, clock, and how the talk keeps to its plan. */
import { clockTime } from '../../../model/pace.js'
import { type StageWords, said } from '../../../model/stageWords.js'
import type { DeckData } from '../../settings.js'
import { elapsedAt, lapsAt } from '../clock.js'
import { button, make } from '../dom.js'
import type { Plan } from '../pace.js'
import { notesOf, titleOf } from '../slideFacts.js'
import { thumbnail } from '../thumbnail.js'
import type { Timer } from '../timer.js'
import { write } from '../times.js'
import { notesSize } from './notesSize.js'
import { drawPace } from './paceBar.js'

export interface DeskParts {
  readonly deck: DeckData
  readonly slides: readonly HTMLElement[]
  readonly plan: Plan
  readonly timer: Timer
  readonly words: StageWords
  go(step: 1 | -1): void
  toggleClock(): void
  resetClock(): void
  times(): void
}

export interface DeskState {
  /** Index of the slide that is shown. */
  readonly at: number
  readonly black: boolean
  /** No slides answer. */
  readonly alone: boolean
}

export interface Desk {
  readonly element: HTMLElement
  show(state: DeskState): void
  sizeNotes(step: 1 | -1): void
}

export function drawDesk({ deck, slides, plan, timer, words, ...acts }: DeskParts): Desk {
  const now = make('div', { class: 'desk-slide' })
  const following = make('div', { class: 'desk-slide' })
  for (const picture of [now, following]) picture.addEventListener('click', () => acts.go(1))
  const place = make('p', { class: 'desk-place', role: 'status' })
  const alone = make('p', { class: 'desk-alone', role: 'alert' })
  const end = make('p', { class: 'desk-end' })
  const notes = make('div', { class: 'desk-text', tabindex: '0', role: 'region', 'aria-label': words.notes })
  const elapsed = figure(words.elapsed)
  const left = figure(words.left)
  const clock = figure(words.time)
  const lap = make('p', { class: 'desk-lap' })
  const pace = drawPace(slides, plan, words)
  const size = notesSize(notes)
  const toggle = button(words.start, acts.toggleClock)

  const noteHead = make('header', {}, make('h2', {}, words.notes))
  noteHead.append(
    button(words.smaller, () => size(-1), '−'),
    button(words.larger, () => size(1), '+'),
  )
  const clockButtons = make('div', { class: 'desk-buttons' }, toggle, button(words.again, acts.resetClock))
  clockButtons.append(button(words.times, acts.times))
  const element = make(
    'div',
    { class: 'desk' },
    make('header', { class: 'desk-head' }, place, alone, pace.element),
    make('section', { class: 'desk-main' }, now, make('div', { class: 'desk-notes' }, noteHead, notes)),
    make(
      'section',
      { class: 'desk-side' },
      make('h2', {}, words.following),
      following,
      end,
      make('div', { class: 'desk-figures' }, elapsed.element, left.element, clock.element),
      lap,
      clockButtons,
    ),
  )

  const picture = (into: HTMLElement, slide: HTMLElement | undefined): void => {
    into.hidden = slide === undefined
    if (slide) into.replaceChildren(thumbnail(slide, into.clientWidth, deck.width))
  }
  let shown = -1
  const draw = (at: number): void => {
    shown = at
    const slide = slides[at]
    picture(now, slide)
    picture(following, slides[at + 1])
    end.textContent = slides[at + 1] ? '' : words.end
    const paragraphs = slide ? notesOf(slide) : []
    notes.replaceChildren(...paragraphs.map((text) => make('p', {}, text)))
    if (paragraphs.length === 0) notes.append(make('p', { class: 'none' }, words.noNotes))
    notes.scrollTop = 0
  }
  new ResizeObserver(() => {
    for (const [into, index] of [
      [now, shown],
      [following, shown + 1],
    ] as const) {
      if (slides[index]) picture(into, slides[index])
    }
  }).observe(element)

  const show = ({ at, black, alone: lonely }: DeskState): void => {
    if (at !== shown) draw(at)
    element.classList.toggle('black', black)
    const page = said(words.page, { page: at + 1, pages: slides.length })
    write(place, [page, slides[at] ? titleOf(slides[at]) : ''].filter(Boolean).join(' · '))
    write(alone, lonely ? words.alone : '')
    tick()
  }
  const tick = (): void => {
    const time = Date.now()
    const seconds = elapsedAt(timer.clock(), time) / 1000
    const rest = plan.total - seconds
    elapsed.set(clockTime(seconds))
    left.name(rest < 0 ? words.over : words.left)
    left.set(clockTime(rest))
    left.element.classList.toggle('late', rest < 0)
    clock.set(new Date(time).toTimeString().slice(0, 5))
    const own = (lapsAt(timer.clock(), time)[slides[shown]?.id ?? ''] ?? 0) / 1000
    write(lap, `${said(words.thisSlide, { taken: clockTime(own), planned: clockTime(plan.slides[shown] ?? 0) })}`)
    write(toggle, timer.clock().running ? words.pause : words.start)
    pace.show(shown, seconds)
  }
  setInterval(tick, 250)
  return { element, show, sizeNotes: size }
}

/** A large figure under its name. */
function figure(name: string) {
  const label = make('span', {}, name)
  const value = make('b')
  return {
    element: make('p', { class: 'desk-figure' }, label, value),
    set: (text: string) => write(value, text),
    name: (text: string) => write(label, text),
  }
}
