import { expect, test } from 'vitest'
import { startFault } from '../../src/browser/faults.js'
import type { FoundBrowser } from '../../src/browser/find.js'
import { getBrowser, type Way } from '../../src/browser/get.js'
import { installPackage } from '../../src/browser/packages.js'

const shell: FoundBrowser = { path: '/usr/bin/shell', kind: 'shell', from: 'PATH' }

/** A machine where each way either brings the browser or says why not. */
function machine(outcomes: readonly (string | undefined)[], platform: NodeJS.Platform = 'linux') {
  const tried: number[] = []
  let there = false
  const ways = outcomes.map(
    (reason, index): Way =>
      async (onStage) => {
        onStage(`way ${index}`)
        tried.push(index)
        there ||= reason === undefined
        return reason
      },
  )
  return { tried, means: { ways, platform, search: () => (there ? { found: shell, tried: [] } : { tried: [] }) } }
}

test('a browser that is there is taken, and nothing is fetched', async () => {
  const { tried, means } = machine([undefined])
  expect(await getBrowser({ means: { ...means, search: () => ({ found: shell, tried: [] }) } })).toEqual(shell)
  expect(tried).toEqual([])
})

test('ways are tried one after the other, until there is a browser', async () => {
  const stages: string[] = []
  const { means } = machine(['no answer', undefined, 'never asked'])
  expect(await getBrowser({ means, onStage: (text) => stages.push(text) })).toEqual(shell)
  expect(stages).toEqual(['way 0', 'way 1'])
})

test.each<[NodeJS.Platform, RegExp]>([
  ['linux', /apt-get install chromium-headless-shell/],
  ['darwin', /brew install --cask chromium/],
  ['win32', /Google Chrome or Microsoft Edge/],
])('when nothing works, it says why and what to do on %s', async (platform, hint) => {
  const { means } = machine(['the host does not answer', 'only root may'], platform)
  await expect(getBrowser({ means })).rejects.toMatchObject({
    name: 'UserError',
    code: 3,
    message: 'No browser could be got: the host does not answer; only root may.',
    hint,
  })
})

test('packages are only for root on a system with apt-get', async () => {
  const world = { env: { PATH: '/usr/bin' }, platform: 'linux', home: '/', runs: () => false, list: () => [] } as const
  expect(await installPackage(world, () => {}, true)).toMatch(/no apt-get/)
  expect(await installPackage({ ...world, runs: () => true }, () => {}, false)).toMatch(/only root/)
})

test.each([
  [
    '/x/shell: error while loading shared libraries: libnss3.so: cannot open shared object file',
    /lacks the system library libnss3\.so\.$/,
  ],
  [
    '[7:7:1122/2:FATAL:zygote_host_impl_linux.cc(127)] No usable sandbox! Update your kernel',
    /cannot set up its sandbox here/,
  ],
  ['spawn /x/shell EACCES', /cannot be run/],
  [
    '[1122/20:ERROR:dbus/bus.cc:405] Failed\n[1:FATAL:a.cc(1)] Check failed: x.\nit ended with SIGTRAP',
    /did not start: Check failed: x\.$/,
  ],
  ['[1122/20:ERROR:dbus/bus.cc:405] Failed\nit ended with exit code 1', /did not start: it ended with exit code 1\.$/],
])('what Chrome says becomes a sentence: %s', (said, message) => {
  expect(startFault({ path: '/x/shell', kind: 'shell', from: 'PATH' }, said).message).toMatch(message)
})
