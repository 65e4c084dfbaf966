/** Findings → a quiet panel in a corner: what keeps the deck from being renewed, each with its line. */
import type { LiveFinding } from '../../model/live.js'
import type { StageWords } from '../../model/stageWords.js'
import { make } from '../player/dom.js'
import { putInCorner } from './corner.js'

export interface Panel {
  /** @param broken what is on screen is older than the notes */
  show(findings: readonly LiveFinding[], broken: boolean): void
  /** Says a sentence for some seconds. */
  say(text: string): void
  /** Whether the server is there. */
  setConnected(connected: boolean): void
}

const MOST = 8
const SPEAKS = 5000

/** @param edit opens the editor where a finding is: its index */
export function openPanel(words: StageWords, edit: ((index: number) => void) | undefined): Panel {
  const title = make('p', { class: 'live-title' })
  const list = make('ol')
  const panel = make('aside', { class: 'live-note live-panel', 'aria-label': 'Notes', hidden: '' }, title, list)
  const saying = make('p', { class: 'live-note live-saying', role: 'status', hidden: '' })
  putInCorner(panel, saying)
  let timer = 0

  const say = (text: string, lasting = false): void => {
    clearTimeout(timer)
    saying.textContent = text
    saying.hidden = text === ''
    if (!lasting) timer = window.setTimeout(() => say('', true), SPEAKS)
  }

  return {
    show(findings, broken) {
      panel.hidden = findings.length === 0
      panel.classList.toggle('live-broken', broken)
      title.textContent = broken ? 'This is the last deck that could be made.' : 'Something is wrong with the notes.'
      const shown = findings.slice(0, MOST).map((finding, index) => entry(finding, edit && (() => edit(index))))
      const rest = findings.length - MOST
      list.replaceChildren(...shown, ...(rest > 0 ? [make('li', { class: 'live-rest' }, `and ${rest} more`)] : []))
    },
    say: (text) => say(text),
    setConnected: (connected) => say(connected ? '' : words.serverGone, true),
  }
}

/** @param edit opens the editor there; without, it only says what is wrong */
export function entry({ file, line, severity, message, hint }: LiveFinding, edit?: () => void): HTMLElement {
  const where = `${file.split(/[\\/]/).at(-1) ?? file}:${line}`
  const texts = [make('span', { class: `live-${severity}` }, where), ` ${message} `, make('small', {}, hint)]
  if (!edit) return make('li', {}, ...texts)
  const door = make('button', { type: 'button', title: 'Open the editor there' }, ...texts)
  door.addEventListener('click', edit)
  return make('li', {}, door)
}
