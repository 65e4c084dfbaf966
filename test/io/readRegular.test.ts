import { spawnSync } from 'node:child_process'
import { symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { localPicture } from '../../src/io/pictures/localPicture.js'
import { readConfig } from '../../src/io/readConfig.js'
import { readNotes } from '../../src/io/readNotes.js'
import { readRegular } from '../../src/io/readRegular.js'
import { folderWith } from './folders.js'

const wanted = { what: 'a file of notes', most: 100_000 }

test('a file is read whole, an empty one, too', async () => {
  const folder = await folderWith({ empty: '', some: 'x'.repeat(70_000) })
  expect((await readRegular(join(folder, 'empty'), wanted)).length).toBe(0)
  expect((await readRegular(join(folder, 'some'), wanted)).toString()).toBe('x'.repeat(70_000))
})

test('a file that is larger than it may be is not read', async () => {
  const folder = await folderWith({ large: 'x'.repeat(100_001) })
  await expect(readRegular(join(folder, 'large'), wanted)).rejects.toMatchObject({ code: 4, reason: /^larger than/ })
})

test.skipIf(process.platform !== 'linux')('nor is one whose size the system does not tell', async () => {
  expect((await readRegular('/proc/self/status', wanted)).toString()).toContain('Pid:')
  await expect(readRegular('/proc/self/maps', { ...wanted, most: 100 })).rejects.toMatchObject({ reason: /^larger/ })
})

describe.skipIf(process.platform === 'win32')('what is no file', () => {
  test.each([
    ['/dev/zero', 'a device'],
    ['pipe', 'a pipe'],
    ['socket', 'a socket'],
    ['.', 'a folder'],
    ['link', 'a device'],
  ])('%s is refused, unread', async (name, kind) => {
    const folder = await folderWith()
    expect(spawnSync('mkfifo', [join(folder, 'pipe')]).status).toBe(0)
    await symlink('/dev/zero', join(folder, 'link'))
    const server = createServer().listen(join(folder, 'socket'))
    try {
      const path = name.startsWith('/') ? name : join(folder, name)
      await new Promise((resolve) => server.once('listening', resolve))
      await expect(readRegular(path, wanted)).rejects.toMatchObject({
        message: `${path} is ${kind}, not a file of notes.`,
        code: 4,
      })
    } finally {
      server.close()
    }
  })

  test('as notes, as a config file and as a picture: one sentence each', async () => {
    const folder = await folderWith()
    for (const name of ['a.md', 'talkback.yaml', 'a.png']) await symlink('/dev/zero', join(folder, name))
    await expect(readNotes(join(folder, 'a.md'))).rejects.toMatchObject({
      message: /is a device, not a file of notes\.$/,
    })
    expect((await readConfig(join(folder, 'a.md'))).findings).toMatchObject([
      { code: 'config-broken', facts: { reason: 'it is a device' } },
    ])
    const pipe = await folderWith()
    expect(spawnSync('mkfifo', [join(pipe, 'a.png')]).status).toBe(0)
    expect(await localPicture('a.png', pipe)).toMatchObject({ code: 'picture-refused', reason: 'a pipe' })
  })

  test('links that lead in a circle, or nowhere, say so', async () => {
    const folder = await folderWith()
    await symlink('loop.md', join(folder, 'loop.md'))
    await symlink('gone.md', join(folder, 'link.md'))
    await expect(readNotes(join(folder, 'loop.md'))).rejects.toMatchObject({ message: /links lead in a circle/ })
    await expect(readNotes(join(folder, 'link.md'))).rejects.toMatchObject({ message: /is a link that leads nowhere/ })
    await writeFile(join(folder, 'gone.md'), '# A')
    expect((await readNotes(join(folder, 'link.md'))).text).toBe('# A')
  })
})
