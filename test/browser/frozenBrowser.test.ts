/** A browser that freezes at any moment of work that puts its page back afterwards: it is noticed, and nobody waits for ever. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../../src/browser/find.js'
import { openDeck } from '../../src/browser/openDeck.js'
import { readParts } from '../../src/browser/parts.js'
import { takePictures } from '../../src/browser/pictures.js'
import { type RunningBrowser, startBrowser } from '../../src/browser/start.js'
import { pictureDifference } from '../../src/formats/diffPictures.js'
import { readPartsScript } from '../../src/io/readRuntime.js'
import { openShelf } from '../../src/io/shelf.js'
import type { FitReport } from '../../src/model/fitted.js'
import { noFormats } from '../../src/model/format.js'
import { buildDecks } from '../../src/pipeline.js'
import { atWork } from './atWork.js'

let frozen = false
/** One that is only slow is waited for. */
const beat = {
  every: 20,
  get missed() {
    return frozen ? 25 : 3000
  },
}

let folder: string
let address: string
let end: () => Promise<void>
beforeAll(async () => {
  const work = await atWork()
  folder = work.folder
  end = work.end
  const notes = join(folder, 'x.md')
  await writeFile(notes, '# X\n\n## A\n\ntext\n\n## B\n\nmore\n')
  const request = { notes, name: 'x', folder: join(folder, 'x'), formats: noFormats, offline: true, refresh: false }
  for await (const { index } of buildDecks([request], {})) address = `${pathToFileURL(index).href}?print`
})
afterAll(() => end())

type Work = (browser: RunningBrowser, report: FitReport) => Promise<void>

/** Does the work on the open deck; the browser freezes when it has answered so many times, and before it is asked again. */
async function frozenAfter(count: number, work: Work): Promise<unknown> {
  frozen = false
  const browser = await startBrowser(await findBrowser(), { beat })
  try {
    const report = await openDeck(browser, address)
    let asked = 0
    const during: RunningBrowser['during'] = async (doing, patience, asking) => {
      const answer = await browser.during(doing, patience, asking)
      asked += 1
      if (asked === count) frozen = process.kill(-browser.pid, 'SIGSTOP')
      return answer
    }
    await work({ ...browser, during }, report)
    return asked
  } catch (error) {
    return error
  } finally {
    await browser.close()
  }
}

const shots = { type: 'png', scale: 1, transparent: true } as const

// Groups of processes, and signals that stop them, are what Windows lacks.
describe.skipIf(process.platform === 'win32').each<[string, Work]>([
  [
    'pictures',
    async (browser) => {
      for await (const _ of takePictures(browser, shots));
    },
  ],
  [
    'a copy to edit',
    async (browser, report) => {
      const shelf = openShelf()
      await readParts(browser, report, await readPartsScript(), shelf).finally(() => shelf.drop())
    },
  ],
  [
    'pictures of two decks',
    async (browser) => {
      await pictureDifference({ same: 3, slides: [] }, { before: address, after: address }, browser)
    },
  ],
])('frozen while it is asked for %s', (_name, work) => {
  test('it is told whenever it froze, before the tidying up at the end, too', async () => {
    const all = await frozenAfter(0, work)
    expect(all).toBeGreaterThan(3)
    for (const count of [1, 2, Number(all) - 1])
      expect(await frozenAfter(count, work)).toMatchObject({
        name: 'UserError',
        code: 3,
        message: expect.stringMatching(/^The browser stopped answering while /),
      })
  })
})
