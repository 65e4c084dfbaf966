/**
 * From the write of a file to the painted slide: `node bench/live.mjs [edits] [slides]` serves notes, opens them in a
 * browser, edits them, and prints how long it took until the edit was painted: the least, the median, the worst in twenty.
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import puppeteer from 'puppeteer'

const talkback = resolve(dirname(fileURLToPath(import.meta.url)), '../bin/talkback.js')
const edits = Number(process.argv[2] ?? 40)
const slides = Number(process.argv[3] ?? 300)

const folder = mkdtempSync(join(tmpdir(), 'talkback-live-'))
const file = join(folder, 'notes.md')
const chosen = Math.round(slides / 2)
writeFileSync(file, notes('first'))
const browser = spawnSync(process.execPath, [talkback, 'setup'], { encoding: 'utf8' }).stdout.trim()
const server = spawn(process.execPath, [talkback, 'serve', file, '--offline', '--quiet'], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
try {
  const [address] = await firstLine(server)
  const chrome = await puppeteer.launch({
    executablePath: browser,
    headless: 'shell',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    await measureIn(await chrome.newPage(), address)
  } finally {
    await chrome.close()
  }
} finally {
  server.kill()
  rmSync(folder, { recursive: true, force: true })
}

/** Half Chinese, half English, some slides a little too long for one. */
function notes(word) {
  const lines = ['# 云原生大会笔记', '']
  for (let slide = 1; slide <= slides; slide++) {
    if (slide % 25 === 1) lines.push(`## 第${(slide - 1) / 25 + 1}场 Session`, '')
    lines.push(`### 服务网格与边缘计算 Topic ${slide}`, '')
    if (slide === chosen) lines.push(`- edited: ${word}`)
    for (let point = 1; point <= 4 + (slide % 7); point++)
      lines.push(`- 第 ${point} 点：控制面与数据面分离，p${slide} retries and timeouts`)
    lines.push('', `Some prose about talk ${slide}. 讲者认为这是未来的方向。`, '')
  }
  return lines.join('\n')
}

async function firstLine({ stdout }) {
  for await (const line of createInterface(stdout)) return [line]
  throw new Error('The server gave no address.')
}

async function measureIn(page, address) {
  // The address has a key in it, which leads on without it.
  await page.goto(`${address}#/${encodeURIComponent(`服务网格与边缘计算-topic-${chosen}`)}`)
  await page.waitForSelector('html.ready')
  await page.waitForFunction(`document.querySelector('section.present')?.textContent.includes('edited: first')`)
  const times = []
  for (let edit = 0; edit < edits; edit++) {
    // An author stops to think; what the last edit left to do is done by then.
    await setTimeout(400)
    const word = `e${Math.random().toString(36).slice(2, 8)}`
    const painted = page.evaluate(untilPainted, word)
    await setTimeout(20)
    const text = notes(word)
    const written = performance.timeOrigin + performance.now()
    writeFileSync(file, text)
    times.push((await painted) - written)
  }
  times.sort((one, other) => one - other)
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(0)
  console.log(
    `${slides} slides, ${edits} edits: ${at(0)} / ${at(0.5)} / ${at(0.95)} ms from the write to the painted slide`,
  )
}

/** Runs in the page: resolves right after the frame in which the slide on screen shows the word. Milliseconds since 1970. */
function untilPainted(word) {
  return new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector('section.present')?.textContent.includes(word)) return
      observer.disconnect()
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.timeOrigin + performance.now())
        port2.postMessage('')
      })
    }
    const observer = new MutationObserver(look)
    observer.observe(document.body, { childList: true, subtree: true, characterData: true })
  })
}
