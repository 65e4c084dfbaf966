/** Profiles of browsers: those of processes that are gone are swept, and nobody else's. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeProfile, sweepProfiles } from '../src/browser/profile.js'

// Windows has another name for it.
const variable = process.platform === 'win32' ? 'TEMP' : 'TMPDIR'
let before: string | undefined
let folder: string
beforeEach(() => {
  before = process.env[variable]
  folder = mkdtempSync(join(tmpdir(), 'talkback-profiles-'))
  process.env[variable] = folder
})
afterEach(() => {
  if (before === undefined) delete process.env[variable]
  else process.env[variable] = before
  rmSync(folder, { recursive: true, force: true })
})

/** The number of a process that has ended. */
const gone = (): number => spawnSync(process.execPath, ['-e', '']).pid

test('the profile of a process that is gone is deleted, and that of one that runs stays', async () => {
  const own = basename(makeProfile())
  const left = own.replace(`-${process.pid}-`, `-${gone()}-`)
  expect(left).not.toBe(own)
  mkdirSync(join(folder, left, 'Default'), { recursive: true })
  await sweepProfiles()
  expect(readdirSync(folder)).toEqual([own])
})

test('where processes are counted apart, nobody knows which of them run: their profiles stay', async () => {
  const own = makeProfile()
  expect(dirname(own)).toBe(folder)
  const [, space = ''] = /^talkback-chrome-(\w+)-\d+-/.exec(basename(own)) ?? []
  const others = [
    `talkback-chrome-${gone()}-Ab3dEf`,
    `talkback-chrome-${[...space].reverse().join('')}-${gone()}-Ab3dEf`,
  ]
  for (const name of others) mkdirSync(join(folder, name))
  await sweepProfiles()
  expect(readdirSync(folder)).toEqual([...others, basename(own)].sort())
})
