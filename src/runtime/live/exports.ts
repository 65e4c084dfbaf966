/** The author's wish for files of the deck → asked of the server, and a quiet note of what comes of it. */
import type { ExportKind, LiveData, LiveExport } from '../../model/live.js'
import type { LiveWords } from '../../model/liveWords.js'
import type { StageWords } from '../../model/stageWords.js'
import { stageIn } from '../../model/workStages.js'
import { openDialog } from '../player/dialog.js'
import { button, make } from '../player/dom.js'
import { putInCorner } from './corner.js'
import { entry } from './panel.js'

type ExportWords = StageWords & Pick<LiveWords, 'making'>

export interface Exports {
  /** Lets the author choose what to make. */
  choose(): void
  show(state: LiveExport): void
}

interface Offer {
  readonly name: string
  readonly what: string
  readonly kinds: readonly ExportKind[]
}

const namesIn = ({ handout }: StageWords): Readonly<Record<ExportKind, string>> => ({
  pdf: 'PDF',
  handout,
  pptx: 'PowerPoint',
})

const offersIn = (words: StageWords): readonly Offer[] => {
  const { pdf, handout, pptx } = namesIn(words)
  return [
    { name: pdf, what: words.pdfIs, kinds: ['pdf'] },
    { name: handout, what: words.handoutIs, kinds: ['handout'] },
    { name: pptx, what: words.powerpointIs, kinds: ['pptx'] },
    { name: words.allThree, what: words.allThreeIs, kinds: ['pdf', 'handout', 'pptx'] },
  ]
}

/** Milliseconds for which files lie there to be taken; after that they are in the dialog. */
const LINGERS = 20_000

export function openExports(address: NonNullable<LiveData['exports']>, words: ExportWords): Exports {
  const note = make('aside', { class: 'live-note live-exports', 'aria-label': words.export, hidden: '' })
  const text = make('div', { role: 'status' })
  const away = button(words.close, hide, '×')
  away.className = 'live-away'
  note.append(away, text)
  putInCorner(note)
  let latest: LiveExport | undefined
  /** The open dialog, if there is one, says what the note says. */
  let renewDialog = (): void => {}
  let timer = 0

  function hide(): void {
    clearTimeout(timer)
    note.hidden = true
  }

  function hideLater(): void {
    clearTimeout(timer)
    timer = window.setTimeout(() => (note.matches(':hover, :focus-within') ? hideLater() : hide()), LINGERS)
  }

  function show(state: LiveExport): void {
    clearTimeout(timer)
    // What was made before this page was there is no news.
    const isNews = latest !== undefined || state.state === 'working'
    latest = state
    renewDialog()
    if (!isNews) return
    note.hidden = false
    note.dataset['state'] = state.state
    text.replaceChildren(...said(state, words))
    if (state.state === 'done') hideLater()
  }

  async function order(kinds: readonly ExportKind[]): Promise<void> {
    const answer = await fetch(`${address}?kinds=${kinds}`, { method: 'POST' }).catch(() => undefined)
    if (answer?.status === 202) return
    const message = answer ? (await answer.text()).trim() : words.noServer
    const hint = answer ? words.noExport : words.startServer
    show({ kinds, state: 'failed', message, hint })
  }

  const isBusy = (): boolean => latest?.state === 'working'

  function choose(): void {
    const choices = offersIn(words).map(({ name, what, kinds }) => {
      const choice = make(
        'button',
        { type: 'button', class: 'live-offer' },
        make('b', {}, name),
        make('span', {}, what),
      )
      choice.addEventListener('click', () => {
        if (isBusy()) return
        dialog.close()
        void order(kinds)
      })
      return choice
    })
    choices[0]?.setAttribute('autofocus', '')
    const before = make('div', { class: 'live-latest', role: 'status' })
    const offers = make('div', { class: 'live-offers' }, ...choices)
    renewDialog = () => {
      // They keep the focus meanwhile, which disabled ones would lose.
      for (const choice of choices) choice.setAttribute('aria-disabled', String(isBusy()))
      before.hidden = latest === undefined
      before.replaceChildren(...(latest === undefined ? [] : said(latest, words)))
    }
    renewDialog()
    const dialog = openDialog('export', 'x', words.exports, words.close, offers, before)
    dialog.addEventListener('close', () => {
      renewDialog = () => {}
    })
  }

  return { choose, show }
}

function said(state: LiveExport, words: ExportWords): readonly Node[] {
  const names = namesIn(words)
  const title = state.kinds.map((kind) => names[kind]).join(', ')
  switch (state.state) {
    case 'working':
      return [
        line('live-title', title),
        line('live-working', `${words.making}…`),
        make('small', {}, stageIn(document.documentElement.lang, state.text)),
      ]
    case 'failed':
      return [line('live-title', title), line('live-error', state.message), make('small', {}, state.hint)]
    case 'done':
      return [...state.files.map((file) => fileLine(file, words)), list(state.errors.map((error) => entry(error)))]
  }
}

const line = (name: string, text: string): HTMLElement => make('p', { class: name }, text)
const list = (entries: readonly HTMLElement[]): HTMLElement => make('ol', {}, ...entries)

type MadeFile = Extract<LiveExport, { state: 'done' }>['files'][number]

function fileLine({ name, path, address }: MadeFile, { openFile, saveFile }: StageWords): HTMLElement {
  const save = make('a', { href: address, download: name, 'aria-label': `${saveFile} ${name}` }, saveFile)
  // Nothing but a PDF is shown by a browser.
  const open = make('a', { href: address, target: '_blank', 'aria-label': `${openFile} ${name}` }, openFile)
  const doors = name.endsWith('.pdf') ? [open, save] : [save]
  return make('div', { class: 'live-file' }, make('span', { class: 'live-name', title: path }, name), ...doors)
}
