/** Findings → a small sign beside what is presented, which opens to say what a build would tell of the notes, each with its line. */
import type { LiveFinding } from '../../model/live.js'
import { findingsTitle, type LiveWords } from '../../model/liveWords.js'
import { newAmong } from '../../model/newAmong.js'
import { type StageWords, said } from '../../model/stageWords.js'
import { button, make } from '../player/dom.js'
import type { Stage } from '../player/stage.js'
import { putInCorner } from './corner.js'
import { freePlace } from './freePlace.js'
import { shownBoxes } from './shownBoxes.js'

export interface Panel {
  /** @param broken what is on screen is older than the notes */
  show(findings: readonly LiveFinding[], broken: boolean): void
  /** Says a sentence for some seconds. */
  say(text: string): void
  /** Whether the server is there. */
  setConnected(connected: boolean): void
  /** @returns false when it was not open */
  fold(): boolean
}

const MOST = 8
const SPEAKS = 5000
/** Pixels between the sign and the edges of the window: below it is the line of sections. */
const GAP = { x: 10, y: 14 }

/** @param edit opens the editor where a finding is: its index */
export function openPanel(
  stage: Stage,
  words: LiveWords & Pick<StageWords, 'close'>,
  edit: ((index: number) => void) | undefined,
): Panel {
  const count = make('b')
  const label = make('span')
  const sign = make('button', { type: 'button', class: 'live-sign', 'aria-expanded': 'false' }, count, label)
  const title = make('p', { class: 'live-title' })
  const list = make('ol')
  const away = button(words.close, () => dismiss(), '×')
  away.className = 'live-away'
  const opened = make('div', { class: 'live-opened', hidden: '' }, title, list, away)
  const panel = make('aside', { class: 'live-note live-panel', 'aria-label': words.notes, hidden: '' }, opened, sign)
  const saying = make('p', { class: 'live-note live-saying', role: 'status', hidden: '' })
  document.body.append(panel)
  putInCorner(saying)
  let timer = 0
  let placing = 0
  let latest: readonly LiveFinding[] = []
  /** What of it was put away: that much the reader knows. */
  let known: readonly LiveFinding[] = []

  const say = (text: string, lasting = false): void => {
    clearTimeout(timer)
    saying.textContent = text
    saying.hidden = text === ''
    if (!lasting) timer = window.setTimeout(() => say('', true), SPEAKS)
  }

  function open(isOpen: boolean): void {
    opened.hidden = !isOpen
    sign.setAttribute('aria-expanded', String(isOpen))
    place()
  }

  /** Until there is something new to say. */
  function dismiss(): void {
    open(false)
    known = latest
    panel.hidden = true
  }

  /** Where it hides nothing of the slide; with words on it only where there is room for them. */
  function place(): void {
    if (panel.hidden) return
    const shown = shownBoxes(stage)
    const size = { width: document.documentElement.clientWidth, height: window.innerHeight }
    label.hidden = label.textContent === ''
    let { corner, covered } = freePlace(sign.getBoundingClientRect(), size, GAP, shown)
    if (covered > 0 && !label.hidden) {
      label.hidden = true
      ;({ corner, covered } = freePlace(sign.getBoundingClientRect(), size, GAP, shown))
    }
    panel.dataset['side'] = corner.side
    panel.dataset['end'] = corner.end
  }

  /** Once the slide has come to rest: what moves is nowhere yet. */
  function placeSoon(): void {
    clearTimeout(placing)
    placing = window.setTimeout(place, 200)
  }

  sign.addEventListener('click', () => open(sign.getAttribute('aria-expanded') !== 'true'))
  stage.onMove(placeSoon)
  stage.onSlides(placeSoon)
  window.addEventListener('resize', placeSoon)

  return {
    show(findings, broken) {
      latest = findings
      panel.hidden = newAmong(findings, known).length === 0
      // What is mended and comes back is news again; so is all of it once some of it was.
      known = panel.hidden ? findings : []
      if (panel.hidden) open(false)
      panel.classList.toggle('live-broken', broken)
      panel.classList.toggle('live-mild', !broken && findings.every(({ severity }) => severity !== 'error'))
      title.textContent = findingsTitle(findings, broken, words)
      count.textContent = `! ${findings.length}`
      label.textContent = broken ? words.lastDeck : ''
      // What is seen comes first in what is heard.
      sign.setAttribute('aria-label', `! ${findings.length} ${title.textContent}`)
      sign.title = title.textContent
      const shown = findings
        .slice(0, MOST)
        .map((finding, index) => entry(finding, edit && { label: words.openThere, act: () => edit(index) }))
      const rest = findings.length - MOST
      list.replaceChildren(
        ...shown,
        ...(rest > 0 ? [make('li', { class: 'live-rest' }, said(words.more, { count: rest }))] : []),
      )
      place()
    },
    say: (text) => say(text),
    setConnected: (connected) => say(connected ? '' : words.serverGone, true),
    fold() {
      const isOpen = !opened.hidden
      if (isOpen) open(false)
      return isOpen
    },
  }
}

/** @param edit opens the editor there; without, it only says what is wrong */
export function entry(
  { file, line, severity, message, hint }: LiveFinding,
  edit?: { readonly label: string; readonly act: () => void },
): HTMLElement {
  const where = `${file.split(/[\\/]/).at(-1) ?? file}:${line}`
  const texts = [make('span', { class: `live-${severity}` }, where), ` ${message} `, make('small', {}, hint)]
  if (!edit) return make('li', {}, ...texts)
  const door = make('button', { type: 'button', title: edit.label }, ...texts)
  door.addEventListener('click', edit.act)
  return make('li', {}, door)
}
