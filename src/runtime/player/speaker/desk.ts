/** Where the talk stands → what the speaker sees: pictures of two slides, notes, clock, and how the talk keeps to its plan. */
import { clockTime } from '../../../model/pace.js'
import { type StageWords, said } from '../../../model/stageWords.js'
import { remarkElement } from '../../remark.js'
import type { DeckData } from '../../settings.js'
import { elapsedAt } from '../clock.js'
import { button, make } from '../dom.js'
import type { Plan } from '../pace.js'
import { notesOf, stepsOf, titleOf } from '../slideFacts.js'
import { startOverButton } from '../startOver.js'
import { thumbnail } from '../thumbnail.js'
import type { Timer } from '../timer.js'
import { write } from '../write.js'
import { lapsOf } from './laps.js'
import { notesSize } from './notesSize.js'
import { drawPace } from './paceBar.js'

export interface DeskParts {
  readonly deck: DeckData
  readonly slides: readonly HTMLElement[]
  readonly plan: Plan
  readonly timer: Timer
  readonly words: StageWords
  forward(): void
  toggleClock(): void
  times(): void
}

export interface DeskState {
  /** Index of the slide that is shown. */
  readonly at: number
  /** How many of its steps are to be seen. */
  readonly shown: number
  readonly black: boolean
  /** No slides answer. */
  readonly alone: boolean
}

export interface Desk {
  readonly element: HTMLElement
  show(state: DeskState): void
  sizeNotes(step: 1 | -1): void
  scrollNotes(step: 1 | -1): void
}

export function drawDesk({ deck, slides, plan, timer, words, ...acts }: DeskParts): Desk {
  const now = make('div', { class: 'desk-slide' })
  const following = make('div', { class: 'desk-slide' })
  for (const picture of [now, following]) picture.addEventListener('click', () => acts.forward())
  const place = make('p', { class: 'desk-place', role: 'status' })
  const alone = make('p', { class: 'desk-alone', role: 'alert' })
  const end = make('p', { class: 'desk-end' })
  const notes = make('div', { class: 'desk-text remarks', tabindex: '0', role: 'region', 'aria-label': words.notes })
  const elapsed = figure(words.elapsed)
  const left = figure(words.left)
  const clock = figure(words.time)
  const laps = lapsOf(slides, plan, timer, words)
  const pace = drawPace(slides, plan, words)
  const size = notesSize(notes)
  const toggle = button(words.start, acts.toggleClock)

  const noteHead = make('header', {}, make('h2', {}, words.notes))
  noteHead.append(
    button(words.smaller, () => size(-1), '−'),
    button(words.larger, () => size(1), '+'),
  )
  const again = startOverButton(timer, words)
  const clockButtons = make('div', { class: 'desk-buttons' }, toggle, again.element)
  clockButtons.append(button(words.times, acts.times))
  const next = make('div', { class: 'desk-next' }, make('h2', {}, words.following), following, end)
  const figures = make('div', { class: 'desk-figures' }, left.element, elapsed.element, clock.element, laps.element)
  const element = make(
    'div',
    { class: 'desk' },
    make('header', { class: 'desk-head' }, place, alone, pace.element),
    make('section', { class: 'desk-main' }, now, make('div', { class: 'desk-notes' }, noteHead, notes)),
    make('section', { class: 'desk-side' }, next, figures, clockButtons),
  )

  const picture = (into: HTMLElement, slide: HTMLElement | undefined): void => {
    into.hidden = slide === undefined
    if (slide) into.replaceChildren(thumbnail(slide, into.clientWidth, deck.width))
  }
  let drawn = -1
  const draw = (at: number): void => {
    drawn = at
    const slide = slides[at]
    end.textContent = slides[at + 1] ? '' : words.end
    const paragraphs = slide ? notesOf(slide) : []
    notes.replaceChildren(...paragraphs.map(remarkElement))
    element.classList.toggle('unnoted', paragraphs.length === 0)
    if (paragraphs.length === 0) notes.append(make('p', { class: 'none' }, words.noNotes))
    notes.scrollTop = 0
    // How large they are follows from the notes.
    picture(now, slide)
    picture(following, slides[at + 1])
  }
  new ResizeObserver(() => {
    for (const [into, index] of [
      [now, drawn],
      [following, drawn + 1],
    ] as const) {
      if (slides[index]) picture(into, slides[index])
    }
    dim()
  }).observe(element)

  let steps = 0
  /** What the room does not see yet is there, but pale. */
  const dim = (): void => {
    for (const [index, step] of stepsOf(now).entries()) step.classList.toggle('pale', index >= steps)
  }
  const show = ({ at, shown, black, alone: lonely }: DeskState): void => {
    if (at !== drawn) draw(at)
    steps = shown
    dim()
    element.classList.toggle('black', black)
    const page = said(words.page, { page: at + 1, pages: slides.length })
    const count = stepsOf(now).length
    const step = count === 0 ? '' : `${shown}/${count}`
    write(place, [page, slides[at] ? titleOf(slides[at]) : '', step].filter(Boolean).join(' · '))
    write(alone, lonely ? words.alone : black ? words.dark : '')
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
    laps.show(drawn, time)
    write(toggle, timer.clock().running ? words.pause : words.start)
    again.update()
    pace.show(drawn, seconds)
  }
  setInterval(tick, 250)
  const scrollNotes = (step: 1 | -1): void => notes.scrollBy({ top: step * notes.clientHeight * 0.6 })
  return { element, show, sizeNotes: size, scrollNotes }
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
