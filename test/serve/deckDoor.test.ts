/** One deck of the server, without the server: what is left of a door that could not be opened. */
import { expect, it, onTestFinished, vi } from 'vitest'
import { UserError } from '../../src/errors.js'
import { openDeckDoor } from '../../src/serve/deckDoor.js'

it('a deck that can not be made leaves nothing behind', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const opened = openDeckDoor({
    notes: 'notes.md',
    source: {
      // biome-ignore lint/correctness/useYield: there is nothing to give
      async *rounds() {
        throw new UserError('There is no notes.md.', 'Write some.')
      },
      watched: () => ({ notes: '/notes.md', look: [], lookFolders: [], pictures: [] }),
    },
    follow: false,
    sync: false,
    scripts: { live: '', card: '', decks: '' },
    keys: { author: 'a', remote: 'r', guest: 'g' },
    edit: async () => undefined,
    onRound: () => {},
  })
  await expect(opened).rejects.toThrow('There is no notes.md.')
  // Its room asks now and then whether pages are still there.
  expect(vi.getTimerCount()).toBe(0)
})
