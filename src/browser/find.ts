/** What the user named and what the machine has → the browser to use, and the list of places that were tried. */
import { basename, isAbsolute, resolve } from 'node:path'
import { exitCode, UserError } from '../errors.js'
import { type BrowserPlace, onPath, placesOf } from './places.js'
import { thisMachine, type World } from './world.js'

export interface FoundBrowser {
  readonly path: string
  /** A headless shell has no windows at all and starts faster. */
  readonly kind: 'shell' | 'chrome'
  /** Where it was found, for people: `--browser`, `CHROME_PATH`, `PATH`, `puppeteer's cache`, `usual place`. */
  readonly from: string
}

export interface FindOptions {
  /** Path or command; comes before all others. */
  readonly browser?: string | undefined
  readonly world?: World
}

export interface BrowserSearch {
  readonly found?: FoundBrowser
  /** All that was looked at, in this order, up to the one that was found. */
  readonly tried: readonly BrowserPlace[]
}

/** Whoever names a browser by one of these gets that one or an error, never another. */
const variables = ['TALKBACK_BROWSER', 'PUPPETEER_EXECUTABLE_PATH', 'CHROME_PATH']

/** Throws UserError (exit 3) when there is none. */
export async function findBrowser(options: FindOptions = {}): Promise<FoundBrowser> {
  const { found, tried } = searchBrowser(options)
  if (found) return found
  throw new UserError(
    `No browser was found in ${tried.length} places; PDFs need Chrome, Chromium, Edge or Chrome's headless shell.`,
    'Run `talkback setup` to get one, or name one with --browser.',
    exitCode.browser,
  )
}

/** As findBrowser, but finding none is no fault. Throws UserError when one that is named does not exist. */
export function searchBrowser({ browser, world = thisMachine }: FindOptions = {}): BrowserSearch {
  const named = namedBrowser(browser, world)
  if (named) return { found: asFound(named), tried: [named] }
  const places = placesOf(world)
  const index = places.findIndex(({ path }) => world.runs(path))
  const place = places[index]
  return place ? { found: asFound(place), tried: places.slice(0, index + 1) } : { tried: places }
}

function namedBrowser(browser: string | undefined, world: World): BrowserPlace | undefined {
  const names = [['--browser', browser], ...variables.map((name) => [name, world.env[name]])] as const
  const [from, name] = names.find(([, value]) => value !== undefined && value !== '') ?? []
  if (from === undefined || name === undefined) return undefined
  const paths = /[\\/]/.test(name)
    ? [isAbsolute(name) ? name : resolve(name)]
    : onPath(world, [name]).map(({ path }) => path)
  const path = [...paths, resolve(name)].find((candidate) => world.runs(candidate))
  if (path !== undefined) return { path, from }
  throw new UserError(
    `${from} names ${name}, but there is no program of that name to run.`,
    from === '--browser'
      ? 'Give the path of Chrome, Chromium, Edge or a headless shell.'
      : `Correct ${from}, or unset it.`,
    exitCode.browser,
  )
}

function asFound({ path, from }: BrowserPlace): FoundBrowser {
  return { path, from, kind: /headless[-_]shell/i.test(basename(path)) ? 'shell' : 'chrome' }
}
