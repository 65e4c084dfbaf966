/** Notes of somebody else, with a template, a config file and pictures that want more than they may: the whole way to the PDF. */
import { execFileSync } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noFormats } from '../../src/model/format.js'
import { type BuiltDeck, buildDecks } from '../../src/pipeline.js'

let folder: string
const built = new Map<string, BuiltDeck>()

beforeAll(async () => {
  // In no repository: else that would be the bound.
  folder = await mkdtemp(join(tmpdir(), 'talkback-hostile-'))
  await cp(fileURLToPath(new URL('fixtures/hostile', import.meta.url)), folder, { recursive: true })
  const requests = ['look', 'away'].map((name) => ({
    notes: join(folder, 'notes', `${name}.md`),
    name,
    folder: join(folder, 'out', name),
    formats: { ...noFormats, pdf: true, singleFile: true },
    offline: true,
    refresh: false,
  }))
  for await (const deck of buildDecks(requests, {})) built.set(deck.title + built.size, deck)
}, 120_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

/** `statement.html:3` of every finding in a file of theirs. */
const places = (deck: BuiltDeck | undefined): readonly string[] =>
  (deck?.findings ?? []).map(({ file, line }) => `${file.split(/[\\/]/).at(-1)}:${line}`)

test('each refusal is told with its place', () => {
  const [look, away] = [...built.values()]
  expect(places(look)).toEqual(
    expect.arrayContaining([
      'theme.css:2',
      'statement.html:3',
      'statement.html:4',
      'statement.html:5',
      'talkback.yaml:1',
      'look.md:12',
      'look.md:14',
      'look.md:16',
    ]),
  )
  expect(places(away)).toEqual(expect.arrayContaining(['statement.html:2', 'statement.html:3', 'talkback.yaml:1']))
})

test('nothing private, nothing that runs and nothing that leads away is in what is made', async () => {
  const out = join(folder, 'out')
  const files = (await readdir(out, { recursive: true })).filter((path) => /\.(?:html|css|svg)$/.test(path))
  expect(files.length).toBeGreaterThan(5)
  for (const path of files) {
    const text = await readFile(join(out, path), 'utf8')
    expect(text, path).not.toMatch(
      /PRIVATE-2718|elsewhere\/private\.(?:txt|svg)"|window\.ran|run\.js|http-equiv="refresh"/,
    )
  }
})

test.each(['look', 'away'])('the PDF of %s shows the notes and nothing else', (name) => {
  const text = execFileSync('pdftotext', [join(folder, 'out', name, `${name}.pdf`), '-'], { encoding: 'utf8' })
  expect(text).toContain('Nothing to see here.')
  expect(text).not.toContain('PRIVATE')
})
