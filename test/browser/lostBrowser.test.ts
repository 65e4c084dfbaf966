/** What becomes of a deck when its browser is lost while it is being made or checked. */
import { chmodSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findBrowser } from '../../src/browser/find.js'
import { withBrowser } from '../../src/browser/withBrowser.js'
import { noFormats } from '../../src/model/format.js'
import { rebuildDecks } from '../../src/pipeline/rebuildDecks.js'
import { openWorkshop } from '../../src/pipeline/workshop.js'
import { buildDecks, checkDecks } from '../../src/pipeline.js'

let folder: string
let path: string
let pids: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'talkback-test-'))
  pids = join(folder, 'pids')
  // A browser that writes down its number, so that it can be found and killed.
  path = join(folder, 'chrome-headless-shell')
  writeFileSync(path, `#!/bin/sh\necho $$ >> '${pids}'\nexec '${(await findBrowser()).path}' "$@"\n`)
  chmodSync(path, 0o755)
  writeFileSync(join(folder, 'x.md'), '# X\n\n## A\n\ntext\n\n## B\n\nmore\n')
})
beforeEach(() => writeFileSync(pids, ''))
afterAll(() => rmSync(folder, { recursive: true }))

const started = (): readonly number[] => readFileSync(pids, 'utf8').trim().split('\n').map(Number)
const kill = (): boolean => process.kill(-(started().at(-1) ?? Number.NaN), 'SIGKILL')

/** Builds PDF and pictures, kills the browser at some of the stages (from 1) that are called `Taking pictures`. */
async function build(name: string, killAt: readonly number[]) {
  const out = join(folder, 'out', name)
  const stages: string[] = []
  const onStage = (stage: string): void => {
    stages.push(stage)
    if (stage === 'Taking pictures' && killAt.includes(stages.filter((said) => said === stage).length)) kill()
  }
  const pictures = {
    types: ['png'],
    slides: [],
    scale: 1,
    transparent: false,
    contactSheet: false,
    socialCard: false,
  } as const
  const formats = { ...noFormats, pdf: true, pictures }
  const request = { notes: join(folder, 'x.md'), name: 'x', folder: out, formats, offline: true, refresh: false }
  for await (const deck of buildDecks([request], { browser: path, onStage })) return { ...deck, stages }
  throw new Error('nothing was built')
}

// Wrapper scripts and groups of processes are what Windows lacks.
describe.skipIf(process.platform === 'win32')('a browser that is killed while a deck is being made', () => {
  test('is replaced, and the deck is what it would have been', async () => {
    const quiet = await build('quiet', [])
    expect(started()).toHaveLength(1)
    const killed = await build('killed', [1])
    expect(started()).toHaveLength(3)
    expect(killed.stages).toContain('The browser was lost: starting another one')
    expect(killed.files.map((file) => file.replace('killed', 'quiet'))).toEqual(quiet.files)
    expect(killed.findings).toEqual(quiet.findings)
    for (const file of quiet.files)
      expect(readFileSync(file.replace('quiet', 'killed')).equals(readFileSync(file))).toBe(true)
  })

  test('a second time is an error in one sentence, and leaves nothing but the deck of before', async () => {
    const { index } = await build('twice', [])
    const before = readFileSync(index, 'utf8')
    const names = readdirSync(join(folder, 'out'))
    await expect(build('twice', [1, 2])).rejects.toMatchObject({
      name: 'UserError',
      code: 3,
      message: expect.stringMatching(/^The browser ended while taking pictures: [^.]*SIGKILL\.$/),
      hint: expect.stringMatching(/twice/),
    })
    expect(started()).toHaveLength(3)
    expect(readFileSync(index, 'utf8')).toBe(before)
    expect(readdirSync(join(folder, 'out'))).toEqual(names)
  })

  test('is replaced for the next deck to be checked', async () => {
    const lost: string[] = []
    let reading = 0
    const onStage = (stage: string): void => {
      if (stage.startsWith('Reading') && ++reading === 2) kill()
      if (stage.startsWith('The browser was lost')) lost.push(stage)
    }
    const request = { notes: join(folder, 'x.md'), offline: true, refresh: false }
    const counts: number[] = []
    for await (const { slides } of checkDecks([request, request], { browser: path, onStage }))
      counts.push(slides.length)
    expect(counts).toEqual([3, 3])
    expect(lost).toHaveLength(1)
  })
})

// As above.
test.skipIf(process.platform === 'win32')(
  'one browser serves all builds of a watch; lost between two of them, it is replaced',
  async () => {
    const notes = join(folder, 'watched.md')
    writeFileSync(notes, '# X\n\n## A\n\ntext 0\n')
    const stop = new AbortController()
    const formats = { ...noFormats, pdf: true }
    const request = { notes, name: 'w', folder: join(folder, 'out', 'w'), formats, offline: true, refresh: false }
    const counts: number[] = []
    for await (const rebuilt of rebuildDecks([request], { browser: path, signal: stop.signal })) {
      expect(rebuilt).toMatchObject({ state: 'built' })
      counts.push(started().length)
      if (counts.length === 4) stop.abort()
      if (counts.length === 2) kill()
      // In one go: a file that is seen while it is empty is an edit of its own.
      writeFileSync(`${notes}~`, `# X\n\n## A\n\ntext ${counts.length}\n`)
      renameSync(`${notes}~`, notes)
    }
    expect(counts).toEqual([1, 1, 2, 2])
    expect(readdirSync(join(folder, 'out')).filter((name) => name.includes('talkback'))).toEqual([])
  },
)

