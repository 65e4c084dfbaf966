/** A hundred builds killed at random moments, from their start to their end: what is left is a whole deck, the old or the new, and nothing else. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type FSWatcher, watch } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { recover } from '../../src/io/recover.js'
import { eventually } from '../eventually.js'
import { contentsOf, folderWith } from '../io/folders.js'

const bin = fileURLToPath(new URL('../../bin/talkback.js', import.meta.url))

/** The same kills again, as far as the machine is as fast as it was: KILL_SEED=<the number in the name of the test>. */
const seed = Number(process.env['KILL_SEED'] ?? Math.floor(Math.random() * 2 ** 31))

/** Numbers from 0 to 1, the same for the same seed. */
function numbersFrom(start: number): () => number {
  let state = start
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const svg = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60" fill="${colour}"/>`

/** Two versions of the notes: other words, other characters in the fonts, a picture that comes and goes, another number of slides. */
const versions = [
  '# Talk\n\n## First\n\n- early words\n\n## Picture\n\n![](one.svg)\n',
  `# Talk\n\n${Array.from({ length: 30 }, (_, day) => `## 第 ${day} 天\n\n- 云原生的后来\n`).join('\n')}`,
] as const

/** A folder with the notes in it, a place for decks and one for temporary files. */
async function workplace() {
  const folder = await folderWith({ 'one.svg': svg('red') })
  const [dist, temporary] = [join(folder, 'dist'), join(folder, 'temporary')]
  await mkdir(temporary)
  const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TALKBACK_CACHE_DIR: join(folder, 'cache') }
  return {
    dist,
    deck: join(dist, 'talk'),
    temporary,
    async start(version: number, flags: readonly string[]): Promise<ChildProcess> {
      await writeFile(join(folder, 'talk.md'), versions[version] ?? '')
      const words = [bin, 'build', 'talk.md', '--quiet', '--offline', ...flags]
      return spawn(process.execPath, words, { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] })
    },
  }
}
type Workplace = Awaited<ReturnType<typeof workplace>>

/** A build that nobody disturbs. @returns the milliseconds that it took */
async function through({ start }: Workplace, version: number, flags: readonly string[]): Promise<number> {
  const begun = performance.now()
  const child = await start(version, flags)
  expect(await once(child, 'exit')).toEqual([0, null])
  return performance.now() - begun
}

/** Whatever the moment: the page is there, with all that it loads. */
async function expectWhole(deck: string): Promise<void> {
  const files = await contentsOf(deck)
  const page = files['index.html'] ?? ''
  // What stands in a script is not loaded by the page.
  const markup = page.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
  const loaded = [...markup.matchAll(/(?:src|href)="([^"#:?]+)"/g)].flatMap(([, path]) => path ?? [])
  const styles = loaded.filter((path) => path.endsWith('.css'))
  const fonts = styles.flatMap((path) =>
    [...(files[path] ?? '').matchAll(/url\("?([^":)]+)"?\)/g)].map(([, url]) => join(dirname(path), url ?? '')),
  )
  expect(page).toMatch(/<\/html>\s*$/)
  expect(loaded.length * fonts.length).toBeGreaterThan(0)
  expect([...loaded, ...fonts].filter((path) => !(path in files))).toEqual([])
}

/** When a kill comes: after a share of the life of a build, or a while (ms) after its stage or the page of its deck is there. */
type Moment = { readonly share: number } | { readonly afterStage: number } | { readonly afterPage: number }

async function killAt(place: Workplace, version: number, flags: readonly string[], moment: Moment, life: number) {
  let watcher: FSWatcher | undefined
  const staged = new Promise<void>((resolve) => {
    watcher = watch(place.dist, (_, name) => name?.startsWith('.talk.talkback-') && resolve())
  })
  const formerPage = await pageOf(place)
  const child = await place.start(version, flags)
  const ended = once(child, 'exit')
  const paged = async (): Promise<void> => {
    while (child.exitCode === null && ['', formerPage].includes(await pageOf(place))) await setTimeout(2)
  }
  if ('share' in moment) await Promise.race([ended, setTimeout(moment.share * life)])
  else if ('afterStage' in moment) await Promise.race([ended, staged.then(() => setTimeout(moment.afterStage))])
  else await Promise.race([ended, paged().then(() => setTimeout(moment.afterPage))])
  watcher?.close()
  child.kill('SIGKILL')
  await ended
}

/** The deck's page, or nothing between two names. */
const pageOf = ({ deck }: Workplace): Promise<string> => readFile(join(deck, 'index.html'), 'utf8').catch(() => '')

/** At a time: enough for two cores, as a build mostly waits for one of them. */
const LANES = 2

describe.skipIf(process.platform === 'win32')(`builds killed at random moments (seed ${seed})`, () => {
  test.each<{ name: string; kills: number; flags: readonly string[]; moment: (at: number) => Moment }>([
    { name: 'over their whole life', kills: 40, flags: [], moment: (at) => ({ share: at * 1.2 }) },
    { name: 'once there is a stage', kills: 40, flags: [], moment: (at) => ({ afterStage: at * 60 }) },
    { name: 'with a PDF', kills: 14, flags: ['--pdf'], moment: (at) => ({ share: at * 1.2 }) },
    { name: 'once the page is the new one', kills: 6, flags: ['--pdf'], moment: (at) => ({ afterPage: at * 20 }) },
  ])('$name', async ({ kills, flags, moment }) => {
    const random = numbersFrom(seed)
    const moments = Array.from({ length: kills }, (_, kill) => moment((kill + random()) / kills))
    const lanes = Array.from({ length: LANES }, async (_, lane) => {
      const place = await workplace()
      const mine = moments.filter((_, kill) => kill % LANES === lane)
      return killed(place, mine, flags)
    })
    const outcomes = (await Promise.all(lanes)).flat()
    expect(outcomes).toHaveLength(kills)
    // How far the others got is a matter of the machine's load.
    if ('afterPage' in moment(0)) expect(outcomes).toEqual(outcomes.map(() => 'new'))
  })
})

/** Kills a build at each of these moments. @returns which deck was left each time */
async function killed(place: Workplace, moments: readonly Moment[], flags: readonly string[]) {
  const whole: Readonly<Record<string, string>>[] = []
  let life = 0
  for (const version of [1, 0, 1, 0]) {
    life = await through(place, version, flags)
    whole[version] = await contentsOf(place.deck)
  }
  const versionOf = (files: Readonly<Record<string, string>>): number =>
    whole.findIndex((each) => each['index.html'] === files['index.html'])
  const outcomes: ('old' | 'new')[] = []
  let shown = 0
  for (const moment of moments) {
    const wanted = 1 - shown
    await killAt(place, wanted, flags, moment, life)
    await expectWhole(place.deck)
    const left = versionOf(await contentsOf(place.deck))
    await recover(place.deck)
    const found = await contentsOf(place.deck)
    const kept = versionOf(found)
    expect(found).toEqual(whole[kept])
    // Once the page is the new one, the build has happened.
    if (left === wanted) expect(kept).toBe(wanted)
    expect(await readdir(place.dist)).toEqual(['talk'])
    outcomes.push(kept === wanted ? 'new' : 'old')
    shown = kept
  }
  // The browser of a build that was killed takes a moment to end: then the next build sweeps behind it.
  await eventually(async () => {
    await through(place, 1 - shown, flags)
    expect(await readdir(place.temporary)).toEqual([])
  })
  expect(await contentsOf(place.deck)).toEqual(whole[1 - shown])
  return outcomes
}
