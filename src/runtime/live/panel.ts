/** Findings → a quiet panel in a corner: what a build would tell of the notes, each with its line. */
import type { LiveFinding } from '../../model/live.js'
import { findingsTitle, type LiveWords } from '../../model/liveWords.js'
import { said } from '../../model/stageWords.js'
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
export function openPanel(words: LiveWords, edit: ((index: number) => void) | undefined): Panel {
  const title = make('p', { class: 'live-title' })
  const list = make('ol')
  const panel = make('aside', { class: 'live-note live-panel', 'aria-label': words.notes, hidden: '' }, title, list)
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
      title.textContent = findingsTitle(findings, broken, words)
      const shown = findings
        .slice(0, MOST)
        .map((finding, index) => entry(finding, edit && { label: words.openThere, act: () => edit(index) }))
      const rest = findings.length - MOST
      list.replaceChildren(
        ...shown,
        ...(rest > 0 ? [make('li', { class: 'live-rest' }, said(words.more, { count: rest }))] : []),
      )
    },
    say: (text) => say(text),
    setConnected: (connected) => say(connected ? '' : words.serverGone, true),
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
