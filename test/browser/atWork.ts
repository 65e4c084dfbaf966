/** What the tests of a file work with: a running browser and a folder, both gone when `end` is called. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from '../../src/browser/find.js'
import { startBrowser } from '../../src/browser/start.js'

/** For `beforeAll`, which calls what it is given back when all is through. */
export async function atWork() {
  const folder = await mkdtemp(join(tmpdir(), 'talkback-test-'))
  const browser = await startBrowser(await findBrowser())
  const end = async (): Promise<void> => {
    await browser.close()
    await rm(folder, { recursive: true })
  }
  return { browser, folder, end }
}
