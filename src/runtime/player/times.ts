/** Times that a rehearsal took → a table of all slides beside their plan, and the same as a JSON file to keep. */
import { clockTime } from '../../model/pace.js'
import type { StageWords } from '../../model/stageWords.js'
import { lastingName } from '../lastingName.js'
import { type Clock, elapsedAt, lapsAt, lapsOn, pause, start } from './clock.js'
import { openDialog } from './dialog.js'
import { button, make } from './dom.js'
import type { Plan } from './pace.js'
import { sectionsOf, titleOf } from './slideFacts.js'
import { startOverButton } from './startOver.js'
import type { Timer } from './timer.js'
import { write } from './write.js'

export interface TimesOf {
  readonly slides: readonly HTMLElement[]
  readonly plan: Plan
  readonly timer: Timer
  readonly words: StageWords
  /** Lasting name of the slide that is shown: its time runs when the clock is started. */
  current(): string
}

export function openTimes({ slides, plan, timer, words, current }: TimesOf): void {
  const rows = slides.map((slide, index) => {
    const taken = make('td')
    const planned = make('td', {}, clockTime(plan.slides[index] ?? 0))
    const row = make('tr', {}, make('td', {}, String(index + 1)), make('th', { scope: 'row' }, titleOf(slide)))
    row.append(planned, taken)
    return { name: lastingName(slide), row, taken }
  })
  const names = slides.map(lastingName)
  const sum = make('td')
  const total = make('tr', {}, make('td'), make('th', { scope: 'row' }, words.total))
  total.append(make('td', {}, clockTime(plan.total)), sum)
  const heads = ['', '', words.planned, words.taken].map((word) => make(word === '' ? 'td' : 'th', {}, word))
  const table = make('table', {}, make('thead', {}, make('tr', {}, ...heads)))
  table.append(make('tbody', {}, ...rows.map(({ row }) => row)), make('tfoot', {}, total))

  const go = button(words.start, () => timer.change(toggled(timer.clock(), current())))
  const again = startOverButton(timer, words)
  const save = button(words.save, () => saveJson(timesJson(slides, plan, timer.clock(), new Date())))
  const scroller = make('div', { class: 'times-table', tabindex: '0' }, table)
  const dialog = openDialog(
    'times',
    'r',
    words.times,
    words.close,
    scroller,
    make('footer', {}, go, again.element, save),
  )

  const update = (): void => {
    const now = Date.now()
    const laps = lapsOn(names, lapsAt(timer.clock(), now))
    for (const { name, taken } of rows) {
      const lap = laps[name]
      write(taken, lap === undefined ? '' : clockTime(lap / 1000))
    }
    write(sum, clockTime(elapsedAt(timer.clock(), now) / 1000))
    write(go, timer.clock().running ? words.pause : words.start)
    again.update()
  }
  const ticking = setInterval(update, 250)
  dialog.addEventListener('close', () => clearInterval(ticking))
  update()
}

/** Starts a clock that stands, stops one that runs. */
export const toggled = (clock: Clock, slide: string): Clock =>
  clock.running ? pause(clock, Date.now()) : start(clock, slide, Date.now())

/** What is saved; all times in seconds. */
function timesJson(slides: readonly HTMLElement[], plan: Plan, clock: Clock, now: Date) {
  const all = elapsedAt(clock, now.getTime())
  const laps = lapsOn(slides.map(lastingName), lapsAt(clock, now.getTime()))
  const elsewhere = all - Object.values(laps).reduce((sum, lap) => sum + lap, 0)
  const rows = slides.map((slide, index) => ({
    page: index + 1,
    id: slide.id,
    title: titleOf(slide),
    planned: Math.round(plan.slides[index] ?? 0),
    taken: Math.round((laps[lastingName(slide)] ?? 0) / 100) / 10,
  }))
  const sections = sectionsOf(slides).map(({ title, from, count }) => {
    const own = rows.slice(from, from + count)
    const sum = (name: 'planned' | 'taken') => Math.round(own.reduce((all, row) => all + row[name], 0) * 10) / 10
    return { title, from: from + 1, planned: sum('planned'), taken: sum('taken') }
  })
  return {
    title: document.title,
    at: now.toISOString(),
    planned: Math.round(plan.total),
    taken: Math.round(all / 100) / 10,
    /** On slides that are no more. */
    elsewhere: Math.round(elsewhere / 100) / 10,
    sections,
    slides: rows,
  }
}

function saveJson(value: ReturnType<typeof timesJson>): void {
  const address = URL.createObjectURL(new Blob([`${JSON.stringify(value, null, 2)}\n`], { type: 'application/json' }))
  const name = document.title.replace(/[\\/:*?"<>|\s]+/g, '-').slice(0, 60)
  make('a', { href: address, download: `${name}-times.json` }).click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
