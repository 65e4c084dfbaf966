/** What the terminal says of served notes: every finding once, and that it is mended. */
import { expect, it } from 'vitest'
import { plain } from '../../src/check/report.js'
import { sessionTeller } from '../../src/commands/sessionTeller.js'
import type { LiveFinding } from '../../src/model/live.js'
import type { State } from '../../src/serve/session.js'

const finding = (line: number, message: string, severity: LiveFinding['severity'] = 'warning'): LiveFinding => ({
  file: 'n.md',
  line,
  column: 1,
  severity,
  message,
  hint: 'Mend it.',
})

function told(states: readonly State[], quiet = false, isGone?: () => boolean): readonly string[] {
  const lines: string[] = []
  const tell = (line: string): unknown => lines.push(line.split('\n')[0] ?? '')
  const terminal = { tell, result: tell, stage: () => {}, rest: () => {}, quiet, colourful: false, paint: plain }
  const teller = sessionTeller(terminal, isGone)
  const session = { notes: 'n.md', state: states[0] ?? { broken: false, findings: [] } }
  for (const state of states) {
    session.state = state
    teller(session)
  }
  return lines
}

const states: readonly State[] = [
  { broken: false, findings: [finding(2, 'one'), finding(5, 'two')] },
  // A line came in above, and a third finding below.
  { broken: false, findings: [finding(3, 'one'), finding(6, 'two'), finding(9, 'three')] },
  { broken: true, findings: [finding(1, 'empty', 'error')] },
  { broken: false, findings: [finding(3, 'one')] },
  { broken: false, findings: [] },
]

it('tells what is new alone, how much is left, and that all is fine again', () => {
  expect(told(states)).toEqual([
    'n.md:2:1  warning  one',
    'n.md:5:1  warning  two',
    'n.md:9:1  warning  three',
    'n.md: the last deck that could be made stays.',
    'n.md:1:1  error  empty',
    'n.md:3:1  warning  one',
    'n.md is fine again.',
  ])
  expect(
    told([states[1] ?? { broken: false, findings: [] }, states[3] ?? { broken: false, findings: [] }]).at(-1),
  ).toBe('n.md: 1 finding left.')
})

it('is quiet about warnings when it is asked to be', () => {
  expect(told(states, true)).toEqual(['n.md: the last deck that could be made stays.', 'n.md:1:1  error  empty'])
})

it('leaves it to others to tell that notes are gone, and is where it was when they come back', () => {
  expect(told(states.slice(1, 3), false, () => true)).toEqual(told(states.slice(1, 2)))
  const [, fine, broken] = states
  if (!fine || !broken) throw new Error('There are no such states.')
  expect(told([fine, broken, fine], false, () => true)).toEqual(told([fine]))
})
