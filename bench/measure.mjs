/** Runs a program → how long it took and how much memory it and all its children held at their peak. */
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

const pause = 20
const pageSize = 4096

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} env added to ours
 * @returns {Promise<{ seconds: number, megabytes: number | undefined }>} memory only on Linux, where /proc tells it
 */
export function measure(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint()
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    let peak = 0
    const watch = setInterval(() => {
      peak = Math.max(peak, treeSize(child.pid))
    }, pause)
    child.stderr.on('data', (text) => {
      said += text
    })
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(watch)
      const seconds = Number(process.hrtime.bigint() - started) / 1e9
      if (code !== 0) reject(new Error(`${[command, ...args].join(' ')} ended with ${code}\n${said}`))
      else resolve({ seconds, megabytes: peak > 0 ? peak / 1024 / 1024 : undefined })
    })
  })
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Bytes in memory of a process and of all that it started; what they share counts for each. 0 where there is no /proc. */
function treeSize(pid) {
  let processes
  try {
    processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  } catch {
    return 0
  }
  const children = new Map()
  for (const name of processes) {
    const parent = parentOf(name)
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), name])
  }
  const size = (name) => sizeOf(name) + (children.get(name) ?? []).reduce((sum, child) => sum + size(child), 0)
  return size(String(pid))
}

function parentOf(name) {
  // The command in brackets may hold spaces; the parent is the second word behind it.
  const stat = readOrEmpty(`/proc/${name}/stat`)
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
}

const sizeOf = (name) => Number(readOrEmpty(`/proc/${name}/statm`).split(' ')[1] ?? 0) * pageSize

function readOrEmpty(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
