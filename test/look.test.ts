/** Templates and the settings around them, from the notes to the deck. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { noFormats } from '../src/model/format.js'
import { buildDecks, planNotes } from '../src/pipeline.js'
import { folderWith } from './io/folders.js'

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"/>'

/** Builds the notes of a folder and gives its findings and its page. */
async function build(folder: string, settings: Readonly<Record<string, string>> = {}) {
  const out = join(folder, 'out')
  const request = {
    notes: join(folder, 'x.md'),
    name: 'x',
    folder: out,
    formats: noFormats,
    offline: true,
    refresh: false,
  }
  for await (const { findings } of buildDecks([{ ...request, settings }], {})) {
    const [style = ''] = (await readdir(join(out, 'assets'))).filter((name) => name.endsWith('.css'))
    const css = await readFile(join(out, 'assets', style), 'utf8')
    const html = await readFile(join(out, 'index.html'), 'utf8')
    return { findings, css, html, pictures: await readdir(join(out, 'pictures')).catch(() => []) }
  }
  throw new Error('nothing was built')
}

const notes = (front: string): string => `---\n${front}\n---\n# T\n\n## A\n\ntext\n`

async function plainNotes(folder: string): Promise<string> {
  const path = join(folder, 'notes', 'plain.md')
  await writeFile(path, '# Talk\n\n## One\n\nText.\n')
  return path
}

describe('a template', () => {
  test('is found beside the notes, and what it sets counts below what they say', async () => {
    const folder = await folderWith({
      'x.md': notes('template: ./ours\ncanvas: 4:3'),
      'ours/template.yaml': 'canvas: 16:10\nagenda: no\n',
    })
    const { settings } = await planNotes({ notes: join(folder, 'x.md') })
    expect(settings).toMatchObject({ canvas: '4:3', agenda: 'no' })
  })

  test('may lie anywhere when the user names it, and beside the notes when only these do', async () => {
    const folder = await folderWith({ 'notes/x.md': notes('template: ../ours'), 'ours/template.yaml': 'canvas: 4:3\n' })
    const request = { notes: join(folder, 'notes', 'x.md') }
    const { settings, deck } = await planNotes(request)
    expect(settings).toMatchObject({ template: 'report', canvas: '16:9' })
    expect(deck.findings).toMatchObject([{ code: 'setting-file', facts: { name: 'template' } }])
    const named = await planNotes({ ...request, settings: { template: join(folder, 'ours') } })
    expect(named.settings.canvas).toBe('4:3')
    // What lies beside the notes came with them; what the user names is the user's word.
    const config = join(folder, 'notes', 'talkback.yaml')
    await writeFile(config, 'template: ../ours\n')
    const beside = await planNotes({ ...request, notes: await plainNotes(folder) })
    expect(beside.settings.canvas).toBe('16:9')
    expect(beside.deck.findings).toMatchObject([{ code: 'setting-file', facts: { name: 'template' } }])
    expect((await planNotes({ notes: await plainNotes(folder), config })).settings.canvas).toBe('4:3')
  })

  test('with a fault makes the deck all the same; the finding names the template’s file', async () => {
    const folder = await folderWith({
      'x.md': notes('template: ./ours'),
      'ours/template.yaml': 'name: ours\n',
      'ours/theme.css': '\n.a {',
    })
    const { findings } = await build(folder)
    expect(findings).toEqual([expect.objectContaining({ code: 'template-fault', severity: 'error', line: 2 })])
    expect(findings[0]?.file).toMatch(/ours[\\/]theme\.css$/)
  })
})

describe('accent, logo and footer', () => {
  test('reach the deck', async () => {
    const folder = await folderWith({
      'x.md': notes('accent: teal\nlogo: logo.svg\nfooter: <我们>'),
      'logo.svg': svg,
    })
    const { findings, css, html, pictures } = await build(folder)
    expect(findings).toEqual([])
    expect(css).toContain('--accent:#008080')
    expect(pictures).toEqual([expect.stringMatching(/logo\.svg$/)])
    expect(css).toContain(`url("../pictures/${pictures[0]}")`)
    expect(html).toContain('&lt;我们&gt;')
  })

  test('named on the command line count from where the user is; the notes’ own stay in their folder', async () => {
    const folder = await folderWith({ 'notes/x.md': notes('logo: ../logo.svg'), 'logo.svg': svg })
    const inside = join(folder, 'notes')
    const refused = await build(inside)
    expect(refused.findings).toEqual([expect.objectContaining({ code: 'setting-file', line: 2 })])
    expect(refused.pictures).toEqual([])
    expect((await build(inside, { logo: join(folder, 'logo.svg') })).pictures).toHaveLength(1)
  })

  test('that can’t be used are findings, where the notes name them', async () => {
    const folder = await folderWith({ 'x.md': notes('accent: tael\nlogo: none.png\nfont: x.md') })
    const { findings } = await build(folder)
    expect(findings.map(({ code, line }) => `${line} ${code}`)).toEqual([
      '2 setting-invalid',
      '3 setting-file',
      '4 setting-file',
    ])
  })
})
