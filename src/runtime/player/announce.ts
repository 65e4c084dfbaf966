/** The shown slide → what assistive technology is told: which slide it is, once, and nothing of those that are hidden. */
import { said } from '../../model/stageWords.js'
import { make } from './dom.js'
import { nameOf, type Stage } from './stage.js'

/**
 * reveal.js makes the whole deck an «application», in which a screen reader can't read line by line, and has every word of
 * a slide read aloud on arrival. A slide is a document that may be read; on arrival its number and title are enough.
 */
export function announceSlides(stage: Stage): void {
  const { root } = stage.deck
  root.removeAttribute('role')
  root.querySelector('.aria-status')?.removeAttribute('aria-live')
  root.querySelector('.aria-status')?.setAttribute('hidden', '')
  nameControls(stage)
  const status = make('div', { class: 'stage-status', role: 'status' })
  document.body.append(status)

  const pageOf = (index: number): string => said(stage.words.page, { page: index + 1, pages: stage.slides().length })
  stage.onSlides(() => {
    // Behind the page number that each slide has, for the stage alone: paper has no use for it.
    root.style.setProperty('--pages', `"/${stage.slides().length}"`)
    stage.slides().forEach((slide, index) => {
      slide.setAttribute('role', 'group')
      slide.setAttribute('aria-roledescription', stage.words.slide)
      slide.setAttribute('aria-label', pageOf(index))
    })
  })
  let first = true
  stage.onMove(() => {
    const slide = stage.current()
    if (slide && !first) status.textContent = nameOf(slide, pageOf(stage.at()))
    // The first is read as the page is.
    first = false
  })
  stage.reveal.on('fragmentshown', () => {
    const shown = stage.current()?.querySelectorAll<HTMLElement>('.fragment.visible') ?? []
    const step = [...shown].at(-1)?.cloneNode(true)
    if (!(step instanceof HTMLElement)) return
    for (const later of step.querySelectorAll('.fragment:not(.visible)')) later.remove()
    status.textContent = (step.textContent ?? '').replace(/\s+/g, ' ').trim()
  })
}

/** reveal.js names its arrows and the way back from black in English only. */
function nameControls({ deck: { root }, words }: Stage): void {
  const names = { left: words.previous, right: words.next, up: words.previous, down: words.next }
  for (const [side, name] of Object.entries(names))
    root.querySelector(`.controls .navigate-${side}`)?.setAttribute('aria-label', name)
  const resume = root.querySelector('.pause-overlay .resume-button')
  if (resume) resume.textContent = words.back
}
