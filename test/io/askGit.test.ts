import { expect, it } from 'vitest'
import { askGit, TooLong } from '../../src/io/git/askGit.js'
import { folderWith } from './folders.js'

it('says how much of an answer is read, whoever asks', async () => {
  const folder = await folderWith({ 'long.txt': 'a line\n'.repeat(300_000), 'empty.txt': '' })
  const asked = askGit(['diff', '--no-index', 'empty.txt', 'long.txt'], { folder, what: 'list', most: 1024 * 1024 })
  await expect(asked).rejects.toMatchObject({ message: 'list has more than 1 MB.' })
  await expect(asked).rejects.toBeInstanceOf(TooLong)
})
