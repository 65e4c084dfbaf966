/** A machine without a browser → Chrome's headless shell in puppeteer's cache, in the version that puppeteer is made for. */
import { downloadsFolder } from './places.js'
import type { World } from './world.js'

/** Milliseconds that the download's host may take to answer. */
const answer = 3000

/**
 * @param starts tells why the program at a path does not start; undefined when it does
 * @returns why it did not work, in a few words; undefined when it did
 */
export async function downloadShell(
  world: World,
  starts: (path: string) => Promise<string | undefined>,
  onStage: (text: string) => void,
): Promise<string | undefined> {
  // For Linux on ARM there are no such builds; what the download gives there is for another processor.
  if (world.platform === 'linux' && process.arch !== 'x64') return 'there is no download for this processor'
  onStage("Asking for Chrome's headless shell")
  const { Browser, canDownload, detectBrowserPlatform, install, uninstall } = await import('@puppeteer/browsers')
  const { PUPPETEER_REVISIONS } = await import('puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js')
  const platform = detectBrowserPlatform()
  if (!platform) return 'there is no download for this system'
  const baseUrl =
    world.env['PUPPETEER_CHROME_HEADLESS_SHELL_DOWNLOAD_BASE_URL'] ?? world.env['PUPPETEER_CHROME_DOWNLOAD_BASE_URL']
  const wanted = {
    browser: Browser.CHROMEHEADLESSSHELL,
    buildId: PUPPETEER_REVISIONS['chrome-headless-shell'],
    cacheDir: downloadsFolder(world),
    platform,
    ...(baseUrl === undefined ? {} : { baseUrl }),
  }
  const silence = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), answer).unref())
  const there = await Promise.race([canDownload(wanted).catch(() => false), silence])
  if (!there)
    return there === undefined ? "the download's host does not answer" : "the download's host can't be reached"

  const downloadProgressCallback = (done: number, all: number): void =>
    onStage(`Downloading Chrome's headless shell: ${Math.floor((done / all) * 100)} %`)
  try {
    const get = () => install({ ...wanted, downloadProgressCallback })
    // The half of a download that was interrupted is taken for the whole, fails, and is deleted: the second try is clean.
    const { executablePath } = await get().catch(get)
    const fault = await starts(executablePath)
    // What does not start must not be found again before others.
    if (fault !== undefined) await uninstall(wanted)
    return fault
  } catch (error) {
    return `the download failed (${error instanceof Error ? error.message : String(error)})`
  }
}
