/** The clock and the plan → how long this slide and this section have taken, beside what they may take. */
import { clockTime } from '../../../model/pace.js'
import { type StageWords, said } from '../../../model/stageWords.js'
import { lastingName } from '../../lastingName.js'
import { lapsAt, lapsOn } from '../clock.js'
import { make } from '../dom.js'
import type { Plan } from '../pace.js'
import { sectionsOf } from '../slideFacts.js'
import type { Timer } from '../timer.js'
import { write } from '../write.js'

export function lapsOf(slides: readonly HTMLElement[], plan: Plan, timer: Timer, words: StageWords) {
  const names = slides.map(lastingName)
  const ofSlide = make('span')
  const ofSection = make('span')
  const element = make('p', { class: 'desk-laps' }, ofSlide, ofSection)
  // A talk without sections is one, and its times stand beside this already.
  const sections = sectionsOf(slides).filter(({ count }) => count < slides.length)

  const show = (at: number, now: number): void => {
    const laps = lapsOn(names, lapsAt(timer.clock(), now))
    const line = (into: HTMLElement, sentence: string, from: number, count: number): void => {
      const taken = names.slice(from, from + count).reduce((sum, name) => sum + (laps[name] ?? 0), 0) / 1000
      const planned = plan.slides.slice(from, from + count).reduce((sum, one) => sum + one, 0)
      write(into, said(sentence, { taken: clockTime(taken), planned: clockTime(planned) }))
      into.classList.toggle('late', taken > planned)
    }
    line(ofSlide, words.thisSlide, at, 1)
    const section = sections.find(({ from, count }) => from <= at && at < from + count)
    if (section) line(ofSection, words.thisSection, section.from, section.count)
    else write(ofSection, '')
  }
  return { element, show }
}
