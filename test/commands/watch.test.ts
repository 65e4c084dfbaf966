/** `build --watch` from saves to decks: what is made again, what is said, and what stays as it was. */
import { renameSync, writeFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { plain } from '../../src/check/report.js'
import { type BuildOptions, run } from '../../src/commands/build.js'
import { noFormats } from '../../src/model/format.js'
import { eventually } from '../eventually.js'
import { folderWith } from '../io/folders.js'

const talk = (text: string): string => `# Talk\n\n## First\n\n${text}\n\n## Second\n\nsaid next\n`

/** Watches these notes in a folder with these files, until the test has ended. */
async function watching(
  files: Readonly<Record<string, string>>,
  notes: readonly string[],
  options: (folder: string) => Partial<BuildOptions> = () => ({}),
) {
  const folder = await folderWith(files)
  const beside = await folderWith()
  const lines: string[] = []
  const stages: string[] = []
  let hear = (_stage: string): void => {}
  const say = (line: string): unknown => lines.push(line.replaceAll(`${folder}/`, ''))
  const terminal = {
    result: say,
    tell: say,
    stage: (text: string) => {
      stages.push(text.replaceAll(`${folder}/`, ''))
      hear(text)
    },
    rest: () => {},
    quiet: false,
    colourful: false,
    paint: plain,
  }
  const stop = new AbortController()
  const paths = notes.map((name) => join(folder, name))
  const common = { out: join(folder, 'dist'), settings: {}, formats: noFormats, results: 'all', json: false } as const
  const ended = run(
    paths,
    { ...common, watch: true, offline: true, refresh: false, ...options(folder) },
    terminal,
    stop.signal,
  )
  onTestFinished(async () => {
    stop.abort()
    await ended.catch(() => {})
  })
  const said = (line: string | RegExp) =>
    eventually(() =>
      expect(lines.find((each) => (typeof line === 'string' ? each === line : line.test(each)))).toBeDefined(),
    )
  await said('Waiting for changes; Ctrl-C ends it.')
  return {
    lines,
    stages,
    said,
    stop: () => {
      stop.abort(new Error('interrupted'))
      return ended
    },
    onStage: (listener: (stage: string) => void) => {
      hear = listener
    },
    /** In one go: a file that is seen while it is empty is an edit of its own. */
    save: (name: string, content: string) => {
      writeFileSync(join(beside, 'saved'), content)
      renameSync(join(beside, 'saved'), join(folder, name))
    },
    path: (name: string) => join(folder, name),
    page: (name: string) => readFile(join(folder, 'dist', name, 'index.html'), 'utf8'),
    readings: (name: string) => stages.filter((stage) => stage === `Reading ${name}`).length,
  }
}

test('a saved edit is built and told, the other notes are left alone, and a stop ends it well', async () => {
  const { said, save, page, readings, stop, path } = await watching({ 'a.md': talk('one'), 'b.md': talk('one') }, [
    'a.md',
    'b.md',
  ])
  save('a.md', talk('two'))
  await said('a.md: 1 changed: “First” (line 3)')
  expect(await page('a')).toContain('two')
  // As editors save that write beside the file first.
  save('.a.md.swp', talk('two').replace('Second', 'Another second'))
  await rename(path('.a.md.swp'), path('a.md'))
  await said('a.md: 1 changed: “Another second” (line 7)')
  expect([readings('a.md'), readings('b.md')]).toEqual([3, 1])
  expect(await stop()).toBe(0)
  expect(await readdir(path('dist'))).toEqual(['a', 'b'])
})

test('pictures, settings and templates count, those to come as well', async () => {
  const svg = (width: number) => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="90"/>`
  const files = { 'a.md': `${talk('one')}\n## Third\n\n![](p.svg)\n`, 'ours/template.yaml': 'extends: night\n' }
  const { said, save, lines, path } = await watching(files, ['a.md'])
  save('p.svg', svg(90))
  await said('a.md: 1 changed: “Third” (line 11)')
  await said('a.md is fine again.')
  save('talkback.yaml', 'template: ./ours\n')
  await said('a.md: another look')
  lines.length = 0
  save('ours/theme.css', '.slide { color: red }\n')
  await said('a.md: another look')
  lines.length = 0
  await mkdir(path('ours/layouts'))
  save('ours/layouts/prose.html', '<p>all the same</p>')
  await said(/ours.*layout|a\.md: /)
})

test('a template that changes while it is read for the first time is built with, whatever the clocks say', async () => {
  const files = { 'a.md': talk('one'), 'ours/template.yaml': 'extends: night\n' }
  const { said, save, path, onStage } = await watching(files, ['a.md'])
  // That of the disk is an hour behind.
  const { now } = Date
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => now() + 3_600_000)
  onTestFinished(() => clock.mockRestore())
  onStage((stage) => {
    if (stage === 'Getting pictures and fonts')
      writeFileSync(path('ours/theme.css'), '.slide { outline: 7px dotted }\n')
  })
  save('a.md', `---\ntemplate: ./ours\n---\n${talk('one')}`)
  await said('a.md: another look')
  const assets = path('dist/a/assets')
  const css = async () => {
    const names = (await readdir(assets)).filter((name) => name.endsWith('.css'))
    return (await Promise.all(names.map((name) => readFile(join(assets, name), 'utf8')))).join('\n')
  }
  await eventually(async () => expect(await css()).toContain('7px dotted'))
})

