import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plain } from '../../src/check/report.js'
import { run } from '../../src/commands/diff.js'
import { UserError } from '../../src/errors.js'
import { reportMark } from '../../src/io/refuseReport.js'

let folder: string
let back: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'talkback-diff-'))
  back = process.cwd()
  process.chdir(folder)
})
afterEach(() => {
  process.chdir(back)
  rmSync(folder, { recursive: true, force: true })
})

const old =
  '# 大会\n\n## 开场\n\n- 微服务\n- 无服务\n\n## Service mesh\n\nIt runs beside the service.\n\n## 结束\n\n谢谢\n'
const mesh = '\n## Service mesh\n\nIt runs beside the service.\n'
const edited = old
  .replace('It runs beside the service.', 'It runs beside every service.')
  .replace('- 无服务', '- 无服务器')
  .replace('## 结束\n\n谢谢\n', '## 新的一页\n\n- 一\n- 二\n')

interface Slide {
  readonly change: string
  readonly before: { readonly title: string } | null
  readonly after: { readonly title: string } | null
}

async function diff(versions: readonly string[], options = {}) {
  const results: string[] = []
  const terminal = {
    result: (line: string) => results.push(line),
    tell: () => {},
    stage: () => {},
    rest: () => {},
    quiet: false,
    colourful: false,
    paint: plain,
  }
  const code = await run(versions, { json: false, exitCode: false, settings: {}, ...options }, terminal)
  return { code, text: results.join('\n') }
}

/** A repository with the old notes in it and the edited ones on disk. */
function commit(): void {
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...words], { stdio: 'pipe' })
  writeFileSync('notes.md', old)
  git('init', '-q')
  git('add', 'notes.md')
  git('commit', '-qm', 'notes')
  writeFileSync('notes.md', edited)
}

it.each([['talks/u.md'], ['HEAD:talks/u.md', './talks/u.md'], ['HEAD:./talks/u.md', 'talks/u.md']])(
  'notes without a title are named after their file, also as they were: %s',
  async (...versions) => {
    commit()
    mkdirSync('talks')
    writeFileSync('talks/u.md', '- one\n- two\n')
    execFileSync('git', ['add', '.'])
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', 'commit', '-qm', 'untitled'])
    writeFileSync('talks/u.md', '- one\n- three\n')
    const { slides } = JSON.parse((await diff(versions, { json: true })).text)
    const titles = slides.flatMap(({ before, after }: Slide) => [before?.title, after?.title])
    expect(titles.join()).not.toMatch(/HEAD/)
    expect(slides).toHaveLength(1)
    expect((await diff(versions)).text).not.toContain('HEAD:u')
  },
)

describe('two versions of some notes', () => {
  it('differ by slides: changed words, what came and what went', async () => {
    writeFileSync('old.md', old)
    writeFileSync('new.md', edited)
    const { code, text } = await diff(['old.md', 'new.md'], { json: true })
    expect(code).toBe(0)
    const { slides }: { slides: readonly Slide[] } = JSON.parse(text)
    expect(slides.map(({ change, before, after }) => [change, (after ?? before)?.title])).toEqual([
      ['changed', '开场'],
      ['changed', 'Service mesh'],
      ['removed', '结束'],
      ['added', '新的一页'],
    ])
  })

  it('call slides by their titles and lines: what number they have only a browser knows', async () => {
    writeFileSync('old.md', old)
    writeFileSync('new.md', old.replace('## Service mesh\n\nIt runs beside the service.\n\n', '').concat(mesh))
    const { text } = await diff(['old.md', 'new.md'])
    expect(text).toBe('old.md → new.md: 1 moved; 3 as before\n\n> 结束  new.md:8–10, moved from old.md:12–14')
    const json = JSON.parse((await diff(['old.md', 'new.md'], { json: true })).text)
    expect(json.slides).toMatchObject([{ before: { number: null }, after: { number: null, lines: [8, 10] } }])
  })

  it('that are the same have nothing to tell, and --exit-code says whether they are', async () => {
    writeFileSync('old.md', old)
    writeFileSync('new.md', edited)
    expect((await diff(['old.md', 'old.md'], { exitCode: true })).code).toBe(0)
    expect((await diff(['old.md', 'new.md'], { exitCode: true })).code).toBe(1)
  })

  it('may be a commit and the file as it is, or the file alone', async () => {
    commit()
    const { text } = await diff(['notes.md'])
    expect(text).toContain('Service mesh')
    expect(text).toContain('every')
    expect((await diff(['HEAD', 'notes.md'])).text).toBe(text)
    expect((await diff(['HEAD:notes.md', 'notes.md'])).text).toContain('every')
    expect(JSON.parse((await diff(['notes.md'], { json: true })).text)).toMatchObject({ absences: [] })
  })

  it('that are not there are a fault in one sentence', async () => {
    commit()
    for (const versions of [['nothing.md'], ['v9', 'notes.md'], ['--output=x', 'notes.md']])
      await expect(diff(versions), versions.join(' ')).rejects.toThrow(UserError)
  })
})

describe('a report with pictures', () => {
  it('replaces no file but an earlier report', async () => {
    const files = { 'old.md': old, 'new.md': edited, 'page.html': '<p>by hand', 'new.html': edited }
    for (const [name, content] of Object.entries(files)) writeFileSync(name, content)
    mkdirSync('folder.html')
    // A browser that is not there: refused is what gets no further than its name.
    const browser = join(folder, 'no-browser')
    const report = (pictures: string, ...versions: readonly string[]) => diff(versions, { pictures, browser })
    const refused = { name: 'UserError', code: 2 }
    await expect(report('old.md', 'new.md')).rejects.toMatchObject(refused)
    await expect(report('', 'old.md', 'new.md')).rejects.toMatchObject(refused)
    await expect(report('changes', 'old.md', 'new.md')).rejects.toMatchObject(refused)
    await expect(report('page.html', 'old.md', 'new.md')).rejects.toMatchObject(refused)
    await expect(report('folder.html', 'old.md', 'new.md')).rejects.toMatchObject(refused)
    await expect(report('./new.html', 'old.md', 'new.html')).rejects.toMatchObject(refused)
    for (const [name, content] of Object.entries(files)) expect(readFileSync(name, 'utf8'), name).toBe(content)
    writeFileSync('earlier.html', `<!doctype html>\n${reportMark}\n`)
    await expect(report('./earlier.html', 'old.md', 'earlier.html')).rejects.toMatchObject(refused)
    for (const name of ['earlier.html', 'new/Changes.HTM'])
      await expect(report(name, 'old.md', 'new.md')).rejects.toMatchObject({ name: 'UserError', code: 3 })
  })
})
