/** A deck that someone only looks at: nothing of it stays among the system's temporary files. */
import { dirname } from 'node:path'
import { expect, it, vi } from 'vitest'
import { exists } from '../../src/io/exists.js'
import { stageBundle } from '../../src/io/stageBundle.js'
import { stageTemporarily } from '../../src/io/temporaryStage.js'

vi.mock('../../src/io/stageBundle.js', () => ({
  stageBundle: vi.fn(async () => ({ folder: '', drop: () => Promise.reject(new Error('It is in use.')) })),
}))

it('its folder is gone, also when the stage in it could not be dropped', async () => {
  const stage = await stageTemporarily({ files: new Map(), findings: [] })
  const folder = dirname(vi.mocked(stageBundle).mock.calls[0]?.[1] ?? '')
  expect(await exists(folder)).toBe(true)
  await expect(stage.drop()).rejects.toThrow('It is in use.')
  expect(await exists(folder)).toBe(false)
})
