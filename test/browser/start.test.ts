import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { findBrowser } from '../../src/browser/find.js'
import { keepBrowser } from '../../src/browser/keepBrowser.js'
import { type RunningBrowser, startBrowser } from '../../src/browser/start.js'

/** What a signal must be sent to, to reach a browser and all its helpers; Windows knows no groups. */
function groupOf(browser: RunningBrowser): number {
  return process.platform === 'win32' ? browser.pid : -browser.pid
}

function lives(group: number): boolean {
  try {
    process.kill(group, 0)
    return true
  } catch {
    return false
  }
}

test('a started browser has a page, and nothing of it is left when it is closed', async () => {
  const browser = await startBrowser(await findBrowser())
  expect(await browser.during('counting', 10_000, browser.page.evaluate('1 + 1'))).toBe(2)
  expect(existsSync(browser.profile)).toBe(true)
  await Promise.all([browser.close(), browser.close()])
  while (lives(groupOf(browser))) await setTimeout(10)
  expect(existsSync(browser.profile)).toBe(false)
})

test('a browser that is killed while it works is a fault with a sentence', async () => {
  const browser = await startBrowser(await findBrowser())
  const work = browser.during('waiting', 60_000, browser.page.evaluate('new Promise(() => {})'))
  const seen = expect(work).rejects.toMatchObject({
    name: 'UserError',
    code: 3,
    message: expect.stringMatching(/ended while waiting/),
  })
  process.kill(groupOf(browser), 'SIGKILL')
  await seen
  await browser.close()
  expect(existsSync(browser.profile)).toBe(false)
})

test('a page that crashes is a fault with a sentence', async () => {
  const browser = await startBrowser(await findBrowser())
  try {
    const work = browser.during('waiting', 60_000, browser.page.evaluate('new Promise(() => {})'))
    const seen = expect(work).rejects.toMatchObject({
      name: 'UserError',
      code: 3,
      message: expect.stringMatching(/ended while waiting/),
    })
    const session = await browser.page.createCDPSession()
    session.send('Page.crash').catch(() => {})
    await seen
  } finally {
    await browser.close()
  }
})

test('work that takes too long is a fault with a sentence', async () => {
  const browser = await startBrowser(await findBrowser())
  try {
    const work = browser.during('waiting', 50, browser.page.evaluate('new Promise(() => {})'))
    await expect(work).rejects.toMatchObject({
      name: 'UserError',
      code: 3,
      message: expect.stringMatching(/did not finish waiting/),
    })
  } finally {
    await browser.close()
  }
})

test('errors of the page pass as they are', async () => {
  const browser = await startBrowser(await findBrowser())
  try {
    const work = browser.during('counting', 10_000, browser.page.evaluate('nothing.at.all'))
    await expect(work).rejects.toThrow('nothing is not defined')
  } finally {
    await browser.close()
  }
})

test.each([
  ['a program that is no browser', process.execPath, /did not start/],
  ['a file that is no program', import.meta.filename, /cannot be run/],
])('%s is a fault with a sentence', async (_, path, message) => {
  const starting = startBrowser({ path, kind: 'shell', from: '--browser' }, { patience: 2000 })
  await expect(starting).rejects.toMatchObject({ name: 'UserError', code: 3, message })
})

test.skipIf(process.platform === 'win32')(
  'a browser that never answers is given up after the time that is said, and not tried again',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'talkback-silent-'))
    const [path, starts] = [join(folder, 'silent'), join(folder, 'starts')]
    await writeFile(path, `#!/bin/sh\necho once >> ${starts}\nexec sleep 1000\n`, { mode: 0o755 })
    try {
      const starting = startBrowser({ path, kind: 'shell', from: '--browser' }, { patience: 1500 })
      await expect(starting).rejects.toMatchObject({ code: 3, message: /did not answer within 1\.5 s\.$/ })
      expect(await readFile(starts, 'utf8')).toBe('once\n')
    } finally {
      await rm(folder, { recursive: true })
    }
  },
)

test.skipIf(process.platform === 'win32')(
  'nobody waits for the start of a browser that is wanted no more',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'talkback-silent-'))
    const path = join(folder, 'silent')
    await writeFile(path, '#!/bin/sh\nexec sleep 1000\n', { mode: 0o755 })
    try {
      const browser = keepBrowser({ path })
      browser.start()
      const work = expect(browser.use(async () => {})).rejects.toMatchObject({ code: 3, message: /was closed/ })
      await browser.close()
      await work
    } finally {
      await rm(folder, { recursive: true })
    }
  },
)
