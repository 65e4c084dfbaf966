/** A finished deck says whose code and fonts it carries: in its folder, and in a single file. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { noFormats } from '../../src/model/format.js'
import { buildDecks } from '../../src/pipeline.js'

test('a deck has the notices of reveal.js and of each font in it; a single file has them too', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'talkback-test-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const notes = join(folder, 'n.md')
  await writeFile(notes, '# 大会 Talk\n\n## ☃\n\n`code ├` *so*\n')
  const request = { notes, name: 'n', folder: join(folder, 'n'), offline: true, refresh: false }
  const formats = { ...noFormats, singleFile: true }
  for await (const _ of buildDecks([{ ...request, formats, settings: { template: 'paper' } }], {})) {
    const notices = await readFile(join(folder, 'n', 'LICENSES.txt'), 'utf8')
    expect(notices).toMatch(/^reveal\.js 6\.\S+\n\nCopyright \(C\) 2011.*Hakim/m)
    expect(notices.match(/^SIL OPEN FONT LICENSE Version 1\.1/gm)).toHaveLength(1)
    const css = (await readdir(join(folder, 'n', 'assets'))).find((file) => file.endsWith('.css')) ?? ''
    const style = await readFile(join(folder, 'n', 'assets', css), 'utf8')
    const named: Readonly<Record<string, string>> = {
      'Talkback Serif': 'Source Serif 4, cut, and therefore called Talkback Serif',
      'Talkback CJK Serif': 'Noto Serif SC',
      'Talkback CJK': 'Noto Sans SC',
      'Talkback Mono': 'IBM Plex Mono',
      'Talkback Symbols': 'Noto Sans Symbols',
      'Talkback Symbols 2': 'Noto Sans Symbols 2',
      'Talkback Boxes': 'DejaVu Sans Mono',
    }
    const used = new Set(
      [...style.matchAll(/@font-face\s*\{[^}]*font-family:\s*"([^"]+)"/g)].map(([, name = '']) => name),
    )
    expect(used.size).toBeGreaterThan(3)
    for (const family of used)
      expect(notices).toMatch(new RegExp(`^${named[family]}\n.*[Cc]opyright|^${named[family]}\n[(©]`, 'm'))

    const single = await readFile(join(folder, 'n.html'), 'utf8')
    const [, comment] = /<!--\n([\s\S]*)-->\n<\/body>\n<\/html>\n$/.exec(single) ?? []
    expect(comment).toBe(notices)
  }
})
