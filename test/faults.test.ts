import { expect, it } from 'vitest'
import { fullDisk, isFullDisk } from '../src/browser/faults.js'
import { exitCode } from '../src/errors.js'

it('a disk without room is told apart from a browser that is lost, with the place to make room in', () => {
  expect(isFullDisk('Protocol error (IO.read): Read failed')).toBe(true)
  expect(isFullDisk('ENOSPC: no space left on device, write')).toBe(true)
  expect(isFullDisk('Protocol error (Page.printToPDF): Printing failed')).toBe(false)
  const fault = fullDisk('printing', '/scratch')
  expect(fault.message).toBe("There was no room for the browser's files while printing: /scratch is full.")
  expect(fault.code).toBe(exitCode.world)
})
