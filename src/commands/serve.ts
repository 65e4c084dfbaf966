/** `talkback serve`: notes → decks in a browser, which change as the notes do, until it is stopped. */
import path from 'node:path'
import { plain } from '../check/report.js'
import { type ExitCode, exitCode } from '../errors.js'
import { existsNow } from '../io/exists.js'
import { findNotes } from '../io/findNotes.js'
import { areChanging, followNotes } from '../io/followNotes.js'
import { readOwnKey } from '../io/ownKey.js'
import { type Formats, noFormats } from '../model/format.js'
import type { ExportKind } from '../model/live.js'
import { openLiveDeck } from '../pipeline/liveDeck.js'
import type { CheckRequest } from '../pipeline/requests.js'
import { openWorkshop } from '../pipeline/workshop.js'
import { isOwnAlone } from '../serve/addresses.js'
import { openInBrowser } from '../serve/browser.js'
import { editorOpener } from '../serve/editor.js'
import { qrLines } from '../serve/qr.js'
import { type ServedDeck, type Serving, serve } from '../serve/serve.js'
import type { MakeExports } from '../serve/source.js'
import { decksOf } from './decksOf.js'
import { tellFault } from './findings.js'
import { changeTeller } from './notesChanges.js'
import { sessionTeller } from './sessionTeller.js'
import type { Terminal } from './terminal.js'

export interface ServeFlags {
  readonly host: string
  readonly port?: number | undefined
  /** Open it in the browser. */
  readonly open: boolean
  readonly follow: boolean
  readonly sync: boolean
  readonly editor?: string | undefined
  /** One deck of all notes. */
  readonly join?: boolean
  /** Folder for what is exported from a page. */
  readonly out: string
  /** Path of a browser to export with. */
  readonly browser?: string | undefined
  readonly config?: string | undefined
  /** Settings from flags, as written. */
  readonly settings: Readonly<Record<string, unknown>>
  readonly offline: boolean
  readonly refresh: boolean
}

/** Ends when the signal says so, which is how it is meant to end. */
export async function run(
  files: readonly string[],
  { host, port, open, follow, sync, editor, out, join = false, browser, ...common }: ServeFlags,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  const found = await findNotes(files, (fault) => tellFault(fault, terminal))
  const workshop = openWorkshop({ browser, signal })
  const madeOf = decksOf(join, (notes, name, joined): ServedDeck => {
    const request: CheckRequest = { notes, joined, browser, ...common }
    const make: MakeExports = async (kinds, onStage) =>
      workshop.build({ ...request, name, folder: path.join(out, name), formats: formatsOf(kinds) }, onStage)
    return { name, notes, joined: joined?.join('\n'), source: openLiveDeck(request), make }
  })
  const decks = madeOf(found)
  terminal.stage(`Reading ${found.length === 1 ? found[0] : `${found.length} files of notes`}`)
  const serving = await serve(decks, {
    host,
    port,
    follow,
    sync,
    key: await readOwnKey(),
    changing: !join && (await areChanging(files)),
    edit: editorOpener(editor),
    // A file that was named is meant for good; one that was found in a folder may go.
    onRound: sessionTeller(terminal, (notes) => !join && !files.includes(notes) && !existsNow(notes)),
  })
  try {
    for (const fault of serving.faults.values()) tellFault(fault, terminal)
    tellAddresses(serving, host, sync, terminal)
    if (open) openInBrowser(`${serving.address}${serving.once()}`)
    const tellChange = changeTeller(found, terminal)
    await followNotes(files, found, async (notes) => tellChange(notes, await serving.change(madeOf(notes))), signal)
    await aborted(signal)
  } finally {
    await serving.close()
    await workshop.close()
  }
  return exitCode.fine
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((stopped) => {
    if (signal.aborted) stopped()
    signal.addEventListener('abort', () => stopped(), { once: true })
  })

const formatsOf = (kinds: readonly ExportKind[]): Formats => ({
  ...noFormats,
  pdf: kinds.includes('pdf'),
  handouts: kinds.includes('handout') ? ['auto'] : [],
  pptx: kinds.includes('pptx'),
})

function tellAddresses({ address, own, room, keyed }: Serving, host: string, sync: boolean, terminal: Terminal): void {
  terminal.result(`${address}${own}`)
  if (room === undefined) {
    const isAlone = isOwnAlone(host)
    if (sync && isAlone) terminal.tell('Only pages on this machine are in step; with --host 0.0.0.0 a phone can be.')
    if (!isAlone) terminal.tell('This machine is in no network now: nobody else can reach it.')
    return
  }
  terminal.tell(`To follow: ${room}${keyed.guest}`)
  if (!sync) return
  const remote = `${room}${keyed.remote}`
  terminal.tell(`To move the talk, from a phone: ${remote}`)
  if (!terminal.quiet) for (const line of qrLines(remote, terminal.paint !== plain)) terminal.tell(line)
}
