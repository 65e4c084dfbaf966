/** Manifests that somebody damaged or made up → what a build takes over from them. */
import { expect, test } from 'vitest'
import { MANIFEST, readManifest } from '../../src/io/manifest.js'
import { folderWith } from './folders.js'

const slide = (id: string, more: object = {}) => ({
  ...{ id, kind: 'content', title: id, text: `words of ${id}`, print: id },
  ...{ key: `key${id}`, was: ['1abc'], layout: 'points', said: '' },
  ...more,
})

async function slidesOf(...slides: readonly object[]) {
  const folder = await folderWith({ [MANIFEST]: JSON.stringify({ version: '1', look: 'x', slides }) })
  return (await readManifest(folder))?.facts?.slides ?? []
}

test('what a build wrote is taken over', async () => {
  expect(await slidesOf(slide('a'), slide('b_2'))).toMatchObject([{ key: 'keya', was: ['1abc'] }, { key: 'keyb_2' }])
})

test.each([
  ['markup', { key: '"><script>' }],
  ['nothing', { key: '' }],
  ['no text', { key: 1 }],
  ['endless', { key: 'k'.repeat(1000) }],
  ['the key of another slide', { key: 'keya' }],
  ['beside marks that are none', { was: [1, null, { a: 1 }] }],
  ['beside marks that are two in one', { was: ['a b'] }],
])('a key that is %s is none: slides get keys by what they say', async (_, more) => {
  const slides = await slidesOf(slide('a'), slide('b', more))
  expect(slides.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(new Set(slides.map(({ key }) => key)).size).toBe(2)
  for (const { key, was } of slides) expect([key, was]).toEqual([expect.stringMatching(/^[\da-f]{10}$/), []])
})

test.each(['"><script>', '../../etc/passwd', 'a b', '', 'a\0', 'i'.repeat(1000)])(
  'a slide at the address %j is none',
  async (id) => {
    expect((await slidesOf(slide('a'), slide(id))).map((each) => each.id)).toEqual(['a'])
  },
)
