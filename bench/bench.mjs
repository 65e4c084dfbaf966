/**
 * Talkback beside Marp CLI and beside Chrome alone, on the same notes, with the same browser, in one run.
 * `npm run bench [-- runs]`: medians of 5 runs (or so many), taken in turns, so that a slow moment hits all alike.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { fitTimes } from './fit.mjs'
import { measure, median } from './measure.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const talkback = resolve(here, '../bin/talkback.js')
const marp = join(here, 'node_modules/@marp-team/marp-cli/marp-cli.js')
const runs = Number(process.argv[2] ?? 5)
// A thousand slides.
const timesOver = 56

const folder = mkdtempSync(join(tmpdir(), 'talkback-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
process.on('SIGINT', () => process.exit(130))

const warmCache = join(folder, 'cache')
const browser = output(process.execPath, [talkback, 'setup']).trim()
const chromeFlags = ['--headless', '--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]

// No network while measuring: pictures from elsewhere are left out for both sides.
const picture = /!\[[^\]]*\]\(https?:[^)]*\)/g
const notes = readFileSync(resolve(here, '../notes/kubecon-china-2018.md'), 'utf8').replace(picture, '')
const one = prepare('kubecon', notes)
const many = prepare('many', `${notes}\n`.repeat(timesOver))
const plain = prepare('plain', plainSlides(100))

await compare('HTML, caches warm', runs, html(one))
await compare('HTML, caches cold', runs, html(one, { cold: true }))
await compare('PDF, caches warm', runs, { ...pdf(one), 'Chrome alone': () => printBare(one) })
await compare('PDF, caches cold', runs, pdf(one, { cold: true }))
await compare('PDF, 100 plain slides, caches warm', runs, { ...pdf(plain), 'Chrome alone': () => printBare(plain) })
await compare('PDF and three handouts, caches warm', runs, {
  Talkback: () => runTalkback([...pdfCommand(one.own), '--handout', 'notes,3,article']),
  'PDF alone': () => runTalkback(pdfCommand(one.own)),
})
await compare(`PDF, notes ${timesOver} times over`, Math.min(runs, 3), {
  ...pdf(many),
  'Chrome alone': () => printBare(many),
})
for (const { name, address } of [one, plain, many]) {
  const { slides, milliseconds } = await fitTimes(browser, chromeFlags, address, runs)
  const share = median(milliseconds) / slides
  console.log(`\nFit in the page, ${name}: ${share.toFixed(3)} ms a slide made (${slides} slides, median of ${runs})`)
}

/** What any tool makes the same of: a title, then a heading and three to five short points each. */
function plainSlides(count) {
  const words = 'the load of a cluster rises when caches expire and retries meet at once so queues grow'.split(' ')
  const phrase = (from) => Array.from({ length: 7 }, (_, at) => words[(from * 5 + at * 3) % words.length]).join(' ')
  const slide = (number) => {
    const points = Array.from({ length: 3 + (number % 3) }, (_, at) => `- Point ${at + 1}: ${phrase(number + at)}`)
    return [`## Slide ${number}: ${words[number % words.length]}`, '', ...points, ''].join('\n')
  }
  return ['# Plain slides', '', ...Array.from({ length: count - 1 }, (_, at) => slide(at + 2))].join('\n')
}

/** Writes the notes for both sides, and builds them once: caches are warm then, and there is a page for Chrome alone. */
function prepare(name, text) {
  const own = join(folder, `${name}.md`)
  writeFileSync(own, text)
  // Marp makes a slide of each heading by a line in its front matter; Talkback gets the notes as they are.
  const theirs = join(folder, `${name}-marp.md`)
  writeFileSync(theirs, `---\nmarp: true\nheadingDivider: [1, 2, 3]\n---\n${text}`)

  const built = output(process.execPath, [talkback, ...pdfCommand(own)], { TALKBACK_CACHE_DIR: warmCache })
  const deck = join(folder, 'finished', name)
  cpSync(join(folder, 'dist', name), deck, { recursive: true })
  const page = join(deck, 'finished.html')
  const address = `${pathToFileURL(join(deck, 'index.html')).href}?print`
  // The deck after fitting, laid out for print, and no script left: what Chrome has to print in any case.
  const fitted = output(browser, [...chromeFlags, '--virtual-time-budget=20000', '--dump-dom', address])
  writeFileSync(page, fitted.replace(/<script[^>]*><\/script>/g, ''))
  console.log(`${name}: ${built.trim().split('  ').at(-1)}`)
  return { name, own, theirs, page, address }
}

