/** Graphs in Graphviz's language → their SVG, drawn beside everything else, in bounded time: by Graphviz as WebAssembly. */
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'

/** What came of a diagram; `says`: what the program said. */
export type Drawn = { readonly svg: string } | { readonly why: 'broken' | 'slow' | 'large'; readonly says: string }

/** Milliseconds that one may take. */
const PATIENCE = 10_000

/**
 * Runs in a thread of its own, which can be ended: nobody knows before how long a graph takes. It is written as text
 * because a package is one file; nothing is in it that comes from notes.
 */
const program = `
const { parentPort, workerData } = require('node:worker_threads')
const common = { fontname: 'Arial' }
require(workerData).instance().then((viz) => {
  parentPort.on('message', (source) => {
    try {
      const { status, output, errors } = viz.render(source, {
        format: 'svg',
        graphAttributes: { ...common, bgcolor: 'transparent' },
        nodeAttributes: common,
        edgeAttributes: common,
      })
      const fault = errors.find(({ level }) => level === 'error') ?? errors[0]
      parentPort.postMessage(status === 'success' ? { svg: output } : { says: fault?.message ?? '' })
    } catch (error) {
      parentPort.postMessage({ says: error.message })
    }
  })
  parentPort.postMessage('ready')
})`

/** @param patience milliseconds for each */
export async function drawDot(sources: readonly string[], patience = PATIENCE): Promise<readonly Drawn[]> {
  const drawn: Drawn[] = []
  let thread: Worker | undefined
  try {
    for (const source of sources) {
      thread ??= await startThread()
      const made = await answerOf(thread, source, patience)
      drawn.push(made)
      if ('why' in made && made.why !== 'broken') {
        await thread.terminate()
        thread = undefined
      }
    }
  } finally {
    await thread?.terminate()
  }
  return drawn
}

async function startThread(): Promise<Worker> {
  const path = createRequire(import.meta.url).resolve('@viz-js/viz')
  const thread = new Worker(program, { eval: true, workerData: path, stdout: true, stderr: true })
  await new Promise((resolve, reject) => {
    thread.once('message', resolve)
    thread.once('error', reject)
  })
  return thread
}

function answerOf(thread: Worker, source: string, patience: number): Promise<Drawn> {
  return new Promise((resolve) => {
    const answer = (drawn: Drawn): void => {
      clearTimeout(late)
      thread.off('message', told)
      thread.off('error', ended)
      resolve(drawn)
    }
    const told = (made: unknown): void => answer(read(made))
    // It had all the memory that there is for it, and that was not enough.
    const ended = (): void => answer({ why: 'large', says: '' })
    const late = setTimeout(() => answer({ why: 'slow', says: '' }), patience)
    thread.on('message', told)
    thread.on('error', ended)
    thread.postMessage(source)
  })
}

function read(made: unknown): Drawn {
  if (typeof made === 'object' && made !== null) {
    if ('svg' in made && typeof made.svg === 'string') return { svg: made.svg }
    if ('says' in made && typeof made.says === 'string') return { why: 'broken', says: made.says }
  }
  return { why: 'broken', says: '' }
}
