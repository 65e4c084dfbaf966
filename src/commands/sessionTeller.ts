/** How the notes of served decks are → lines on the terminal, of what is new alone. */
import { formatFinding } from '../check/report.js'
import { newAmong } from '../model/newAmong.js'
import type { Session, State } from '../serve/session.js'
import { restLine } from './findings.js'
import type { Terminal } from './terminal.js'

type Told = Pick<Session, 'notes' | 'state'>

/**
 * The same findings as in a build, each once; that all are mended is told as well, and how many of them are not.
 * @param isGone whether these notes were taken away where notes may come and go: that is told elsewhere, and no fault
 */
export function sessionTeller(
  terminal: Terminal,
  isGone: (notes: string) => boolean = () => false,
): (session: Told) => void {
  const said = new Map<Told, State>()
  return (session) => {
    const { notes, state } = session
    const before = said.get(session) ?? { broken: false, findings: [] }
    if (state === before || (state.broken && isGone(notes))) return
    said.set(session, state)
    const findings = state.findings.filter(({ severity }) => severity === 'error' || !terminal.quiet)
    const fresh = newAmong(findings, before.findings)
    if (state.broken && !before.broken) terminal.tell(`${notes}: the last deck that could be made stays.`)
    for (const finding of fresh) terminal.tell(formatFinding(finding, terminal.paint))
    const mended = newAmong(before.findings, state.findings).length
    if (terminal.quiet || fresh.length > 0 || (mended === 0 && !before.broken)) return
    terminal.tell(restLine(notes, findings.length))
  }
}
