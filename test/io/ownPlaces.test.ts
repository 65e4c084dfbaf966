/** Pictures that other tools find by rules of their own: folders of posts, aliases of sites, vaults, Typora's root. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openCache } from '../../src/io/cache.js'
import { getPictures } from '../../src/io/pictures/getPictures.js'
import { ownPlaces } from '../../src/io/pictures/ownPlaces.js'
import type { FrontValue } from '../../src/model/notes.js'
import { png } from './drawnPictures.js'
import { folderWith } from './folders.js'

const front = (values: Readonly<Record<string, string>>): Readonly<Record<string, FrontValue>> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, line: 1, column: 1 }]))

/** Widths of the pictures that were found, each with a width of its own; 0 for none. */
async function widths(
  notes: string,
  sources: readonly string[],
  head: Readonly<Record<string, string>> = {},
): Promise<readonly number[]> {
  const folder = join(notes, '..')
  const cache = openCache('pictures', join(folder, 'cache'))
  const options = { folder, own: ownPlaces(notes, front(head)), cache, offline: true, refresh: false, now: 0 }
  const wanted = sources.map((src) => ({ src, lines: [1, 1] as const }))
  const { pictures } = await getPictures(wanted, { ...options, pictures: 'fit' })
  return sources.map((src) => {
    const picture = pictures.get(src)
    return picture?.state === 'ready' ? picture.width : 0
  })
}

test('a post has a folder of its name, and no other post has it', async () => {
  const folder = await folderWith({ 'post/a.png': png(5, 5), 'post.assets/b.png': png(6, 6), 'a b/c.png': png(7, 7) })
  expect(await widths(join(folder, 'post.md'), ['a.png', 'b.png'])).toEqual([5, 6])
  expect(await widths(join(folder, 'other.md'), ['a.png'])).toEqual([0])
  expect(await widths(join(folder, 'a b.md'), ['c.png'])).toEqual([7])
})

test('an alias is a folder of the site, or the site itself', async () => {
  const folder = await folderWith({
    'package.json': '{}',
    '.git/HEAD': '',
    'images/a.png': png(5, 5),
    'src/b.png': png(6, 6),
    'static/c.png': png(7, 7),
    'docs/d.png': png(8, 8),
    'docs/@odd/e.png': png(9, 9),
  })
  const sources = [
    '@images/a.png',
    '@/b.png',
    '~@/b.png',
    '@site/static/c.png',
    '@source/d.png',
    '@odd/e.png',
    '@/../x',
  ]
  expect(await widths(join(folder, 'docs', 'n.md'), sources)).toEqual([5, 6, 6, 7, 8, 9, 0])
})

test('in a vault a name means a file anywhere, and elsewhere it does not', async () => {
  const files = { 'a/deep/x.png': png(5, 5), 'b/x.png': png(6, 6), 'b/É.png': png(7, 7), 'notes/n.md': '' }
  const vault = await folderWith({ ...files, '.obsidian/app.json': '{}', '.obsidian/secret.png': png(8, 8) })
  const notes = (folder: string): string => join(folder, 'notes', 'n.md')
  expect(await widths(notes(vault), ['x.png', 'deep/x.png', 'e\u0301.png', 'secret.png'])).toEqual([6, 5, 7, 0])
  const repository = await folderWith({ ...files, '.git/HEAD': '' })
  expect(await widths(notes(repository), ['x.png'])).toEqual([0])
})

test('Typora says where a path begins, within the bound', async () => {
  const folder = await folderWith({ '.git/HEAD': '', 'img/a b.png': png(5, 5), 'docs/copies/b.png': png(6, 6) })
  const notes = join(folder, 'docs', 'n.md')
  const head = { 'typora-root-url': '../img', 'typora-copy-images-to': 'copies' }
  expect(await widths(notes, ['/a b.png', '/a%20b.png', 'b.png'], head)).toEqual([5, 5, 6])
  expect(await widths(notes, ['/passwd'], { 'typora-root-url': '/etc' })).toEqual([0])
})
