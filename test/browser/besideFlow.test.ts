/** Templates that put more into the body than the flow: slides are cut where what is left is full. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkDecks } from '../../src/pipeline.js'

const items = Array.from({ length: 30 }, (_, index) => `- Item ${index} of a list that is as long as a slide and more`)
const notes = `# Talk\n\n## A list\n\n${items.join('\n')}\n`
const css = '.deck .motto { margin: 0 0 20px; height: 130px } .deck .seal { position: absolute; top: 0; height: 300px }'

const bodies = {
  plain: '<div class="body"><div class="flow">{{ body | raw }}</div></div>',
  above: '<div class="body"><p class="motto">Motto</p><div class="flow">{{ body | raw }}</div></div>',
  below: '<div class="body"><div class="flow">{{ body | raw }}</div><p class="motto">Motto</p></div>',
  wrapped: '<div class="body"><p class="motto">Motto</p><div><div class="flow">{{ body | raw }}</div></div></div>',
  over: '<div class="body"><p class="seal">Seal</p><div class="flow">{{ body | raw }}</div></div>',
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talkback-beside-'))
  for (const [name, body] of Object.entries(bodies)) {
    await mkdir(join(folder, name, 'layouts'), { recursive: true })
    await writeFile(join(folder, name, 'template.yaml'), `name: ${name}\n`)
    await writeFile(join(folder, name, 'theme.css'), css)
    const head =
      '<header class="head"><h{{ level }} class="title"{{ bookmark | raw }}>{{ title | raw }}</h{{ level }}></header>'
    const foot = '<footer class="foot"><span class="page-number"></span></footer>'
    await writeFile(join(folder, name, 'layouts', 'points.html'), `${head}\n${body}\n${foot}`)
    await writeFile(join(folder, name, 'layouts', 'content.html'), `${head}\n${body}\n${foot}`)
    await writeFile(join(folder, `${name}.md`), `---\ntemplate: ${name}\n---\n${notes}`)
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('what stands above or below the flow counts, what stands over it does not, and nothing runs off', async () => {
  const names = Object.keys(bodies)
  const requests = names.map((name) => ({ notes: join(folder, `${name}.md`), offline: true, refresh: false }))
  const parts = new Map<string, number>()
  for await (const { slides, findings } of checkDecks(requests, {})) {
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    parts.set(names[parts.size] ?? '', slides.length)
    for (const { overflow } of slides) expect(overflow.y).toBe(0)
  }
  const [plain = 0, over = 0] = [parts.get('plain'), parts.get('over')]
  expect(over).toBe(plain)
  for (const name of ['above', 'below', 'wrapped']) expect(parts.get(name), name).toBeGreaterThan(plain)
})
