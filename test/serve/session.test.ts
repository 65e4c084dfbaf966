/** What pages are told of a deck that is made anew, round by round, whatever becomes known in which order. */
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { UserError } from '../../src/errors.js'
import type { LiveMessage } from '../../src/model/live.js'
import { Session } from '../../src/serve/session.js'
import type { LiveRound, LiveSource } from '../../src/serve/source.js'
import { eventually } from '../eventually.js'

const round = (ids: string, more: Partial<LiveRound> = {}): LiveRound => {
  const names = ids.split(' ')
  return {
    text: ids,
    title: 'Talk',
    author: '',
    lang: 'en',
    slides: names.map((key) => ({ key, html: `<section>${key}</section>` })),
    lines: names.map((_, index) => [index + 1, index + 2]),
    canvas: { width: 1280, height: 720 },
    page: () => '<title>Talk</title>',
    css: 'a{}',
    textFonts: [],
    files: new Map(),
    findings: [],
    broken: false,
    ...more,
  }
}

/** A session whose rounds come as they are given. */
async function open(first: LiveRound, follow = false) {
  const waiting: LiveRound[][] = [[first], []]
  const source: LiveSource = {
    async *rounds() {
      yield* waiting.shift() ?? []
    },
    watched: () => ({ notes: '/notes.md', look: [], lookFolders: [], pictures: [] }),
  }
  const heard: LiveMessage[] = []
  const session = new Session(source, { notes: 'notes.md', follow, tell: (message) => heard.push(message) })
  onTestFinished(() => session.close())
  await session.open()
  return {
    session,
    heard,
    async change(...rounds: readonly LiveRound[]) {
      const done = heard.length + 1
      waiting.push([...rounds])
      session.touch(new Set(['/notes.md']))
      await eventually(() => expect(heard.length).toBeGreaterThanOrEqual(done))
    },
  }
}

describe('an update', () => {
  it('of style and slides at once leaves everyone on their slide', async () => {
    const { heard, change } = await open(round('a b c'))
    await change(round('x a b c', { css: 'b{}' }))
    expect(heard).toMatchObject([
      {
        kind: 'deck',
        round: 2,
        style: 'assets/deck.css?2',
        changes: [
          { from: 0, gone: 0, made: [{ key: 'x' }] },
          { from: 0, gone: 3, made: [{ key: 'a' }, { key: 'b' }, { key: 'c' }] },
        ],
      },
    ])
  })

  it('goes to the slide that was edited, when its title is another one, too', async () => {
    const { heard, change } = await open(round('a b c', { text: 'a\nb\nc' }), true)
    await change(round('a bb c', { text: 'a\nbb\nc' }))
    expect(heard).toMatchObject([{ goTo: 'bb', changes: [{ from: 1, gone: 1, made: [{ key: 'bb' }] }] }])
  })

  it('that is more than slides and style loads pages anew', async () => {
    const { heard, change } = await open(round('a b c'))
    await change(round('a b c', { page: () => '<title>Talk</title><meta>' }))
    expect(heard).toEqual([{ kind: 'reload' }])
  })
})

describe('notes that can not be shown', () => {
  it('leave the last deck, and are fine again at once', async () => {
    const { session, heard, change } = await open(round('a b'))
    const finding = {
      severity: 'error',
      file: 'notes.md',
      line: 1,
      column: 1,
      message: 'Empty.',
      hint: 'Write.',
    } as const
    const warning = { ...finding, severity: 'warning' } as const
    const all = [finding, warning, { ...finding, severity: 'hint' } as const]
    const findings = all.map((each) => ({ code: 'notes-empty', ...each }) as const)
    await change(round('', { broken: true, findings }))
    expect(heard).toMatchObject([{ kind: 'findings', broken: true, findings: [finding, warning] }])
    expect(session.shown.slides).toHaveLength(2)
    await change(round('a b c', { findings: findings.slice(1) }))
    expect(heard.slice(1)).toMatchObject([{ kind: 'deck' }, { kind: 'findings', broken: false, findings: [warning] }])
  })
})

it('pages are told what a build tells, the worst first, and of no repairs', async () => {
  const at = { file: 'notes.md', column: 1, message: 'm', hint: 'h' }
  const hint = { ...at, code: 'heading-space', severity: 'hint', line: 1 } as const
  const warning = { ...at, code: 'picture-missing', severity: 'warning', line: 2 } as const
  const error = { ...at, code: 'word-lost', severity: 'error', line: 3 } as const
  const { heard, change } = await open(round('a b'))
  await change(round('a b', { findings: [hint, warning, error] }))
  expect(heard).toMatchObject([{ kind: 'findings', broken: false, findings: [{ line: 3 }, { line: 2 }] }])
  await change(round('a b', { findings: [hint] }))
  expect(heard.at(-1)).toMatchObject({ kind: 'findings', broken: false, findings: [] })
})

it('what can not be read is shown where it is wrong, and its place is said once', async () => {
  const place = { file: 'talkback.yaml', line: 3, column: 9 }
  let asked = 0
  const source: LiveSource = {
    async *rounds() {
      if (++asked > 1) throw new UserError("talkback.yaml:3:9: `canvas` can't be `9:9`.", 'Give 16:9.', 2, { place })
      yield round('a')
    },
    watched: () => ({ notes: '/notes.md', look: [], lookFolders: [], pictures: [] }),
  }
  const session = new Session(source, { notes: 'notes.md', follow: false, tell: () => {} })
  onTestFinished(() => session.close())
  await session.open()
  const finding = { severity: 'error', ...place, message: "`canvas` can't be `9:9`.", hint: 'Give 16:9.' }
  await eventually(() => expect(session.state).toEqual({ broken: true, findings: [finding] }))
})

describe('a session that was closed', () => {
  const finding = { code: 'notes-empty', severity: 'error', file: 'notes.md', line: 1, column: 1 } as const
  const broken = round('', { broken: true, findings: [{ ...finding, message: 'Empty.', hint: 'Write.' }] })
  it.each([
    ['came', [round('a b'), round('a b c')]],
    ['could not be shown', [broken]],
    ['failed', [new Error('No disk.')]],
  ])('tells nobody that the round under way %s, and asks for no other', async (_, late) => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    let asked = 0
    let goOn = (): void => {}
    const told: unknown[] = []
    const source: LiveSource = {
      async *rounds() {
        if (++asked === 1) yield round('a')
        await new Promise<void>((resolve) => {
          goOn = resolve
        })
        for (const each of late) {
          if (each instanceof Error) throw each
          yield each
        }
      },
      watched: () => ({ notes: '/notes.md', look: [], lookFolders: [], pictures: [] }),
    }
    const tell = (message: LiveMessage) => told.push(message)
    const session = new Session(source, { notes: 'notes.md', follow: false, tell }, () => told.push('round'))
    await session.open()
    session.touch(new Set())
    session.close()
    goOn()
    await vi.advanceTimersByTimeAsync(1000)
    expect(told).toEqual([])
    expect(asked).toBe(2)
  })
})