test('a template that the decks are built into is built with once for each edit', async () => {
  const inPlace = async (out: string): Promise<void> => {
    const files = { 'a.md': talk('one'), 'template.yaml': 'extends: night\n' }
    const { said, save, readings, path } = await watching(files, ['a.md'], (folder) => ({
      out: join(folder, out),
      settings: { template: folder },
    }))
    save('a.md', talk('two'))
    await said('a.md: 1 changed: “First” (line 3)')
    // As long as it takes to look at all files anew: the build just made may not count.
    await setTimeout(1500)
    expect(readings('a.md')).toBe(2)
    save('theme.css', '.slide { color: red }\n')
    await said('a.md: another look')
    expect(readings('a.md')).toBe(3)
    expect(await readdir(path(out))).toContain('a')
  }
  await Promise.all([inPlace('dist'), inPlace('.')])
})

test('what is broken is told, the last deck stays, and it goes on once that is mended', async () => {
  const { said, save, page, lines, path } = await watching({ 'a.md': talk('one') }, ['a.md'])
  const before = await page('a')
  save('a.md', '---\ntitle: Talk\n---\n')
  await said('a.md: the last deck stays until this is mended.')
  await said(/^a\.md:\d+:\d+ {2}warning/)
  save('talkback.yaml', 'canvas: [4\n')
  await said(/^\S*talkback\.yaml:\d+:\d+ {2}error {2}Can't read/)
  save('talkback.yaml', 'template: ./theirs\n')
  await said(/^\S*talkback\.yaml:1:11 {2}error {2}.*there is no template .*theirs/)
  expect(await page('a')).toBe(before)
  lines.length = 0
  save('a.md', talk('two'))
  await mkdir(path('theirs'))
  save('theirs/template.yaml', 'extends: night\n')
  await said('a.md: another look; 1 changed: “First” (line 3)')
  expect(lines).toContain('a.md is fine again.')
})

test('what is mended is not told with what is left, and notes that come back are as fine as they were', async () => {
  const pictures = (names: readonly string[]) =>
    `${talk('one')}\n${names.map((name) => `![](${name}.png)\n`).join('\n')}`
  const { said, save, lines, path } = await watching({ 'a.md': pictures(['p', 'q', 'r']) }, ['a.md'])
  expect(lines.filter((line) => line.includes('warning'))).toHaveLength(3)
  lines.length = 0
  save('a.md', pictures(['q', 'r']))
  await said('a.md: 2 findings left.')
  lines.length = 0
  await rename(path('a.md'), path('away'))
  await said('There is no a.md.')
  await rename(path('away'), path('a.md'))
  await said('a.md: 2 findings left.')
  expect(lines.filter((line) => /warning|fine again/.test(line))).toEqual([])
})

test('a slip in the front matter costs one setting, and not the deck', async () => {
  const { said, save, page, lines } = await watching({ 'a.md': talk('one') }, ['a.md'])
  save('a.md', `---\nduration: [45\nauthor:\n  - Ann\n---\n${talk('two')}`)
  await said(/^a\.md: .*“First”/)
  const [fault = '', ...others] = lines.filter((line) => line.includes('error'))
  expect(fault).toMatch(/^a\.md:2:\d+ {2}error {2}Can't read this in the front matter.*\n {2}It is skipped/)
  expect(others).toEqual([])
  expect(await page('a')).toContain('Ann')
  save('a.md', `---\nduration: 45\nauthor:\n  - Ann\n---\n${talk('two')}`)
  await said('a.md is fine again.')
})

test('changes while it builds make one more build after it, never two at once', async () => {
  const { path, save, readings, page, stages, onStage, said } = await watching({ 'a.md': talk('one') }, ['a.md'])
  onStage((stage) => {
    if (stage !== 'Getting pictures and fonts' || readings('a.md') !== 2) return
    for (let edit = 0; edit < 20; edit++) writeFileSync(path('a.md'), talk(`edit ${edit}`))
  })
  save('a.md', talk('two'))
  await eventually(async () => expect(await page('a')).toContain('edit 19'))
  onStage(() => {})
  save('a.md', talk('edit 19').replace('Second', 'Last'))
  await said('a.md: 1 changed: “Last” (line 7)')
  expect(stages).toEqual(
    Array.from({ length: 4 }, () => ['Reading a.md', 'Getting pictures and fonts', 'Writing the deck']).flat(),
  )
})

test('with --json there is a document for each build, and for each that was not possible', async () => {
  const { save, lines } = await watching({ 'a.md': talk('one') }, ['a.md'], () => ({ json: true }))
  save('a.md', talk('two'))
  const documents = () => lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line))
  await eventually(() => expect(documents()).toHaveLength(2))
  save('talkback.yaml', 'canvas: [4\n')
  await eventually(() => expect(documents()).toHaveLength(3))
  expect(documents()).toMatchObject([
    { slides: 3, changes: null },
    { slides: 3, changes: { changed: [{ id: 'first', title: 'First', line: 3, number: null }], added: [] } },
    { index: null, findings: [{ severity: 'error', message: expect.stringContaining("Can't read") }] },
  ])
})

