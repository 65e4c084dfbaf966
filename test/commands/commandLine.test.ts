import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { commandLine } from '../../src/commands/commandLine.js'

// One for all tests: what they draw again and again is drawn once.
let cache: string
beforeAll(() => {
  cache = mkdtempSync(join(tmpdir(), 'talkback-cache-'))
  vi.stubEnv('TALKBACK_CACHE_DIR', cache)
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(cache, { recursive: true, force: true })
})

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'talkback-cli-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function talkback(...args: string[]) {
  const written = { stdout: '', stderr: '' }
  const stream = (name: keyof typeof written) => ({ write: (text: string) => (written[name] += text) })
  const { signal } = new AbortController()
  const host = { version: '1.2.3', stdout: stream('stdout'), stderr: stream('stderr'), env: {}, signal }
  const before = process.cwd()
  process.chdir(folder)
  try {
    const code = await commandLine(host).run(args)
    return { code, ...written, errors: written.stderr.split('\n').filter((line) => !line.endsWith('…')) }
  } finally {
    process.chdir(before)
  }
}

const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content)
const decks = () => (readdirSync(folder).includes('dist') ? readdirSync(join(folder, 'dist')) : [])
const page = (name: string) => readFileSync(join(folder, 'dist', name, 'index.html'), 'utf8')

/** One sentence, one hint, no stack, and nothing on disk. */
function expectRefusal(run: Awaited<ReturnType<typeof talkback>>, code: number, sentence: RegExp, hint: RegExp) {
  expect(run.errors).toEqual([expect.stringMatching(sentence), expect.stringMatching(hint), ''])
  expect(run.errors[0]).toMatch(/[.]$/)
  expect(run.errors[1]).toMatch(/^ {2}\S/)
  expect(run.stderr).not.toMatch(/\n\s+at /)
  expect(run.stdout).toBe('')
  expect(run.code).toBe(code)
  expect(decks()).toEqual([])
}

/** Each name stands for what the one before says, many times. */
const aliases = (): string =>
  ['a0: &a0 [x]', ...Array.from({ length: 9 }, (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at},`.repeat(9)}]`)].join(
    '\n',
  )

