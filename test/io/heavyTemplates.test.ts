import { expect, test, vi } from 'vitest'
import { readTemplate } from '../../src/io/readTemplate.js'
import { builtInNames } from '../../src/io/templates/findTemplate.js'
import { folderWith } from './folders.js'

const loaded = vi.hoisted(() => ({ cssTree: 0 }))
vi.mock('css-tree/tokenizer', async (original) => {
  loaded.cssTree++
  return original()
})

const read = (template: string) => readTemplate(template, { places: ['.'] })

test('what reads style sheets of others is loaded for a template of one’s own, and for no built-in one', async () => {
  for (const name of await builtInNames()) await read(name)
  expect(loaded.cssTree).toBe(0)
  await read(await folderWith({ 'template.yaml': 'name: ours\n', 'theme.css': '.mine { color: red }' }))
  expect(loaded.cssTree).toBe(1)
})
