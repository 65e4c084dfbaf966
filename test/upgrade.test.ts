/** A deck that another version of Talkback made → what of the new one the notes changed, and what Talkback. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { changesLine } from '../src/diff/changes.js'
import { differenceLines } from '../src/diff/text.js'
import { ownVersion } from '../src/io/assets.js'
import { MANIFEST, readManifest } from '../src/io/manifest.js'
import { noFormats } from '../src/model/format.js'
import { diffNotes } from '../src/pipeline/diffNotes.js'
import { diffPictures } from '../src/pipeline/diffPictures.js'
import { buildDecks } from '../src/pipeline.js'
import { folderWith } from './io/folders.js'

const notes = '# Talk\n\n## Mesh\n\n- one\n- two\n\n## Edge\n\n- three\n\n## Costs\n\nIt costs a lot.\n'
const EARLIER = '0.0.9'

async function folderOf(text: string) {
  const folder = await folderWith({ 'n.md': text })
  const [file, dist] = [join(folder, 'n.md'), join(folder, 'dist')]
  const request = { notes: file, name: 'n', folder: dist, formats: noFormats, offline: true, refresh: false }
  const build = async () => {
    for await (const deck of buildDecks([request], {})) return deck
    throw new Error('nothing was built')
  }
  /** As if another version had made it, which set its slides otherwise. */
  const asEarlier = async (edit: (manifest: string) => string) => {
    const path = join(dist, MANIFEST)
    const text = await readFile(path, 'utf8')
    await writeFile(path, edit(text.replace(`"version": "${ownVersion()}"`, `"version": "${EARLIER}"`)))
  }
  return { file, dist, build, asEarlier, write: (content: string) => writeFile(file, content) }
}

/** It had another layout for one slide, and no slide for another. */
const setOtherwise = (manifest: string): string => {
  const read = JSON.parse(manifest)
  const [first, ...rest] = read.slides.filter(({ id }: { id: string }) => id === 'mesh' || id === 'edge')
  const slides = read.slides.flatMap((slide: { id: string; text: string; said: string; print: string }) => {
    if (slide.id === 'edge') return []
    const joined = { text: `${first.text}\n${rest[0].text}`, said: first.said + rest[0].said, print: 'other' }
    return [slide.id === 'mesh' ? { ...slide, ...joined } : { ...slide, print: 'other' }]
  })
  return JSON.stringify({ ...read, slides })
}

describe('a deck built by another version', () => {
  it('is told apart from what the notes changed', async () => {
    const { build, asEarlier, write } = await folderOf(notes)
    await build()
    await asEarlier(setOtherwise)
    await write(notes.replace('a lot', 'little'))
    const { changes } = await build()
    expect(changes && changesLine(changes)).toBe(
      `1 changed: “Costs” (line 12); by Talkback ${ownVersion()}, not ${EARLIER}: 1 changed: “Mesh” (line 3); 1 added: “Edge” (line 8)`,
    )
    expect((await build()).changes).toMatchObject({ changed: [], added: [] })
  })

  it('is no change where readers see the same, whatever it is called inside', async () => {
    const { build, asEarlier } = await folderOf(notes)
    await build()
    await asEarlier((manifest) => manifest.replaceAll(/"print": "\w+"/g, '"print": "other"'))
    const { changes } = await build()
    expect(changes && changesLine(changes)).toBe('no slide changed')
    expect(changes?.upgrade).toMatchObject({ from: EARLIER, to: ownVersion() })
  })

  it('of which the manifest says little keeps its addresses all the same', async () => {
    const { build, asEarlier, dist, write } = await folderOf(notes)
    await build()
    await asEarlier((manifest) => {
      const { version: _, slides, ...rest } = JSON.parse(manifest)
      const facts = slides.map(({ id, kind, title, text, print }: Record<string, string>) => ({
        id,
        kind,
        title,
        text,
        print,
      }))
      return JSON.stringify({ ...rest, slides: facts })
    })
    await write(`${notes.replace('## Edge', '## Edge of it')}\n## Mesh\n\n- another\n`)
    const { changes } = await build()
    expect(changes?.upgrade?.from).toBe('')
    const ids = (await readManifest(dist))?.facts?.slides.map(({ id }) => id)
    expect(ids).toContain('mesh')
    expect(await readFile(join(dist, 'index.html'), 'utf8')).toMatch(
      /id="edge-of-it" [^>]*data-key="\w+" data-was="\w+"/,
    )
  })
})

describe('a difference from a deck that was made', () => {
  it.each(['dist', `dist/${MANIFEST}`])('is that from the notes which it was made of: %s', async (name) => {
    const { file, dist, build, write } = await folderOf(notes)
    await build()
    const path = name === 'dist' ? dist : join(dist, MANIFEST)
    expect(await diffNotes({ versions: [path, file] })).toMatchObject({ slides: [] })
    await write(notes.replace('- three', '- three and a half').replace('## Costs', '## What it costs'))
    const { slides, upgrade } = await diffNotes({ versions: [path, file] })
    expect(upgrade).toBeUndefined()
    expect(slides.map(({ change, after }) => [change, after?.title, after?.lines?.[0]])).toEqual([
      ['changed', 'Edge', 8],
      ['changed', 'What it costs', 12],
    ])
  })

  it('by another version says which of them Talkback made', async () => {
    const { file, dist, build, asEarlier, write } = await folderOf(notes)
    await build()
    await asEarlier(setOtherwise)
    await write(notes.replace('a lot', 'little'))
    const difference = await diffNotes({ versions: [dist, file] })
    expect(difference.upgrade).toEqual({ from: EARLIER, to: ownVersion() })
    expect(difference.slides.map(({ after, by }) => [after?.title, by])).toEqual([
      ['Mesh', 'talkback'],
      ['Edge', 'talkback'],
      ['Costs', 'notes'],
    ])
    const lines = differenceLines(difference, { before: 'dist', after: 'n.md' })
    expect(lines.filter((line) => /^[~+]|Talkback/.test(line))).toEqual([
      `dist → n.md (Talkback ${EARLIER} → ${ownVersion()}): 2 changed, 1 added; 1 as before`,
      '~ Costs  n.md:12–14',
      `2 of them by Talkback ${ownVersion()}, not ${EARLIER}; there the notes say the same.`,
      '~ Mesh  n.md:3–6',
      '+ Edge  n.md:8–10',
    ])
  })

  it.each([
    [(dist: string) => ({ versions: [dist] }), /is a deck/],
    [(dist: string) => ({ versions: [dist, 'n.md'], pictures: 'x.html' }), /No pictures/],
  ])('needs notes beside it, and no browser', async (request, message) => {
    const { build, dist } = await folderOf(notes)
    await build()
    const asked = { offline: true, refresh: false, pictures: '', ...request(dist) }
    await expect(asked.pictures === '' ? diffNotes(asked) : diffPictures(asked, {})).rejects.toThrow(message)
  })

  it('can be that between two of them', async () => {
    const [one, other] = [await folderOf(notes), await folderOf(notes.replace('- two', '- 2'))]
    await one.build()
    await other.build()
    const { slides } = await diffNotes({ versions: [one.dist, other.dist] })
    expect(slides.map(({ before, after }) => [before?.id, after?.id])).toEqual([['mesh', 'mesh']])
  })
})

it('two first builds give the same keys, as two machines would', async () => {
  const made = await Promise.all([folderOf(notes), folderOf(notes)])
  for (const { build } of made) await build()
  const [one, other] = await Promise.all(made.map(({ dist }) => readFile(join(dist, 'index.html'), 'utf8')))
  expect(one).toBe(other)
})
