/** The key of a server's author: one for each user, kept, and trusted only where nobody else could have it. */
import { chmod, readdir, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readOwnKey } from '../../src/io/ownKey.js'
import { folderWith } from './folders.js'

describe('the key', () => {
  it('is the same every time, also for many that start at once, and only its user reads it', async () => {
    const folder = join(await folderWith({}), 'cache')
    const keys = await Promise.all(Array.from({ length: 8 }, () => readOwnKey(folder)))
    expect(new Set([...keys, await readOwnKey(folder)]).size).toBe(1)
    expect(keys[0]).toMatch(/^[\w-]{32}$/)
    expect(await readdir(folder)).toEqual(['serve.key'])
    if (process.platform !== 'win32') expect((await stat(join(folder, 'serve.key'))).mode & 0o777).toBe(0o600)
  })

  it('is another for another user', async () => {
    expect(await readOwnKey(await folderWith({}))).not.toBe(await readOwnKey(await folderWith({})))
  })

  it.each(['', 'short', `${'a'.repeat(32)}\n`, 'a'.repeat(5000)])(
    'is made anew where it is spoilt: %j',
    async (text) => {
      const folder = await folderWith({ 'serve.key': text })
      await chmod(join(folder, 'serve.key'), 0o600)
      const key = await readOwnKey(folder)
      expect(key).toMatch(/^[\w-]{32}$/)
      expect(key).not.toContain('aaaaaaaa')
      expect(await readOwnKey(folder)).toBe(key)
    },
  )

  it.skipIf(process.platform === 'win32')('is made anew where others could read it, or it is elsewhere', async () => {
    const known = 'k'.repeat(32)
    const folder = await folderWith({ 'serve.key': known, elsewhere: known })
    await chmod(join(folder, 'serve.key'), 0o644)
    expect(await readOwnKey(folder)).not.toBe(known)
    const linked = await folderWith({})
    await chmod(join(folder, 'elsewhere'), 0o600)
    await symlink(join(folder, 'elsewhere'), join(linked, 'serve.key'))
    expect(await readOwnKey(linked)).not.toBe(known)
  })

  it('is a new one every time where none can be kept', async () => {
    const folder = await folderWith({})
    await writeFile(join(folder, 'file'), '')
    const keys = [await readOwnKey(join(folder, 'file')), await readOwnKey(join(folder, 'file'))]
    expect(new Set(keys).size).toBe(2)
  })
})
