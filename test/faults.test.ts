import { expect, it } from 'vitest'
import { fullDisk, isFullDisk, lostBrowser, startFault } from '../src/browser/faults.js'
import { exitCode } from '../src/errors.js'
import { worldFault } from '../src/io/faults.js'

it('a disk without room is told apart from a browser that is lost, with the place to make room in', () => {
  expect(isFullDisk('Protocol error (IO.read): Read failed')).toBe(true)
  expect(isFullDisk('ENOSPC: no space left on device, write')).toBe(true)
  expect(isFullDisk('Protocol error (Page.printToPDF): Printing failed')).toBe(false)
  const fault = fullDisk('printing', '/scratch')
  expect(fault.message).toBe("There was no room for the browser's files while printing: /scratch is full.")
  expect(fault.code).toBe(exitCode.world)
})

it('what a browser says reaches the terminal as text alone', () => {
  const said = '\u001b]0;title\u0007\u001b[31mno\u001b[0m \u001b[2Jluck\u0008\u009b today\n'
  expect(lostBrowser('printing', said).message).toBe('The browser ended while printing: no luck today.')
  const browser = { path: '/bin/browser', kind: 'shell', from: 'PATH' } as const
  expect(startFault(browser, said).message).toBe('The browser /bin/browser (PATH) did not start: no luck today.')
})

it('memory, open files and links in a circle are of the world, wherever they come up; what we forgot is not', () => {
  const said = (code: string) => Object.assign(new Error(`${code}: …, open 'x'`), { code, path: 'notes/x.png' })
  expect(worldFault(said('EMFILE'))).toMatchObject({
    code: 4,
    message: "Can't go on with notes/x.png: too many files are open.",
  })
  expect(worldFault(said('ELOOP'))).toMatchObject({ code: 4 })
  expect(worldFault(new RangeError('WebAssembly.instantiate(): Out of memory'))).toMatchObject({ code: 4 })
  for (const ours of [said('ENOENT'), new TypeError('x is undefined')]) expect(worldFault(ours)).toBe(ours)
})
