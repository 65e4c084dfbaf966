/** `talkback serve`: notes → decks in a browser, which change as the notes do, until it is stopped. */
import { basename } from 'node:path'
import { formatFinding, plain } from '../check/report.js'
import { type ExitCode, exitCode } from '../errors.js'
import { findNotes } from '../io/findNotes.js'
import { openLiveDeck } from '../pipeline/liveDeck.js'
import type { CheckRequest } from '../pipeline/requests.js'
import { openInBrowser } from '../serve/browser.js'
import { editorOpener } from '../serve/editor.js'
import { qrLines } from '../serve/qr.js'
import { type Serving, serve } from '../serve/serve.js'
import type { Session } from '../serve/session.js'
import { deckNames } from './deckNames.js'
import type { Terminal } from './terminal.js'

export interface ServeFlags {
  readonly host: string
  readonly port?: number | undefined
  /** Open it in the browser. */
  readonly open: boolean
  readonly follow: boolean
  readonly sync: boolean
  readonly editor?: string | undefined
  readonly config?: string | undefined
  /** Settings from flags, as written. */
  readonly settings: Readonly<Record<string, unknown>>
  readonly offline: boolean
  readonly refresh: boolean
}

/** Ends when the signal says so, which is how it is meant to end. */
export async function run(
  files: readonly string[],
  { host, port, open, follow, sync, editor, ...common }: ServeFlags,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  const found = await findNotes(files)
  const names = deckNames(found)
  const decks = found.map((notes, index) => {
    const request: CheckRequest = { notes, ...common }
    return { name: names[index] ?? basename(notes), notes, source: openLiveDeck(request) }
  })
  terminal.stage(`Reading ${found.length === 1 ? found[0] : `${found.length} files of notes`}`)
  const serving = await serve(decks, {
    host,
    port,
    follow,
    sync,
    edit: editorOpener(editor),
    onRound: teller(terminal),
  })
  try {
    tellAddresses(serving, sync, terminal)
    if (open) openInBrowser(serving.address)
    await new Promise<void>((stopped) => {
      if (signal.aborted) stopped()
      signal.addEventListener('abort', () => stopped(), { once: true })
    })
  } finally {
    await serving.close()
  }
  return exitCode.fine
}

function tellAddresses({ address, room }: Serving, sync: boolean, terminal: Terminal): void {
  terminal.result(address)
  if (room === undefined) {
    if (sync) terminal.tell('Only pages on this machine are in step; with --host 0.0.0.0 a phone can be.')
    return
  }
  terminal.tell(`To follow: ${room.guest}`)
  if (!sync) return
  terminal.tell(`To move the talk, from a phone: ${room.remote}`)
  if (!terminal.quiet) for (const line of qrLines(room.remote, terminal.paint !== plain)) terminal.tell(line)
}

/** Tells of findings when they are others than before. */
function teller(terminal: Terminal): (session: Session) => void {
  const told = new Map<Session, string>()
  return (session) => {
    const { findings, broken } = session.state
    const lines = findings.map((finding) => formatFinding(finding, terminal.paint))
    const text = [broken ? 'The last deck that could be made stays.' : '', ...lines].filter(Boolean).join('\n')
    if (text === (told.get(session) ?? '')) return
    told.set(session, text)
    terminal.tell(text === '' ? `${session.notes} is fine again.` : text)
  }
}
