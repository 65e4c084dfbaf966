/** A machine → the paths where a browser may be, best first: puppeteer's cache, names on PATH, usual places. */
import { posix, win32 } from 'node:path'
import type { World } from './world.js'

export interface BrowserPlace {
  readonly path: string
  /** Where this path comes from, for people: `PATH`, `puppeteer's cache`. */
  readonly from: string
}

/** Headless shells first: they start three times as fast and print the same pages. */
const commands = [
  'chrome-headless-shell',
  'chromium-headless-shell',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'msedge',
]

const usualPlaces: Readonly<Record<'linux' | 'darwin' | 'win32', readonly string[]>> = {
  linux: [
    '/opt/google/chrome/chrome',
    '/usr/lib/chromium/chromium',
    '/opt/microsoft/msedge/msedge',
    '/snap/bin/chromium',
  ],
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: [
    'Google\\Chrome\\Application\\chrome.exe',
    'Chromium\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

const programFolders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']

export function placesOf(world: World): readonly BrowserPlace[] {
  return [...inCache(world), ...onPath(world), ...usual(world)]
}

/** Every browser that goes by one of the names `command` can have, on PATH. */
export function onPath(world: World, names: readonly string[] = commands): readonly BrowserPlace[] {
  const windows = world.platform === 'win32'
  const { join, delimiter } = windows ? win32 : posix
  const folders = (world.env['PATH'] ?? world.env['Path'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return names.flatMap((name) =>
    folders.map((folder) => ({ path: join(folder, windows ? `${name}.exe` : name), from: 'PATH' })),
  )
}

/** Where puppeteer and `@puppeteer/browsers` keep what they download. */
export function downloadsFolder({ env, home, platform }: World): string {
  return env['PUPPETEER_CACHE_DIR'] ?? (platform === 'win32' ? win32 : posix).join(home, '.cache', 'puppeteer')
}

/** `<cache>/chrome-headless-shell/linux-148.0.7778.97/chrome-headless-shell-linux64/chrome-headless-shell`, newest first. */
function inCache(world: World): readonly BrowserPlace[] {
  const { join } = world.platform === 'win32' ? win32 : posix
  const programs = {
    'chrome-headless-shell': ['chrome-headless-shell', 'chrome-headless-shell.exe'],
    chrome: ['chrome', 'chrome.exe', 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'],
  }
  const system =
    new Map<string, string>([
      ['darwin', 'mac'],
      ['win32', 'win'],
    ]).get(world.platform) ?? 'linux'
  return Object.entries(programs).flatMap(([browser, names]) => {
    const folder = join(downloadsFolder(world), browser)
    const versions = world.list(folder).filter((name) => name.startsWith(system))
    return versions
      .sort(byVersion)
      .flatMap((version) =>
        world
          .list(join(folder, version))
          .flatMap((build) =>
            names.map((name) => ({ path: join(folder, version, build, name), from: "puppeteer's cache" })),
          ),
      )
  })
}

function usual({ platform, env, home }: World): readonly BrowserPlace[] {
  const from = 'usual place'
  if (platform === 'win32') {
    const folders = programFolders.flatMap((name) => env[name] ?? [])
    return usualPlaces.win32.flatMap((path) => folders.map((folder) => ({ path: win32.join(folder, path), from })))
  }
  if (platform === 'darwin') {
    return usualPlaces.darwin.flatMap((path) => ['/', home].map((folder) => ({ path: posix.join(folder, path), from })))
  }
  return usualPlaces.linux.map((path) => ({ path, from }))
}

/** Highest version first; names end in it: `linux-148.0.7778.97`. */
function byVersion(a: string, b: string): number {
  const [left, right] = [a, b].map((name) =>
    name
      .slice(name.lastIndexOf('-') + 1)
      .split('.')
      .map(Number),
  )
  for (const [index, number] of (left ?? []).entries()) {
    const difference = (right?.[index] ?? 0) - number
    if (difference !== 0) return difference
  }
  return 0
}
