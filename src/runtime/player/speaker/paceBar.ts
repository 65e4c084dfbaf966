/** The plan by sections, the slide that is shown and the time that has gone → a bar that says how far, and whether in time. */
import { clockTime } from '../../../model/pace.js'
import { type StageWords, said } from '../../../model/stageWords.js'
import { make } from '../dom.js'
import { behindPlan, type Plan } from '../pace.js'
import { sectionsOf } from '../slideFacts.js'
import { write } from '../write.js'

/** Sections are as wide as their planned time; what is done is filled, and a line stands where the time is. */
export function drawPace(slides: readonly HTMLElement[], plan: Plan, words: StageWords) {
  const sections = sectionsOf(slides).map(({ title, from, count }) => {
    const seconds = plan.slides.slice(from, from + count).reduce((sum, one) => sum + one, 0)
    const fill = make('i')
    const part = make('li', {}, fill, make('span', {}, title), make('small', {}, clockTime(seconds)))
    part.style.flexGrow = String(seconds)
    return { part, fill, from, count }
  })
  const line = make('b')
  const bar = make('ol', {}, ...sections.map(({ part }) => part))
  const standing = make('p')
  const element = make('div', { class: 'pace' }, make('div', { class: 'pace-bar' }, bar, line), standing)

  const show = (at: number, elapsed: number): void => {
    for (const { fill, from, count } of sections)
      fill.style.transform = `scaleX(${Math.min(Math.max((at + 1 - from) / count, 0), 1)})`
    line.style.left = `${Math.min(elapsed / plan.total, 1) * 100}%`
    const off = elapsed === 0 ? 0 : behindPlan(plan, at, elapsed)
    const sentence = off === 0 ? words.onTime : off > 0 ? words.behind : words.ahead
    write(standing, elapsed === 0 ? '' : said(sentence, { time: clockTime(off) }))
    element.classList.toggle('late', off > 0)
  }
  return { element, show }
}
