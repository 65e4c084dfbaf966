/** How Chrome is started: with no window, no network, nothing of the user's own, and the same drawing everywhere. */
import type { FoundBrowser } from './find.js'

/** Features that would talk to a server or put something between us and the page. */
const unwanted = ['Translate', 'MediaRouter', 'OptimizationHints', 'AcceptCHFrame', 'InterestFeedContentSuggestions']

/**
 * @param profile folder of a fresh profile
 * @param asRoot Chrome refuses to start as root with its sandbox; only then it is off
 */
export function flagsFor(browser: FoundBrowser, profile: string, asRoot: boolean): readonly string[] {
  return [
    browser.kind === 'shell' ? '--headless' : '--headless=new',
    // A pipe and not a port: nobody else on this machine can speak to this Chrome, and it ends when we do.
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    ...(asRoot ? ['--no-sandbox'] : []),

    // Nothing is fetched: no name and no address leads anywhere, not even through a proxy.
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--no-proxy-server',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-sync',
    '--metrics-recording-only',
    '--no-pings',

    // Nothing of a desktop: no questions, no add-ons, no keys, no sound, no crash reports.
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-default-apps',
    '--disable-extensions',
    '--disable-component-extensions-with-background-pages',
    '--disable-search-engine-choice-screen',
    '--disable-popup-blocking',
    '--disable-prompt-on-repost',
    '--disable-breakpad',
    '--disable-crash-reporter',
    '--disable-client-side-phishing-detection',
    '--password-store=basic',
    '--use-mock-keychain',
    '--mute-audio',
    `--disable-features=${unwanted.join(',')}`,

    // A page that nobody sees must not be put to sleep, and long layouts are no hang.
    '--disable-background-timer-throttling',
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
    '--disable-hang-monitor',
    '--disable-ipc-flooding-protection',
    // Containers often have 64 MB of shared memory, which a thousand pages exceed.
    '--disable-dev-shm-usage',

    // Drawing and network need no processes of their own here: a hundred megabytes less.
    '--in-process-gpu',
    '--enable-features=NetworkServiceInProcess2',

    // Pictures that move stand still at their beginning, as on paper, and large ones are not left for later.
    '--blink-settings=imageAnimationPolicy=2',
    '--disable-checker-imaging',

    // Same measures and colours on every machine.
    '--lang=en-US',
    '--font-render-hinting=none',
    '--force-color-profile=srgb',
    '--hide-scrollbars',
    // Nearly a slide, and the size of no paper: that tells the window from a page (paper.ts).
    '--window-size=1279,719',

    // A page that is there at once; the deck opens in it.
    'about:blank',
  ]
}