describe('a command line with a mistake in it', () => {
  it.each([
    [['build', 'none.md'], 4, /There is no none.md/, /./],
    [['build', ''], 4, /The name of the notes is empty/, /notes.md/],
    [['build', 'empty'], 4, /holds no notes/, /\.md/],
    [['outline', '.'], 4, /is a folder/, /./],
    [['build', 'x.md', '--template', 'nope'], 2, /There is no template nope/, /report/],
    [['build', 'x.md', '--canvas', '5:4'], 2, /--canvas can't be `5:4`/, /16:9/],
    [['build', 'x.md', '--slide-level', '9'], 2, /--slide-level can't be `9`/, /1 to 6/],
    [['build', 'x.md', '--pdf-steps', '--page-size', 'a5'], 2, /--page-size can't be `a5`/, /letter/],
    [['build', 'x.md', '--sections', 'h1'], 2, /opens sections is --section-level/, /Write --section-level 1\./],
    [['check', 'x.md', '--slides', '##'], 2, /opens slides is --slide-level/, /Write --slide-level 2\./],
    [['outline', 'x.md', '--slides'], 2, /opens slides is --slide-level/, /Write --slide-level 2\./],
    [['build', 'x.md', '--config', 'none.yaml'], 4, /no config file none.yaml/, /--config/],
    [['build', 'x.md', '--handout', '4,5'], 2, /--handout.*'4,5' is invalid/, /notes, 2, 3, 4, 6, article/],
    [['build', 'x.md', '--png', '--scale', '0'], 2, /--scale.*'0' is invalid/, /0.1 to 8/],
    [['build', 'x.md', '--png', '--scale', '0.09'], 2, /--scale.*'0.09' is invalid/, /0.1 to 8/],
    [['build', 'x.md', '--png', '--scale', '8.1'], 2, /--scale.*'8.1' is invalid/, /0.1 to 8/],
    [['build', 'x.md', '--png', '--slides', '9-3'], 2, /--slides.*'9-3' is invalid/, /run upwards/],
    [['build', 'x.md', '--slides', 'h2'], 2, /--slides.*'h2' is invalid/, /heading level.*--slide-level 2\./],
    [['build', 'x.md', '--png', '--pages', '2-4'], 2, /is --slides, not --pages/, /Write --slides 2-4\./],
    [['build', 'x.md', '--slides', '3'], 2, /--slides does nothing without --png/, /Add --png.*--slide-level/],
    [['diff', 'x.md', '--offline'], 2, /--offline does nothing without --pictures/, /--pictures/],
    [['build', 'x.md', '--watch=yes'], 2, /--watch takes no value, and so can't be `yes`/, /Write --watch alone/],
    [['build', 'x.md', '--png', '2'], 2, /--png takes no value, and so can't be `2`/, /Write --png alone/],
    [['build', '--pdf', 'yes', 'x.md'], 2, /--pdf takes no value, and so can't be `yes`/, /Write --pdf alone/],
    [['build', '--pdf', 'none'], 4, /There is no none/, /./],
    [['build', 'x.md', '-w=1'], 2, /-w takes no value/, /Write --watch alone/],
    [['serve', 'x.md', '--open=no'], 2, /--open takes no value/, /Leave it out/],
    [['build', 'x.md', '--no-repair=no'], 2, /--no-repair takes no value/, /Write --no-repair, or leave it out/],
    [['build', 'x.md', '--wach=yes'], 2, /Unknown option '--wach'/, /Did you mean --watch\?/],
    [['templates', 'new', 'x', '--quiet=1'], 2, /--quiet takes no value/, /Write --quiet alone/],
    [['serve', 'x.md', '--port'], 2, /Option '--port <number>' argument missing/, /behind the flag: --port <number>/],
    [['build', 'x.md', '--ofline'], 2, /Unknown option '--ofline'/, /--offline/],
    [['build'], 2, /Missing required argument 'notes'/, /--help/],
    [['outline', 'x.md', 'y.md'], 2, /Too many arguments/, /./],
    [['biuld', 'x.md'], 2, /There is no command `biuld`/, /Did you mean `talkback build`/],
    [['x.md', '--pdf'], 2, /`x.md` is a file, not a command/, /Did you mean `talkback build x.md --pdf`/],
    [['pdf', 'x.md', '--browser', 'no/such/chrome'], 3, /--browser names no\/such\/chrome/, /./],
    [['check', 'x.md', '--browser', 'no/such/chrome'], 3, /--browser names no\/such\/chrome/, /./],
  ])('talkback %j ends with %i', async (args, code, sentence, hint) => {
    write('x.md', '# X\n\ntext\n')
    mkdirSync(join(folder, 'empty'))
    expectRefusal(await talkback(...args), code, sentence, hint)
  })

  it('refuses bytes that are no text', async () => {
    write('x.md', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0, 1, 2, 255]))
    expectRefusal(await talkback('build', 'x.md'), 4, /x.md looks like/, /./)
  })

  it('says which decks are new when a later one can’t be made', async () => {
    write('a.md', '# A\n\ntext\n')
    write('b.md', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0, 1, 2, 255]))
    const { code, stderr } = await talkback('build', 'a.md', 'b.md')
    expect(stderr).toContain(`New: ${join('dist', 'a')}. As before: ${join('dist', 'b')}.`)
    expect(code).toBe(4)
    expect(decks()).toEqual(['a'])
  })

  it.each([
    ['broken', 'accent: teal\ntemplate: [report\n', /^talkback.yaml:\d+:\d+ can't be read/],
    ['naming what is none', 'accent: teal\ntemplte: report\n', /^talkback.yaml:2:1 names a setting `templte`/],
    ['saying what can not be', 'accent: teal\ncanvas:   9:9\n', /^talkback.yaml:2:11: `canvas` can't be/],
    ['a list', '- accent\n', /^talkback.yaml:1:1 can't be read: it holds no settings/],
  ])('says where a config file of the user’s is %s', async (_, config, message) => {
    mkdirSync(join(folder, 'in'))
    write('in/x.md', '# X\n')
    write('talkback.yaml', config)
    expectRefusal(await talkback('build', 'in/x.md'), 2, message, /./)
    expectRefusal(await talkback('build', 'in/x.md', '--config', 'talkback.yaml'), 2, message, /./)
  })

  it.each([
    ['broken', 'accent: teal\ntemplate: [report\n', /^talkback.yaml:\d+:\d+ {2}error {2}Can't read/m],
    ['nested without end', `accent: ${'['.repeat(500)}\n`, /^talkback.yaml:1:1 {2}error .*nested too deep/m],
    ['repeating itself', aliases(), /^talkback.yaml:1:1 {2}error .*repeats itself/m],
    ['a list', '- accent\n', /^talkback.yaml:1:1 {2}error .*no settings/m],
    [
      'naming what is none',
      'accent: teal\ntemplte: report\n',
      /^talkback.yaml:2:1 {2}error .*`templte`\n.*`template`/m,
    ],
    ['saying what can not be', 'canvas:   9:9\n', /^talkback.yaml:1:11 {2}error .*`canvas` can't be.*\n.*Expected: /m],
    ['saying a thing of another kind', 'title: { a: b }\n', /^talkback.yaml:1:8 {2}error .*`title` can't be/m],
    ['naming what lies outside', 'logo: ../../x.png\n', /^talkback.yaml:1:7 {2}error .*outside/m],
  ])('makes a deck without what a config file beside the notes says that is %s', async (_, config, told) => {
    write('x.md', '# X\n\ntext\n')
    write('talkback.yaml', config)
    const { code, stderr } = await talkback('build', 'x.md')
    expect(stderr).toMatch(told)
    expect([code, decks()]).toEqual([1, ['x']])
  })

  it('says where a template is named that is not there: a mistake of the user’s, or of what came with the notes', async () => {
    mkdirSync(join(folder, 'in'))
    write('in/x.md', '# X\n')
    write('talkback.yaml', 'accent: teal\ntemplate: ./ours\n')
    expectRefusal(await talkback('build', 'in/x.md'), 2, /^talkback.yaml:2:11: /, /./)
    write('x.md', '# X\n')
    const { code, stderr } = await talkback('build', 'x.md')
    expect([code, stderr]).toEqual([1, expect.stringContaining('talkback.yaml:2:11  error  ')])
  })

  it('says where the file is named that can not be used: in the config file, the template, the notes', async () => {
    write('x.md', '---\nfont: none.ttf\n---\n\n# X\n')
    write('talkback.yaml', 'accent: teal\nlogo: none.png\n')
    const told = (await talkback('build', 'x.md')).stderr
    expect(told).toContain('talkback.yaml:2:7  error  ')
    expect(told).toContain('x.md:2:7  error  ')
    write('talkback.yaml', 'template: ./ours\n')
    mkdirSync(join(folder, 'ours'))
    write('ours/template.yaml', 'name: ours\n\nlogo: none.png\n')
    expect((await talkback('build', 'x.md')).stderr).toContain(`${join('ours', 'template.yaml')}:3:1  error  `)
  })

  it('keeps a deck that was there when the next build fails', async () => {
    write('x.md', '# X\n\nfirst text\n')
    expect((await talkback('build', 'x.md')).code).toBe(0)
    const before = page('x')
    write('x.md', '# X\n\nsecond text\n')
    expect((await talkback('build', 'x.md', '--template', 'nope')).code).toBe(2)
    expect((await talkback('pdf', 'x.md', '--browser', 'no/such/chrome')).code).toBe(3)
    expect(page('x')).toBe(before)
    expect(readdirSync(join(folder, 'dist'))).toEqual(['x'])
  })
})

describe('one of several notes that nothing can be made of', () => {
  const noText = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0, 1, 2, 255])

  it.each([
    ['is missing', 'none.md', /^There is no none\.md\.$/m],
    ['is binary', 'picture.md', /^picture\.md looks like a picture/m],
    ['is a folder without notes', 'empty', /^empty holds no notes\.$/m],
    ['is a pattern that nothing has', 'no*.md', /^Nothing is called no\*\.md\.$/m],
  ])('%s: the others are made, it is told, the exit code says so', async (_, bad, told) => {
    write('a.md', '# A\n\ntext\n')
    write('b.md', '# B\n\ntext\n')
    write('picture.md', noText)
    mkdirSync(join(folder, 'empty'))
    const { code, stderr } = await talkback('build', 'a.md', bad, 'b.md')
    expect(stderr).toMatch(told)
    expect(code).toBe(4)
    expect(decks()).toEqual(['a', 'b'])
  })

  it('has a document of its own in JSON', async () => {
    write('a.md', '# A\n\ntext\n')
    write('picture.md', noText)
    const { stdout } = await talkback('build', '--json', 'picture.md', 'a.md')
    const [bad, good] = stdout.split(/\n(?=\{)/).map((each) => JSON.parse(each))
    expect(bad).toMatchObject({
      index: null,
      notes: 'picture.md',
      error: { message: expect.stringContaining('picture') },
    })
    expect(good).toMatchObject({ index: join('dist', 'a', 'index.html') })
  })

  it('does not hide that none can be made', async () => {
    write('picture.md', noText)
    const { code, stderr } = await talkback('build', 'none.md', 'picture.md')
    expect(stderr).toMatch(/There is no none\.md[\s\S]*picture\.md looks like/)
    expect(code).toBe(4)
    expect(decks()).toEqual([])
  })
})

describe('front matter that can not be followed', () => {
  it.each([
    ['template', 'nope', /There is no template nope/i],
    ['template', '../elsewhere', /there is no template \.\.\/elsewhere/],
    ['template', '/elsewhere', /`template` can't be/],
    ['template', './torn', /template\.yaml/],
    ['logo', 'none.png', /no such file/],
    ['font', 'x.md', /not a font/],
    ['canvas', '5:4', /`canvas` can't be/],
    ['lang', '"?"', /`lang` can't be/],
    ['accent', 'tael', /`accent` can't be/],
    ['duration', 'long', /`duration` can't be/],
    ['sections', '9', /`sections` can't be/],
    ['agenda', '[x]', /`agenda` can't be/],
  ])('%s: %s is an error with its line; the deck is made, and those of other notes', async (name, value, told) => {
    mkdirSync(join(folder, 'torn'))
    write('x.md', `---\ntitle: X\n${name}: ${value}\n---\n\n# X\n\nfirst text\n`)
    write('y.md', '# Y\n\ntext\n')
    const { code, stderr } = await talkback('build', 'x.md', 'y.md')
    expect(stderr).toMatch(/^x\.md:3:\d+ {2}error/m)
    expect(stderr).toMatch(told)
    expect(code).toBe(1)
    expect(page('x')).toContain('first text')
    expect(decks()).toEqual(['x', 'y'])
  })

  it('is told by outline as well', async () => {
    write('x.md', '---\ntemplate: nope\n---\n\n# X\n\ntext\n')
    const { code, stderr, stdout } = await talkback('outline', 'x.md')
    expect(stderr).toMatch(/^x\.md:2:11 {2}error {2}Can't use `template: nope`/m)
    expect(stdout).toContain('X')
    expect(code).toBe(1)
  })
})

describe('odd notes', () => {
  const list = Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- level ${depth}`).join('\n')
  const headings = Array.from({ length: 2000 }, (_, index) => `## Heading ${index}\n\ntext ${index}\n`).join('\n')

  it.each([
    ['nothing at all', ''],
    ['one heading', '# Alone\n'],
    ['no heading', 'just a line\n'],
    ['a front matter that is not YAML', '---\ntitle: [x\n: : :\n---\n\n# X\n\ntext\n'],
    ['a front matter without an end', '---\ntitle: X\n\n# X\n\ntext\n'],
    ['2,000 headings', headings],
    ['lists 200 deep', list],
    ['one line of 300,000 characters', `# X\n\n${'word '.repeat(60_000)}\n`],
    ['text that looks like the end of a script', '# X ]]> </script>\n\n</script><script>alert(1)</script> ]]> text\n'],
  ])('%s makes a deck', async (_, text) => {
    write('x.md', text)
    const run = await talkback('build', 'x.md')
    expect(run.stderr).not.toMatch(/bug in Talkback|\n\s+at /)
    expect(run.stdout).toMatch(/^dist.x.index\.html {2}at least \d+ slides?\n$/)
    // What stood in a front matter that can't be read is nowhere, and that is an error.
    expect(run.code).toBe(text.startsWith('---') ? 1 : 0)
    expect(decks()).toEqual(['x'])
    expect(page('x')).not.toContain('alert(1)</script>')
  })

  it('names a setting that is misspelt, with its line', async () => {
    write('x.md', '---\ntitle: X\ntemplte: report\n---\n\n# X\n\ntext\n')
    const run = await talkback('build', 'x.md')
    expect(run.stderr).toContain('x.md:3:1  warning  There is no setting `templte`\n  Did you mean `template`?')
    expect(run.code).toBe(0)
  })
})

describe('what commands print', () => {
  it('makes a deck of each file, and tells decks of one name apart', async () => {
    write('a.md', '# A\n\ntext\n')
    write('b.md', '# B\n\ntext\n')
    const run = await talkback('build', 'a.md', 'b.md', 'a.md', '-o', 'slides', '--quiet')
    expect(run.stdout.split('\n').map((line) => line.split('  ')[0])).toEqual([
      join('slides', 'a', 'index.html'),
      join('slides', 'b', 'index.html'),
      '',
    ])
    expect(run.stderr).toBe('')
  })

  it('prints an outline as JSON that others can read, and nothing beside it', async () => {
    write('x.md', '# X\n\n##A\n\n- one\n- two\n\n## B\n\nTODO\n')
    const run = await talkback('outline', 'x.md', '--json')
    expect(JSON.parse(run.stdout)).toMatchObject({
      title: 'X',
      lang: 'en',
      slides: expect.arrayContaining([expect.objectContaining({ kind: 'content', title: 'A', lines: [3, 6] })]),
      findings: expect.arrayContaining([
        expect.objectContaining({ code: 'placeholder', severity: 'warning', file: 'x.md', line: 10, column: 1 }),
      ]),
    })
    expect(run.stderr).toBe('')
  })

  it('shows every repair in the outline, and only counts them in a build', async () => {
    write('x.md', '# X\n\n##A\n\ntext\n\n##B\n\ntext\n')
    expect((await talkback('outline', 'x.md')).stderr).toContain('x.md:3:1  hint  Read as a heading: «A»')
    const built = await talkback('build', 'x.md')
    expect(built.stderr).toContain('2 repairs; see talkback outline x.md')
    expect(built.stderr).not.toContain('Read as a heading')
  })

  it('gives every command a help text with an example', async () => {
    for (const command of ['build', 'pdf', 'outline', 'setup', 'doctor']) {
      const { stdout, code } = await talkback(command, '--help')
      expect(stdout).toContain(`Example:\n  $ talkback ${command}`)
      expect(code).toBe(0)
    }
    expect(await talkback('--version')).toMatchObject({ code: 0, stdout: '1.2.3\n' })
  })

  it('lets flags outrank front matter, and front matter the config file', async () => {
    write('x.md', '---\nlang: ja\n---\n\n# X\n\ntext\n')
    write('talkback.yaml', 'lang: fr\nauthor: Ann\n')
    const lang = async (...args: string[]) =>
      JSON.parse((await talkback('outline', 'x.md', '--json', ...args)).stdout).lang
    expect(await lang()).toBe('ja')
    expect(await lang('--lang', 'de')).toBe('de')
  })
})

describe('formats that need no browser', () => {
  it('are made beside the deck, and told as results', async () => {
    write('talk.md', '###标题\n\n1）one\n2）two\n')
    const { code, stdout } = await talkback('build', 'talk.md', '--single-file', '--markdown')
    expect(code).toBe(0)
    expect(stdout.trim().split('\n').slice(1)).toEqual([join('dist', 'talk', 'talk.md'), join('dist', 'talk.html')])
    expect(readFileSync(join(folder, 'dist', 'talk', 'talk.md'), 'utf8')).toBe('### 标题\n\n1. one\n2. two\n')
    expect(readFileSync(join(folder, 'dist', 'talk.html'), 'utf8')).toContain('标题')
  })

  it('are Markdown that shows its pictures where it lies, and makes the same slides there', async () => {
    mkdirSync(join(folder, 'figures'))
    for (const name of ['big-picture', 'icon', 'logo']) write(`figures/${name}.png`, dot(name.length))
    write('talk.md', illustrated)
    expect((await talkback('build', 'talk.md', '--markdown', '--offline')).code).toBe(0)
    const there = join(folder, 'dist', 'talk')
    const clean = readFileSync(join(there, 'talk.md'), 'utf8')
    const targets = [...clean.matchAll(/(?:\]\(<?|logo: )([^)>\s]+)/g)].map(([, target = '']) => target)
    const [near, far] = [
      targets.filter((target) => target.startsWith('pictures/')),
      targets.filter((target) => !target.startsWith('pictures/')),
    ]
    expect(near).toHaveLength(7)
    for (const target of near) expect(readdirSync(join(there, 'pictures'))).toContain(target.replace('pictures/', ''))
    // What can't be had keeps its address.
    expect(far).toEqual(['figures/none.png', 'https://example.invalid/far.png'])

    expect((await talkback('build', 'dist/talk/talk.md', '-o', 'again', '--markdown', '--offline')).code).toBe(0)
    const [first, second] = ['dist', 'again'].map((out) => join(folder, out, 'talk'))
    const slides = (path: string) =>
      readFileSync(join(path, 'index.html'), 'utf8').match(/<section[\s\S]*<\/section>/)?.[0]
    expect(slides(second ?? '')).toBe(slides(first ?? ''))
    expect(readdirSync(join(second ?? '', 'pictures'))).toEqual(readdirSync(join(first ?? '', 'pictures')))
    expect(readFileSync(join(second ?? '', 'talk.md'), 'utf8')).toBe(clean)
  })
})

const illustrated = `---
logo: figures/logo.png
---

# Talk

## With ![i](figures/icon.png) in the title

![](figures/big-picture.png)

- an item ![i](figures/icon.png)

> quoted ![i](figures/icon.png)

| a | b |
|---|---|
| **![i](figures/icon.png)** | x |

## Another

Text that goes before it.

![a caption](figures/big-picture.png)

![gone](figures/none.png)

![far](https://example.invalid/far.png)
`

/** A picture of its own size. */
function dot(size: number): Uint8Array {
  return PNG.sync.write(new PNG({ width: size, height: size }))
}
