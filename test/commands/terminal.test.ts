import { describe, expect, it } from 'vitest'
import { tellFindings } from '../../src/commands/findings.js'
import { openTerminal } from '../../src/commands/terminal.js'
import type { FindingReport, Severity } from '../../src/model/finding.js'

function stream(isTTY: boolean) {
  const written: string[] = []
  return { isTTY, written, write: (text: string) => written.push(text), all: () => written.join('') }
}

function open({ tty = false, quiet = false, env = {} }: { tty?: boolean; quiet?: boolean; env?: object }) {
  const stdout = stream(tty)
  const stderr = stream(tty)
  return { stdout, stderr, terminal: openTerminal({ stdout, stderr }, { quiet, env: { ...env } }) }
}

const report = (severity: Severity): FindingReport => ({
  code: 'placeholder',
  severity,
  file: 'x.md',
  line: 3,
  column: 1,
  message: `a ${severity}`,
  hint: 'Do so.',
})

describe('a terminal', () => {
  it('keeps results on stdout and everything else on stderr', () => {
    const { terminal, stdout, stderr } = open({})
    terminal.stage('Reading x.md')
    terminal.result('dist/x/index.html')
    terminal.tell('by the way')
    expect(stdout.all()).toBe('dist/x/index.html\n')
    expect(stderr.all()).toBe('Reading x.md…\nby the way\n')
  })

  it('obeys nothing that is said in it, but for our colours; what a program reads comes as it is', () => {
    const name = '\u001b]0;t\u0007a\u001b[2J\u009b\u0008\u001b[1mb\tc\n'
    const { terminal, stderr } = open({})
    terminal.tell(name)
    terminal.stage(name)
    expect(stderr.all()).toBe('a\u001b[1mb\tc\n\na\u001b[1mb\tc\n…\n')
    const [piped, screen] = [open({}), open({ tty: true })]
    for (const each of [piped, screen]) each.terminal.result(name)
    expect(piped.stdout.all()).toBe(`${name}\n`)
    expect(screen.stdout.all()).toBe('a\u001b[1mb\tc\n\n')
  })

  it('spins on a screen, and takes the spinner away before it says something', () => {
    const { terminal, stderr } = open({ tty: true })
    terminal.stage('Reading x.md')
    terminal.tell('by the way')
    expect(stderr.written[0]).toContain('Reading x.md…')
    expect(stderr.written.slice(1)).toEqual(['\r\u001b[2K', 'by the way\n'])
  })

  it.each([
    [{ tty: true }, true],
    [{ tty: true, env: { NO_COLOR: '1' } }, false],
    [{ tty: true, env: { TERM: 'dumb' } }, false],
    [{ tty: false }, false],
    [{ tty: false, env: { FORCE_COLOR: '1' } }, true],
  ])('with %j it paints: %j', (options, painted) => {
    expect(open(options).terminal.paint.error('no') !== 'no').toBe(painted)
  })
})

describe('tellFindings', () => {
  const reports = [report('hint'), report('warning'), report('hint'), report('error')]

  it('says warnings and errors in full and counts the repairs', () => {
    const { terminal, stderr } = open({})
    tellFindings(reports, 'x.md', terminal)
    expect(stderr.all()).toBe(
      'x.md:3:1  warning  a warning\n  Do so.\nx.md:3:1  error  a error\n  Do so.\n2 repairs; see talkback outline x.md\n',
    )
  })

  it('says hints of pictures in a line each, as the outline reads none', () => {
    const { terminal, stderr } = open({})
    tellFindings([report('hint'), { ...report('hint'), code: 'pictures-kept' }], 'x.md', terminal)
    expect(stderr.all()).toBe('x.md:3:1  hint  a hint\n1 repair; see talkback outline x.md\n')
  })

  it('says errors only when quiet', () => {
    const { terminal, stderr } = open({ quiet: true })
    tellFindings([...reports, { ...report('hint'), code: 'pictures-kept' }], 'x.md', terminal)
    expect(stderr.all()).toBe('x.md:3:1  error  a error\n  Do so.\n')
  })
})
