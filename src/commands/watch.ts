/** `--watch`: decks are made, and again with every change, until it is stopped; only what is new is said. */
import { type ExitCode, exitCode } from '../errors.js'
import { followNotes } from '../io/followNotes.js'
import type { FindingReport } from '../model/finding.js'
import { newAmong } from '../model/newAmong.js'
import { type MoreOrLess, type RebuiltDeck, rebuildDecks } from '../pipeline/rebuildDecks.js'
import type { DeckRequest, Surroundings } from '../pipeline/requests.js'
import { isRepair, restLine, tellFault, tellFindings } from './findings.js'
import { changeTeller } from './notesChanges.js'
import { deckJson, faultJson, type Results, resultLines, tellChanges } from './results.js'
import type { Terminal } from './terminal.js'

export interface WatchOptions {
  /** What the user named: notes that come later under it count as well. */
  readonly files: readonly string[]
  readonly results: Results
  readonly json: boolean
}

/** Ends when the signal says so, which is how it is meant to end. */
export async function watch(
  found: readonly string[],
  requestsOf: (notes: readonly string[]) => readonly DeckRequest[],
  surroundings: Surroundings,
  { files, results, json }: WatchOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const teller = openTeller(results, terminal)
  const requests = requestsOf(found)
  const tellChange = changeTeller(found, terminal)
  let left = requests.length
  const alongside = ({ add, drop }: MoreOrLess, signal: AbortSignal): Promise<void> => {
    let known = requests
    const change = async (notes: readonly string[]): Promise<void> => {
      const now = requestsOf(notes)
      tellChange(notes, new Map())
      for (const request of known) if (!now.includes(request)) drop(request)
      for (const request of now) if (!known.includes(request)) add(request)
      known = now
    }
    return followNotes(files, found, change, signal)
  }
  for await (const rebuilt of rebuildDecks(requests, surroundings, alongside)) {
    terminal.rest()
    if (json) terminal.result(asJson(rebuilt))
    else teller.tell(rebuilt)
    if (--left === 0 && !terminal.quiet) terminal.tell('Waiting for changes; Ctrl-C ends it.')
  }
  return exitCode.fine
}

/** As for one build; what could not be made has no index. */
function asJson(rebuilt: RebuiltDeck): string {
  if (rebuilt.state === 'built') return deckJson(rebuilt.deck)
  const { notes } = rebuilt
  if (rebuilt.state === 'fault') return faultJson(notes, rebuilt.fault)
  return JSON.stringify({ index: null, notes, findings: rebuilt.findings }, null, 2)
}

/** What was said last of some notes. */
interface Said {
  readonly fault: string
  /** All but repairs, which are only counted. */
  readonly told: readonly FindingReport[]
  readonly results: string
}

const isTrouble = ({ severity }: FindingReport): boolean => severity !== 'hint'

function openTeller(results: Results, terminal: Terminal) {
  const said = new Map<string, Said>()

  function tellTrouble(notes: string, findings: readonly FindingReport[], before: Said): readonly FindingReport[] {
    const told = findings.filter((finding) => !isRepair(finding))
    const fresh = newAmong(told, before.told)
    const trouble = told.filter(isTrouble)
    const isBetter = before.fault !== '' || newAmong(before.told.filter(isTrouble), trouble).length > 0
    if (fresh.length > 0) tellFindings([...fresh, ...findings.filter(isRepair)], notes, terminal)
    else if (isBetter && !terminal.quiet) terminal.tell(restLine(notes, trouble.length))
    return told
  }

  return {
    tell(rebuilt: RebuiltDeck): void {
      const { notes } = rebuilt
      const before = said.get(notes) ?? { fault: '', told: [], results: '' }
      if (rebuilt.state === 'fault') {
        const { fault } = rebuilt
        if (fault.message !== before.fault) tellFault(fault, terminal)
        said.set(notes, { ...before, fault: fault.message })
        return
      }
      if (rebuilt.state === 'broken') {
        terminal.tell(`${notes}: the last deck stays until this is mended.`)
        const told = tellTrouble(notes, rebuilt.findings, { ...before, fault: '' })
        said.set(notes, { ...before, fault: '', told })
        return
      }
      const { deck } = rebuilt
      const told = tellTrouble(notes, deck.findings, before)
      tellChanges(deck, terminal)
      const lines = resultLines(deck, results)
      if (lines.join('\n') !== before.results) for (const line of lines) terminal.result(line)
      said.set(notes, { fault: '', told, results: lines.join('\n') })
    },
  }
}
