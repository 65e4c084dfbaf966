/** A thousand edits of a served deck: neither the server nor the page that shows it holds more afterwards than before. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Page } from 'puppeteer'
import { expect, test } from 'vitest'
import { served } from './served.js'

const MEGABYTE = 1024 * 1024
const slides = Array.from(
  { length: 60 },
  (_, index) => `## 演讲 ${index}\n\n- first of ${index}\n- 第二点\n\n一段文字。\n`,
)
const edited = (word: string): string => `# Talk\n\n${slides.join('\n').replace('first of 30', `edited ${word}`)}`

const house = served({ 'notes.md': edited('first') })

/** What is held once all that nobody holds is gone. */
function heap(): number {
  setFlagsFromString('--expose-gc')
  const gc: unknown = runInNewContext('gc')
  if (typeof gc === 'function') for (let time = 0; time < 3; time++) gc()
  return process.memoryUsage().heapUsed
}

/** Runs in the page: waits until the slide on screen says so. */
const arrivalOf = (words: string): string => `new Promise((arrived) => {
  const look = () => {
    if (!document.querySelector('section.present').textContent.includes('${words}')) return
    observer.disconnect()
    arrived()
  }
  const observer = new MutationObserver(look)
  observer.observe(document.body, { childList: true, subtree: true })
  // It may be there already.
  look()
})`

async function heldBy(page: Page) {
  const session = await page.createCDPSession()
  await session.send('HeapProfiler.collectGarbage')
  await session.detach()
  const { JSHeapUsedSize = 0, Nodes = 0, JSEventListeners = 0 } = await page.metrics()
  return { heap: JSHeapUsedSize, nodes: Nodes, listeners: JSEventListeners }
}

test('memory is flat over a thousand edits', async () => {
  const page = await house.now.openPage(`${house.now.serving.address}#/演讲-30`)
  const edit = async (from: number, to: number): Promise<void> => {
    for (let count = from; count < to; count++) {
      // Every edit reaches the page: none is skipped because the next one came too soon.
      const arrived = page.evaluate(arrivalOf(`edited ${count}`))
      await house.now.write('notes.md', edited(`${count}`))
      await arrived
    }
  }
  await edit(0, 200)
  const [server, before] = [heap(), await heldBy(page)]
  await edit(200, 1000)
  const [after, now] = [heap(), await heldBy(page)]
  // A deck of this size is 40 kB of HTML: keeping it 800 times would be 30 MB.
  expect((after - server) / MEGABYTE).toBeLessThan(4)
  expect((now.heap - before.heap) / MEGABYTE).toBeLessThan(2)
  expect(now.nodes - before.nodes).toBeLessThan(500)
  expect(now.listeners - before.listeners).toBeLessThan(50)
}, 600_000)