function html({ own, theirs }, { cold = false } = {}) {
  return {
    Talkback: () => runTalkback(['build', own, '-o', join(folder, 'dist'), '--quiet'], cold),
    'Marp CLI': () => measure(process.execPath, [marp, theirs, '-o', join(folder, 'marp.html')]),
  }
}

function pdf({ own, theirs }, { cold = false } = {}) {
  const marpCommand = [marp, theirs, '--pdf', '--pdf-outlines', '-o', join(folder, 'marp.pdf')]
  return {
    Talkback: () => runTalkback(pdfCommand(own), cold),
    'Marp CLI': () => measure(process.execPath, marpCommand, { CHROME_PATH: browser }),
  }
}

function pdfCommand(own) {
  return ['pdf', own, '-o', join(folder, 'dist'), '--browser', browser, '--quiet']
}

async function runTalkback(args, cold) {
  const cache = cold ? mkdtempSync(join(folder, 'cold-')) : warmCache
  return measure(process.execPath, [talkback, ...args], { TALKBACK_CACHE_DIR: cache })
}

function printBare({ page }) {
  const flags = ['--no-pdf-header-footer', '--generate-pdf-document-outline']
  return measure(browser, [
    ...chromeFlags,
    ...flags,
    `--print-to-pdf=${join(folder, 'bare.pdf')}`,
    pathToFileURL(page).href,
  ])
}

/** Prints a table: median seconds (with quartiles) and memory of each, and Talkback's share of the others'. */
async function compare(title, times, contestants) {
  const results = new Map(Object.keys(contestants).map((name) => [name, []]))
  for (let run = 0; run < times; run++)
    for (const [name, contest] of Object.entries(contestants)) results.get(name).push(await contest())

  console.log(`\n${title} (median of ${times})`)
  const own = summary(results.get('Talkback'))
  for (const [name, measured] of results) {
    const { seconds, megabytes, spread } = summary(measured)
    const share = name === 'Talkback' ? '' : `Talkback takes ${ratio(own.seconds, seconds)} of the time`
    const size = megabytes === undefined ? '' : `${Math.round(megabytes)} MB`
    const memory = name === 'Talkback' || !size ? '' : `, ${ratio(own.megabytes, megabytes)} of the memory`
    console.log(
      `  ${name.padEnd(13)} ${seconds.toFixed(2).padStart(6)} s ${spread} ${size.padStart(8)}  ${share}${memory}`.trimEnd(),
    )
  }
}

function summary(measured) {
  const megabytes = measured.map((run) => run.megabytes ?? 0)
  const sorted = measured.map(({ seconds }) => seconds).sort((a, b) => a - b)
  const quartile = (share) => sorted[Math.round((sorted.length - 1) * share)].toFixed(2)
  return {
    spread: `[${quartile(0.25)} ${quartile(0.75)}]`,
    seconds: median(measured.map(({ seconds }) => seconds)),
    megabytes: megabytes.includes(0) ? undefined : median(megabytes),
  }
}

function ratio(part, whole) {
  return (part / whole).toFixed(2)
}

function output(command, args, env = {}) {
  const result = spawnSync(command, args, {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  })
  if (result.status !== 0)
    throw new Error(`${[command, ...args].join(' ')} ended with ${result.status}\n${result.stderr}`)
  return result.stdout
}