// As above.
test.skipIf(process.platform === 'win32')(
  'closed while a deck is being written, before anything needed it, it does not start any more',
  async () => {
    const workshop = openWorkshop({ browser: path })
    const out = join(folder, 'closed')
    const request = { notes: join(folder, 'x.md'), name: 'x', folder: join(out, 'x'), offline: true, refresh: false }
    let closing: Promise<void> | undefined
    const building = workshop.build({ ...request, formats: { ...noFormats, pdf: true } }, (stage) => {
      if (stage === 'Writing the deck') closing = workshop.close()
    })
    await expect(building).rejects.toMatchObject({ name: 'UserError', code: 3 })
    await closing
    expect(readFileSync(pids, 'utf8')).toBe('')
    expect(readdirSync(out)).toEqual([])
  },
)

// Groups of processes, and signals that stop them, are what Windows lacks.
describe.skipIf(process.platform === 'win32')('a browser that freezes', () => {
  let frozen = false
  /** One that is only slow is waited for. */
  const beat = {
    every: 20,
    get missed() {
      return frozen ? 25 : 3000
    },
  }
  beforeEach(() => {
    frozen = false
  })

  const build = async (freezes: number): Promise<readonly number[]> => {
    const tries: number[] = []
    const results = withBrowser({ beat }, ['x'], (_, use) =>
      use(async ({ during, page, pid }) => {
        tries.push(pid)
        frozen = tries.length <= freezes && process.kill(-pid, 'SIGSTOP')
        // Nobody would wait so long for the work itself.
        const counted = during('counting', 3_600_000, page.evaluate('1 + 1'))
        frozen = false
        expect(await counted).toBe(2)
      }),
    )
    for await (const _ of results);
    return tries
  }

  test('is missed by its answers, long before the work could be late, and replaced', async () => {
    expect(new Set(await build(1)).size).toBe(2)
  })

  test('is ended: who tidies up behind the work waits for it no longer', async () => {
    const tries: number[] = []
    const results = withBrowser({ beat }, ['x'], (_, use) =>
      use(async ({ during, page, pid }) => {
        tries.push(pid)
        frozen = tries.length === 1 && process.kill(-pid, 'SIGSTOP')
        const counted = during('counting', 3_600_000, page.evaluate('1 + 1'))
        frozen = false
        try {
          return await counted
        } finally {
          await page.evaluate('tidied = true').catch(() => {})
        }
      }),
    )
    for await (const result of results) expect(result).toBe(2)
    expect(new Set(tries).size).toBe(2)
  })

  test('twice is an error in one sentence', async () => {
    await expect(build(2)).rejects.toMatchObject({
      name: 'UserError',
      code: 3,
      message: 'The browser stopped answering while counting.',
      hint: expect.stringMatching(/twice/),
    })
  })

  test('is not one whose page is busy: it goes on answering', async () => {
    const beat = { every: 20, missed: 100 }
    const results = withBrowser({ beat }, ['x'], (_, use) =>
      use(({ during, page }) => {
        const busy = `(() => { for (const end = performance.now() + ${beat.every * beat.missed * 2}; performance.now() < end;); return 'done' })()`
        return during('counting', 60_000, page.evaluate(busy))
      }),
    )
    for await (const result of results) expect(result).toBe('done')
  })
})

describe('a browser that hangs', () => {
  const hanging = 'new Promise(() => {})'

  test('is replaced, and the work is done from its beginning', async () => {
    const tries: number[] = []
    const results = withBrowser({}, ['x'], (_, use) =>
      use(async ({ during, page, pid }) => {
        tries.push(pid)
        return tries.length === 1
          ? during('counting', 300, page.evaluate(hanging))
          : during('counting', 60_000, page.evaluate('1 + 1'))
      }),
    )
    for await (const result of results) expect(result).toBe(2)
    expect(new Set(tries).size).toBe(2)
  })

  test('twice is an error; other errors are not tried again', async () => {
    const tries: string[] = []
    const run = async (script: string): Promise<void> => {
      const results = withBrowser({}, ['x'], (_, use) =>
        use(({ during, page }) => {
          tries.push(script)
          return during('counting', script === hanging ? 300 : 60_000, page.evaluate(script))
        }),
      )
      for await (const _ of results) throw new Error('no result was expected')
    }
    await expect(run(hanging)).rejects.toMatchObject({
      name: 'UserError',
      code: 3,
      hint: expect.stringMatching(/twice/),
    })
    await expect(run('nothing.at.all')).rejects.toThrow('nothing is not defined')
    expect(tries).toEqual([hanging, hanging, 'nothing.at.all'])
  })
})
