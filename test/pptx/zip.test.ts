/** A zip that is written file by file is the one that is written at once. */
import { type Zippable, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { newZip } from '../../src/pptx/zip.js'

test('is byte for byte what a library makes of the same files', () => {
  const files = [
    ['[Content_Types].xml', Buffer.from('<Types/>'.repeat(50)), true],
    ['ppt/media/image1.jpeg', Buffer.from([0xff, 0xd8, 0, 1, 2]), false],
    ['ppt/empty.xml', Buffer.alloc(0), true],
  ] as const
  const zip = newZip(new Date(Date.UTC(2018, 10, 13, 9, 30, 8)))
  const made = [...files.flatMap(([path, bytes, packs]) => [...zip.add(path, bytes, packs)]), ...zip.end()]
  const mtime = new Date(2018, 10, 13, 9, 30, 8)
  const parts: Zippable = {}
  for (const [path, bytes, packs] of files) parts[path] = [bytes, { mtime, level: packs ? 6 : 0 }]
  expect(Buffer.concat(made).equals(zipSync(parts))).toBe(true)
})
