import { createServer } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { openRoom } from '../../src/serve/room.js'
import { eventually } from '../eventually.js'

it('a page that takes nothing is let go, and the others are told all the same', async () => {
  const room = openRoom(
    () => {},
    () => {},
  )
  const server = createServer().on('upgrade', (request, socket, head) => room.admit(request, socket, head, 'guest'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const [deaf, page] = [1, 2].map(() => new WebSocket(`ws://127.0.0.1:${port}`))
  try {
    await eventually(() => expect(room.size).toBe(2))
    let heard = ''
    page?.on('message', (data) => {
      heard = String(data)
    })
    deaf?.pause()
    // Until it is let go, and once more.
    for (let update = 1, last = false; !last; update++) {
      expect(update).toBeLessThan(60)
      last = room.size === 1
      room.tell({ kind: 'say', text: `update ${update} ${'word '.repeat(200_000)}` })
      await eventually(() => expect(heard.slice(0, 60)).toContain(`update ${update} `))
      await setTimeout(1)
    }
    expect(page?.readyState).toBe(WebSocket.OPEN)
  } finally {
    deaf?.terminate()
    page?.terminate()
    room.close()
    server.close()
  }
})
