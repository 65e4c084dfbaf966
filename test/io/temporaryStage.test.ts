/** A deck that is only looked at leaves nothing among the system's temporary files, whether it could be written or not. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { stageTemporarily } from '../../src/io/temporaryStage.js'
import { contentsOf, folderWith } from './folders.js'

/** The system's temporary files, for one test. */
async function temporaryFolder(): Promise<string> {
  const folder = await folderWith()
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, folder)
  onTestFinished(() => void vi.unstubAllEnvs())
  return folder
}

const bundle = (path: string) => ({ files: new Map([[path, 'page']]), findings: [] })

test('a deck is there until it is dropped', async () => {
  const temporary = await temporaryFolder()
  const { folder, drop } = await stageTemporarily(bundle('index.html'))
  expect(await contentsOf(folder)).toEqual({ 'index.html': 'page' })
  expect(folder.startsWith(temporary)).toBe(true)
  await drop()
  expect(await readdir(temporary)).toEqual([])
})

test('nothing stays of one that could not be staged', async () => {
  const temporary = await temporaryFolder()
  await expect(stageTemporarily(bundle('../index.html'))).rejects.toThrow("can't hold a file")
  expect(await readdir(temporary)).toEqual([])
  // No folder can be made in a file: then there was none.
  const file = join(await folderWith({ file: '' }), 'file')
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, file)
  await expect(stageTemporarily(bundle('index.html'))).rejects.toMatchObject({ name: 'UserError' })
})
