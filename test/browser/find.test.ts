import { describe, expect, test } from 'vitest'
import { findBrowser, searchBrowser } from '../../src/browser/find.js'
import type { World } from '../../src/browser/world.js'

/** A machine with these programs and no others; folders follow from the programs' paths. */
function machine(programs: readonly string[], more: Partial<World> = {}): World {
  const separator = more.platform === 'win32' ? '\\' : '/'
  return {
    env: { PATH: '/usr/local/bin:/usr/bin' },
    platform: 'linux',
    home: '/home/me',
    runs: (path) => programs.includes(path),
    list: (folder) => {
      const inside = programs.filter((path) => path.startsWith(folder + separator))
      return [...new Set(inside.map((path) => path.slice(folder.length + 1).split(separator)[0] ?? ''))]
    },
    ...more,
  }
}

const cached = (version: string, browser = 'chrome-headless-shell'): string =>
  `/home/me/.cache/puppeteer/${browser}/linux-${version}/${browser}-linux64/${browser}`

describe('which browser is found', () => {
  test.each<[string, string[], string, string, 'shell' | 'chrome']>([
    [
      'a headless shell before Chrome',
      ['/usr/bin/google-chrome', '/usr/bin/chromium-headless-shell'],
      '/usr/bin/chromium-headless-shell',
      'PATH',
      'shell',
    ],
    [
      'the first folder of PATH',
      ['/usr/bin/chromium', '/usr/local/bin/chromium'],
      '/usr/local/bin/chromium',
      'PATH',
      'chrome',
    ],
    [
      "puppeteer's cache before PATH",
      ['/usr/bin/chromium-headless-shell', cached('148.0.7778.97', 'chrome')],
      cached('148.0.7778.97', 'chrome'),
      "puppeteer's cache",
      'chrome',
    ],
    [
      'the newest in the cache, by number',
      [cached('99.0.1.2'), cached('148.0.7778.97'), cached('148.0.7778.9')],
      cached('148.0.7778.97'),
      "puppeteer's cache",
      'shell',
    ],
    [
      'a shell in the cache before a newer Chrome',
      [cached('150.0.0.0', 'chrome'), cached('148.0.0.0')],
      cached('148.0.0.0'),
      "puppeteer's cache",
      'shell',
    ],
    ['usual places last', ['/opt/google/chrome/chrome'], '/opt/google/chrome/chrome', 'usual place', 'chrome'],
  ])('%s', async (_, programs, path, from, kind) => {
    expect(await findBrowser({ world: machine(programs) })).toEqual({ path, from, kind })
  })

  test('on macOS', async () => {
    const path = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
    expect(await findBrowser({ world: machine([path], { platform: 'darwin' }) })).toMatchObject({
      path,
      kind: 'chrome',
    })
  })

  test('on Windows: Edge is always there, Chrome comes first', async () => {
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
    const chrome = 'C:\\Users\\me\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe'
    const cache =
      'D:\\cache\\chrome-headless-shell\\win64-148.0.7778.97\\chrome-headless-shell-win64\\chrome-headless-shell.exe'
    const env = {
      Path: 'C:\\Windows;C:\\Tools',
      'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
      LOCALAPPDATA: 'C:\\Users\\me\\AppData\\Local',
      PUPPETEER_CACHE_DIR: 'D:\\cache',
    }
    const windows = { platform: 'win32', home: 'C:\\Users\\me', env } as const
    expect(await findBrowser({ world: machine([edge], windows) })).toMatchObject({ path: edge })
    expect(await findBrowser({ world: machine([edge, chrome], windows) })).toMatchObject({ path: chrome })
    expect(await findBrowser({ world: machine([chrome, 'C:\\Tools\\chromium.exe'], windows) })).toMatchObject({
      from: 'PATH',
    })
    expect(await findBrowser({ world: machine([chrome, cache], windows) })).toMatchObject({
      path: cache,
      kind: 'shell',
    })
  })
})

describe('a named browser', () => {
  const programs = ['/usr/bin/chromium', '/a/chrome', '/b/chrome', '/c/chrome', '/d/chrome']
  const variables = { TALKBACK_BROWSER: '/b/chrome', PUPPETEER_EXECUTABLE_PATH: '/c/chrome', CHROME_PATH: '/d/chrome' }

  test('comes before all that is found, in a fixed order', async () => {
    const env: Record<string, string> = { PATH: '/usr/bin', ...variables }
    expect(await findBrowser({ browser: '/a/chrome', world: machine(programs, { env }) })).toMatchObject({
      from: '--browser',
    })
    for (const from of ['TALKBACK_BROWSER', 'PUPPETEER_EXECUTABLE_PATH', 'CHROME_PATH']) {
      expect(await findBrowser({ world: machine(programs, { env }) })).toMatchObject({ path: env[from], from })
      delete env[from]
    }
  })

  test('may be a command', async () => {
    expect(await findBrowser({ browser: 'chromium', world: machine(programs) })).toMatchObject({
      path: '/usr/bin/chromium',
    })
  })

  test('that is not there is a fault, not a reason to take another', async () => {
    const fault = { name: 'UserError', code: 3 }
    const world = machine(programs, { env: { PATH: '/usr/bin', CHROME_PATH: '/gone/chrome' } })
    await expect(findBrowser({ world })).rejects.toMatchObject({
      ...fault,
      message: expect.stringMatching(/CHROME_PATH names \/gone\/chrome/),
    })
    await expect(findBrowser({ browser: 'nope', world })).rejects.toMatchObject({
      ...fault,
      message: expect.stringMatching(/--browser names nope/),
    })
  })

  test('an empty variable names nothing', async () => {
    const world = machine(programs, { env: { PATH: '/usr/bin', CHROME_PATH: '' } })
    expect(await findBrowser({ world })).toMatchObject({ path: '/usr/bin/chromium' })
  })
})

test('no browser is a fault that says what to do', async () => {
  await expect(findBrowser({ world: machine([]) })).rejects.toMatchObject({
    name: 'UserError',
    code: 3,
    message: expect.stringMatching(/No browser was found in \d+ places/),
    hint: expect.stringMatching(/talkback setup/),
  })
  const { found, tried } = searchBrowser({ world: machine([]) })
  expect(found).toBeUndefined()
  expect(tried).toContainEqual({ path: '/usr/bin/chromium-headless-shell', from: 'PATH' })
})
