/** `diff --pictures`: the slides that differ, before and after, in one file that needs nothing else. */
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBrowser } from '../../src/browser/find.js'
import { diffPictures } from '../../src/pipeline/diffPictures.js'

const slides = ['## 开场\n\n- 微服务\n- 无服务\n', '## Mesh\n\nIt runs beside the service.\n', '## 结束\n\n谢谢\n']
const old = `# 大会\n\n${slides.join('\n')}`
const edited = `${old
  .replace('beside the service', 'beside <b>every</b> service')
  .replace('## 开场', '## 前言\n\n<script>alert(1)</script>\n\n- 新\n- 的\n\n## 开场')
  .replace('## 结束\n\n谢谢\n', '')}`

let folder: string
let browser: string
let back: string
beforeAll(async () => {
  back = process.cwd()
  folder = mkdtempSync(join(tmpdir(), 'talkback-diff-'))
  // Says how often it is started.
  browser = join(folder, 'chrome-headless-shell')
  writeFileSync(browser, `#!/bin/sh\necho >> '${folder}/starts'\nexec '${(await findBrowser()).path}' "$@"\n`)
  chmodSync(browser, 0o755)
  process.chdir(folder)
  mkdirSync('temporary')
  writeFileSync('old.md', old)
  writeFileSync('new.md', edited)
})
afterAll(() => {
  process.chdir(back)
  rmSync(folder, { recursive: true })
})

async function report(versions: readonly string[], pictures: string): Promise<string> {
  await diffPictures({ versions, pictures, offline: true, refresh: false }, { browser })
  return readFileSync(pictures, 'utf8')
}

const articlesIn = (html: string): readonly string[] =>
  [...html.matchAll(/<article class="(\w+)">.*?<\/span> (.*?) <small>/gs)].map(([, kind, title]) => `${kind} ${title}`)

// A shell script is what stands in for the browser.
test.skipIf(process.platform === 'win32')(
  'two files: what changed, came and went, from one start of the browser',
  async () => {
    const html = await report(['old.md', 'new.md'], 'out/changes.html')
    expect(articlesIn(html)).toEqual(['added 前言', 'changed Mesh', 'removed 结束'])
    expect(html.match(/<img src="data:image\/webp;base64,/g)).toHaveLength(4)
    // The changed slide alone has marks, on both of its pictures.
    const [, changed = '', removed = ''] = html.split('<article').slice(1)
    expect(changed.match(/<i style="left:/g)?.length).toBeGreaterThanOrEqual(2)
    expect(removed).not.toContain('<i style')
    expect(readFileSync('starts', 'utf8')).toBe('\n')
    expect(readdirSync('out')).toEqual(['changes.html'])
  },
)

test('it loads nothing, runs nothing, and is the same again', async () => {
  const html = await report(['old.md', 'new.md'], 'again.html')
  expect(html).toContain("default-src 'none'; img-src data:")
  expect(html).not.toMatch(/<script|<b>every|https?:|url\(/i)
  expect(await report(['old.md', 'new.md'], 'again.html')).toBe(html)
})

test('a git revision and the file as it is', async () => {
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...words], { stdio: 'pipe' })
  writeFileSync('notes.md', old)
  git('init', '-q')
  git('add', 'notes.md')
  git('commit', '-qm', 'notes')
  writeFileSync('notes.md', edited)
  const html = await report(['notes.md'], 'revision.html')
  expect(html).toContain('HEAD:notes.md → notes.md')
  expect(articlesIn(html)).toEqual(['added 前言', 'changed Mesh', 'removed 结束'])
})

test('versions that are the same make a report that says so', async () => {
  const html = await report(['old.md', 'old.md'], 'same.html')
  expect(articlesIn(html)).toEqual([])
  expect(html).toContain('没有改动')
})

test('of a slide that fills several, all are shown when they are of another size', async () => {
  const points = Array.from({ length: 40 }, (_, index) => `- Point ${index}: a line of some length about something`)
  const notes = (canvas: string, last: string) =>
    `---\ncanvas: ${canvas}\n---\n# Talk\n\n## Points\n\n${[...points, last].join('\n')}\n`
  writeFileSync('wide.md', notes('16:9', '- The end'))
  writeFileSync('wide-too.md', notes('16:9', '- Another end'))
  writeFileSync('tall.md', notes('16:10', '- Another end'))
  const pairsIn = (html: string): number => html.match(/<div class="pair">/g)?.length ?? 0
  expect(pairsIn(await report(['wide.md', 'wide-too.md'], 'sizes.html'))).toBe(1)
  const html = await report(['wide.md', 'tall.md'], 'sizes.html')
  const shown = [...html.matchAll(/alt="After · (\d+)"/g)].map(([, number]) => Number(number))
  expect(shown.length).toBeGreaterThan(1)
  expect(shown).toEqual(shown.map((_, index) => 2 + index))
})

test('slides have the numbers that they have on screen', async () => {
  const points = Array.from({ length: 40 }, (_, index) => `- Point ${index}: a line of some length about something`)
  const notes = (end: string) => `# Talk\n\n## Points\n\n${points.join('\n')}\n\n## Last\n\n${end}\n`
  writeFileSync('long.md', notes('The end'))
  writeFileSync('long-too.md', notes('Another end'))
  const request = { versions: ['long.md', 'long-too.md'], pictures: 'numbers.html', offline: true, refresh: false }
  const { slides: told } = await diffPictures(request, { browser })
  const [, shown] = /alt="After · (\d+)"/.exec(readFileSync('numbers.html', 'utf8')) ?? []
  expect(Number(shown)).toBeGreaterThan(3)
  expect(told.map(({ before, after }) => [before?.number, after?.number])).toEqual([[Number(shown), Number(shown)]])
})

test('many that differ are listed above, with their numbers, and each leads to its pictures and back', async () => {
  const notes = (said: string) =>
    `# Talk\n\n${Array.from({ length: 6 }, (_, index) => `## Part <${index}>\n\nThis is ${said} for ${index}.\n`).join('\n')}`
  writeFileSync('many.md', notes('said once'))
  writeFileSync('many-too.md', `${notes('said twice')}\n## New\n\nfresh\n`)
  const html = await report(['many.md', 'many-too.md'], 'many.html')
  const [contents = ''] = /<nav.*<\/nav>/s.exec(html) ?? []
  const entries = [
    ...contents.matchAll(/<li class="(\w+)"><a href="#(.*?)"><span class="nr">(\d)<.*?<span>(.*?) <small>/g),
  ]
  expect(entries.map(([, kind, , number, title]) => `${number} ${kind} ${title}`)).toEqual([
    '1 changed Agenda',
    ...Array.from({ length: 6 }, (_, index) => `${index + 2} changed Part &lt;${index}&gt;`),
    '8 added New',
  ])
  for (const [, , anchor, number] of entries)
    expect(html).toMatch(new RegExp(`<h2 id="${anchor}"><a class="nr" href="#contents" title="Contents">${number}<`))
  // Of a few nobody needs a list.
  expect(await report(['old.md', 'new.md'], 'few.html')).not.toMatch(/<nav|#contents/)
})