test('notes that come into a watched folder are made, and of those that go the deck stays', async () => {
  const { said, save, page, path } = await watching({ 'talks/a.md': talk('one') }, ['talks'])
  await save('talks/b.md', talk('two'))
  await said('talks/b.md is new.')
  await eventually(async () => expect(await page('b')).toContain('two'))
  // What an editor has beside them is none, nor is what is there for a moment.
  await save('talks/.#a.md', '')
  await rename(path('talks/a.md'), path('talks/c.md'))
  await said('talks/a.md is gone; its deck stays as it was.')
  await eventually(async () => expect(await page('c')).toContain('one'))
  expect((await readdir(path('dist'))).filter((name) => !name.startsWith('.')).sort()).toEqual(['a', 'b', 'c'])
  await rename(path('talks/c.md'), path('talks/a.md'))
  await save('talks/a.md', talk('one again'))
  await eventually(async () => expect(await page('a')).toContain('one again'))
})

test('a hint of pictures is said once, whatever is saved after it', async () => {
  const files = {
    'a.md': talk('one\n\n![a dot](/dot.svg)'),
    'static/dot.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"/>',
  }
  const { lines, said, save } = await watching(files, ['a.md'])
  save('a.md', talk('two\n\n![a dot](/dot.svg)\n\n![gone](gone.png)'))
  await said(/the picture gone\.png/)
  expect(lines.filter((line) => line.includes('begins with /'))).toHaveLength(1)
})
