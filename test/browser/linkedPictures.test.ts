/** Pictures in links, in every layout that shows pictures: each way out of the deck keeps the link. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { noFormats } from '../../src/model/format.js'
import { type BuiltDeck, buildDecks } from '../../src/pipeline.js'
import { pdfFacts } from '../pdf/pdfFacts.js'
import { pptxFacts } from '../pptx/pptxFacts.js'
import { atWork } from './atWork.js'

const to = (name: string): string => `https://example.org/${name}`
const linked = (name: string, file = 'wide.svg'): string => `[![](${file})](${to(name)})`

const notes = `# Pictures in links

## One

${linked('alone')}

## Tall

${linked('tall', 'tall.svg')}

## Edges {layout=full}

${linked('full')}

## Several

${linked('build')} ${linked('cover')}

## Beside

A paragraph of some words beside the picture. It goes on.

${linked('beside')}

## In a list

- ${linked('item')}

## In a quotation

> Words.
>
> ${linked('quote')}

## Not there

${linked('lost', 'gone.png')}
`
const names = ['alone', 'tall', 'full', 'build', 'cover', 'beside', 'item', 'quote', 'lost']
const addresses = names.map(to).sort()

const drawing = (width: number, height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%"/></svg>`

let folder: string
let deck: BuiltDeck | undefined
beforeAll(async () => {
  const work = await atWork()
  folder = join(work.folder, 'linked')
  await writeFile(join(work.folder, 'wide.svg'), drawing(1600, 900))
  await writeFile(join(work.folder, 'tall.svg'), drawing(400, 800))
  await writeFile(join(work.folder, 'linked.md'), notes)
  const formats = { ...noFormats, pdf: true, handouts: ['notes', 'article'] as const, pptx: true, markdown: true }
  const request = { notes: join(work.folder, 'linked.md'), name: 'linked', folder, formats, settings: {} }
  for await (const built of buildDecks([{ ...request, offline: true, refresh: false }], {})) deck = built
  return work.end
})

const read = (file: string): Promise<Buffer> => readFile(join(folder, file))
const once = (found: readonly string[]): readonly string[] => [...new Set(found)].sort()

describe('the link of a picture', () => {
  test.each(['linked.pdf', 'linked-handout.pdf', 'linked-article.pdf'])('is in %s', async (file) => {
    expect(deck).toBeDefined()
    expect(once((await pdfFacts(await read(file))).addresses)).toEqual(addresses)
  })

  test('is said at the foot of a page of the article', async () => {
    // There the address is a link of its own.
    const { addresses: found } = await pdfFacts(await read('linked-article.pdf'))
    for (const address of addresses) expect(found.filter((other) => other === address).length).toBeGreaterThan(1)
  })

  test('is on the picture in PowerPoint', async () => {
    const { slides } = pptxFacts(await read('linked.pptx'))
    const found = slides.flatMap(({ links }) => links)
    // The agenda leads to slides.
    expect(once(found.filter((link) => !link.startsWith('slide')))).toEqual(addresses)
  })

  test('is in the clean notes and on the page', async () => {
    const [page, clean] = [String(await read('index.html')), String(await read('linked.md'))]
    for (const address of addresses) {
      expect(page).toContain(`href="${address}"`)
      expect(clean).toContain(`](${address})`)
    }
  })
})
