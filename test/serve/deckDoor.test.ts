/** One deck of the server, without the server: what is left of a door that could not be opened. */
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, it, onTestFinished, vi } from 'vitest'
import { UserError } from '../../src/errors.js'
import { openDeckDoor } from '../../src/serve/deckDoor.js'
import type { LiveRound } from '../../src/serve/source.js'
import { eventually } from '../eventually.js'
import { folderWith } from '../io/folders.js'

const house = {
  notes: 'notes.md',
  follow: false,
  sync: false,
  scripts: { live: '', card: '', decks: '' },
  keys: { author: 'a', remote: 'r', guest: 'g' },
  edit: async () => undefined,
  onRound: () => {},
}

const shownRound: LiveRound = {
  text: '',
  title: 'Talk',
  author: '',
  lang: 'en',
  slides: [],
  lines: [],
  canvas: { width: 1280, height: 720 },
  page: () => '',
  css: '',
  textFonts: [],
  files: new Map(),
  findings: [],
  broken: false,
}

it('what nobody watched while it was read is read once more', async () => {
  const folder = await folderWith({ 'notes.md': '', 'p.png': '' })
  const [file, picture] = [join(folder, 'notes.md'), join(folder, 'p.png')]
  const touched: string[][] = []
  const door = await openDeckDoor({
    ...house,
    source: {
      async *rounds(paths) {
        touched.push([...(paths ?? [])])
        yield shownRound
      },
      watched: () => ({ notes: file, look: [], lookFolders: [], pictures: [picture] }),
    },
  })
  onTestFinished(() => door.close())
  await eventually(() => expect(touched.flat()).toEqual(expect.arrayContaining([file, picture])))
  await setTimeout(50)
  expect(touched.length).toBeLessThan(4)
})

it('a deck that can not be made leaves nothing behind', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const opened = openDeckDoor({
    source: {
      // biome-ignore lint/correctness/useYield: there is nothing to give
      async *rounds() {
        throw new UserError('There is no notes.md.', 'Write some.')
      },
      watched: () => ({ notes: '/notes.md', look: [], lookFolders: [], pictures: [] }),
    },
    ...house,
  })
  await expect(opened).rejects.toThrow('There is no notes.md.')
  // Its room asks now and then whether pages are still there.
  expect(vi.getTimerCount()).toBe(0)
})
