/** The remote's page on a phone → something to hold while speaking: the slide, its notes, what comes next, the time, large buttons. */
import type { LiveWords } from '../../model/liveWords.js'
import { clockTime } from '../../model/pace.js'
import { lastingName } from '../lastingName.js'
import { elapsedAt, hasBegun, start, turn } from '../player/clock.js'
import { button, make } from '../player/dom.js'
import { planOf } from '../player/pace.js'
import { notesOf, secondsOf } from '../player/slideFacts.js'
import { partTitleOf, type Stage } from '../player/stage.js'
import { startOverButton } from '../player/startOver.js'
import { toggled } from '../player/times.js'
import { write } from '../player/write.js'
import { remarkElement } from '../remark.js'
import type { InStep } from './inStep.js'
import css from './remote.css'

/** Windows that a hand holds: narrow, low, or touched. Elsewhere the remote's page is the deck and nothing else. */
const HELD = 'screen and (max-width: 640px), screen and (max-height: 480px), screen and (pointer: coarse)'

/** The slide is the deck itself, made small by the style sheet: it changes with the notes, and fingers swipe and enlarge it. */
export function openRemote(stage: Stage, { remote }: LiveWords, inStep: InStep): void {
  const { reveal, words, deck, timer } = stage
  document.head.append(make('style', {}, css))
  const place = make('b', { class: 'remote-place' })
  const elapsed = figure(words.elapsed)
  const left = figure(words.left)
  const black = button(words.black, () => reveal.togglePause())
  const notes = make('div', { class: 'remote-notes', tabindex: '0', role: 'region', 'aria-label': words.notes })
  const title = make('span')
  const following = make('p', { class: 'remote-following' }, make('small', {}, words.following), ' ', title)
  const toggle = button(words.start, () => timer.change(toggled(timer.clock(), lastingName(stage.current()))))
  const again = startOverButton(timer, words)
  const clockButtons = make('div', { class: 'remote-clock' }, toggle, again.element)
  /** As keys do it: from a black screen first back to the slide that was left. */
  const turning = (act: () => void) => (): void => {
    if (reveal.isPaused()) reveal.togglePause(false)
    else act()
  }
  const previous = large('←', words.previous, turning(reveal.prev))
  const next = large('→', words.next, turning(reveal.next))
  const head = make('header', { class: 'remote-head' }, place, elapsed.element, left.element, black)
  const text = make('div', { class: 'remarks' })
  notes.append(text, clockButtons)
  const turns = make('div', { class: 'remote-turns' }, previous, next)
  document.body.append(make('section', { class: 'remote', 'aria-label': remote }, head, notes, following, turns))

  let plan = planOf([])
  let read = ''
  const draw = (): void => {
    const slides = stage.slides()
    const slide = stage.current()
    const [at, coming] = [stage.at(), slides[stage.at() + 1]]
    write(place, `${at + 1}/${slides.length}`)
    following.classList.toggle('last', coming === undefined)
    write(title, coming ? partTitleOf(coming) : words.end)
    const said = slide ? notesOf(slide) : []
    const key = [lastingName(slide), ...said].join('\n')
    // Notes that are being read stay where they are when something else was edited.
    if (key === read) return
    read = key
    text.replaceChildren(...said.map(remarkElement))
    if (said.length === 0) text.append(make('p', { class: 'none' }, words.noNotes))
    notes.scrollTop = 0
  }
  const tick = (): void => {
    const seconds = elapsedAt(timer.clock(), Date.now()) / 1000
    const rest = plan.total - seconds
    elapsed.set(words.elapsed, clockTime(seconds))
    left.set(rest < 0 ? words.over : words.left, clockTime(rest))
    left.element.classList.toggle('late', rest < 0)
    write(toggle, timer.clock().running ? words.pause : words.start)
    again.update()
  }
  const shade = (): void => black.setAttribute('aria-pressed', String(reveal.isPaused()))
  let first = true
  stage.onMove(() => {
    draw()
    const clock = timer.clock()
    // The talk begins when the speaker turns the first page here; to be sent where it stands is no beginning.
    const begins = !first && !inStep.isFollowing() && !hasBegun(clock)
    timer.change((begins ? start : turn)(clock, lastingName(stage.current()), Date.now()))
    first = false
  })
  stage.onSlides(() => {
    plan = planOf(stage.slides().map(secondsOf), deck.duration)
    draw()
    tick()
  })
  for (const change of ['paused', 'resumed']) reveal.on(change, shade)
  timer.onChange(tick)
  setInterval(tick, 250)
  shade()
  followWindow()
}

/** The style sheet does the rest, as the phone is turned. */
function followWindow(): void {
  // Without it browsers keep the page clear of the corners, and know of no insets.
  const viewport = document.querySelector('meta[name="viewport"]')
  viewport?.setAttribute('content', `${viewport.getAttribute('content')}, viewport-fit=cover`)
  const held = matchMedia(HELD)
  const update = (): void => void document.documentElement.classList.toggle('in-hand', held.matches)
  held.addEventListener('change', update)
  update()
}

/** A figure under its name. */
function figure(name: string) {
  const label = make('span', {}, name)
  const value = make('b')
  return {
    element: make('p', { class: 'remote-figure' }, label, value),
    set: (called: string, text: string): void => {
      write(label, called)
      write(value, text)
    },
  }
}

/** A button for a thumb that nobody looks at. */
function large(sign: string, label: string, act: () => void): HTMLButtonElement {
  const made = button(label, act)
  made.prepend(make('span', { 'aria-hidden': 'true' }, sign))
  return made
}
