/** A machine with or without a browser → one that has one: downloaded, or from the system's packages, or told how. */
import { exitCode, UserError } from '../errors.js'
import { downloadShell } from './download.js'
import { type BrowserSearch, type FoundBrowser, searchBrowser } from './find.js'
import { installPackage } from './packages.js'
import { startBrowser } from './start.js'
import { thisMachine } from './world.js'

/** Tries to get a browser. Gives a reason, in a few words, when that did not work; the browser itself is found afterwards. */
export type Way = (onStage: (text: string) => void) => Promise<string | undefined>

/** What getting a browser needs of the world; tests hand in another. */
export interface Means {
  search(): BrowserSearch
  /** Best first. */
  readonly ways: readonly Way[]
  readonly platform: NodeJS.Platform
}

export interface GetOptions {
  /** Path or command of a browser to use: then it is only looked for. */
  readonly browser?: string | undefined
  /** Told what is being done: `Downloading chrome-headless-shell`. */
  readonly onStage?: (text: string) => void
  readonly means?: Means
}

/**
 * Gives the browser that is there, or gets one.
 *
 * @throws UserError (exit 3) saying why none could be had and what to do on this system
 */
export async function getBrowser({ browser, onStage = () => {}, means }: GetOptions = {}): Promise<FoundBrowser> {
  const { search, ways, platform } = means ?? meansHere(browser)
  const { found } = search()
  if (found) return found
  const reasons: string[] = []
  for (const way of ways) {
    const reason = await way(onStage)
    const got = reason === undefined ? search().found : undefined
    if (got) return got
    reasons.push(reason ?? 'what was installed is not where it should be')
  }
  throw new UserError(`No browser could be got: ${reasons.join('; ')}.`, adviceFor(platform), exitCode.browser)
}

function meansHere(browser: string | undefined): Means {
  const search = (): BrowserSearch => searchBrowser({ browser })
  const starts = async (path: string): Promise<string | undefined> => {
    try {
      await (await startBrowser({ path, kind: 'shell', from: "puppeteer's cache" })).close()
      return undefined
    } catch (error) {
      if (error instanceof UserError) return error.message.replace(/\.$/, '')
      throw error
    }
  }
  const ways: readonly Way[] = [
    (onStage) => downloadShell(thisMachine, starts, onStage),
    (onStage) => installPackage(thisMachine, onStage),
  ]
  return { search, ways, platform: process.platform }
}

function adviceFor(platform: NodeJS.Platform): string {
  const mirror =
    'or set PUPPETEER_CHROME_DOWNLOAD_BASE_URL to the address of a mirror of Chrome for Testing and run `talkback setup` again'
  if (platform === 'darwin') return `Install Google Chrome, or run \`brew install --cask chromium\`, ${mirror}.`
  if (platform === 'win32') return `Install Google Chrome or Microsoft Edge, ${mirror}.`
  return `Install Chromium with your system's packages (Debian, as root: \`apt-get install chromium-headless-shell\`), ${mirror}.`
}
