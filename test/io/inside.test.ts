import { symlink } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { boundOf, leadsOut, liesIn, whyOutside } from '../../src/io/inside.js'
import { readConfig } from '../../src/io/readConfig.js'
import { folderWith } from './folders.js'

test.each([
  ['notes alone', {}, 'a/b'],
  ['in a repository', { '.git/HEAD': '' }, ''],
  ['in a work tree of one, which has a file there', { '.git': 'gitdir: x' }, ''],
  ['in a site in a repository: the nearest', { '.git/HEAD': '', 'a/mkdocs.yml': '' }, 'a'],
  ['in a vault', { 'a/.obsidian/app.json': '' }, 'a'],
])('%s may name what lies in one bound', async (_, files, bound) => {
  const root = await folderWith({ 'a/b/n.md': '', ...files })
  expect(boundOf(join(root, 'a', 'b'))).toBe(join(root, bound))
})

test('a home is no bound', () => {
  expect(boundOf(homedir())).toBe(homedir())
})

test('what is hidden is outside, wherever it lies, and what a link leads to', async () => {
  const root = await folderWith({ 'a/.keys/k.png': '', 'b/c.png': '', 'a/d.png': '' })
  const a = join(root, 'a')
  await symlink(join(a, '.keys'), join(a, 'keys'), 'junction')
  const told = ['d.png', '../b/c.png', '.keys/k.png', 'x/../.keys/k.png', '/etc/passwd'].map((path) =>
    leadsOut(path, a, root),
  )
  expect(told).toEqual([false, false, true, true, true])
  expect(leadsOut('../b/c.png', a)).toBe(true)
  expect(await Promise.all(['d.png', 'keys/k.png', '../b/c.png'].map((path) => liesIn(join(a, path), a)))).toEqual([
    true,
    false,
    false,
  ])
})

test('where a link leads is not told, not even whether something is there', async () => {
  const root = await folderWith({ 'a/d.png': '', 'out/there.png': '' })
  const a = join(root, 'a')
  await symlink(join(root, 'out'), join(a, 'out'), 'junction')
  await symlink('d.png', join(a, 'near.png'))
  await symlink('gone.png', join(a, 'lost.png'))
  await symlink(join(root, 'nowhere.png'), join(a, 'away.png'))
  await symlink('round.png', join(a, 'round.png'))
  const told = async (...names: readonly string[]) => Promise.all(names.map((name) => liesIn(join(a, name), a)))
  expect(await told('out/there.png', 'out/gone.png', 'out/x/y.png', 'away.png', 'round.png')).toEqual(
    Array.from({ length: 5 }, () => false),
  )
  expect(await told('d.png', 'near.png', 'lost.png', 'gone.png', 'x/y/gone.png')).toEqual(
    Array.from({ length: 5 }, () => true),
  )
})

test('why a file may not be named is said as it is', () => {
  const root = resolve('repository')
  expect(whyOutside(resolve('x.png'), root)).toBe(`outside ${root}, and notes reach no further`)
  expect(whyOutside(join(root, '.git', 'x.png'), root)).toMatch(/^hidden/)
})

test('a config file beside the notes is their word, also in the working directory: it names nothing outside', async () => {
  const root = await folderWith({
    'elsewhere/logo.svg': '',
    'notes/n.md': '',
    'notes/own.svg': '',
    'notes/talkback.yaml': 'accent: teal\nlogo: ../elsewhere/logo.svg\nfont: own.svg\n',
    'desk/talkback.yaml': 'logo: ../elsewhere/logo.svg\n',
  })
  const notes = join(root, 'notes', 'n.md')
  const logo = join(root, 'elsewhere', 'logo.svg')
  for (const here of [join(root, 'notes'), join(root, 'desk')]) {
    const { values, findings, isOfNotes } = await readConfig(notes, undefined, here)
    expect([values, isOfNotes]).toEqual([{ accent: 'teal', font: join(root, 'notes', 'own.svg') }, true])
    expect(findings).toMatchObject([{ code: 'setting-file', place: { line: 2, column: 7 }, facts: { name: 'logo' } }])
  }
  // What the user says is the user's: in the working directory, and behind --config.
  const other = await folderWith({ 'n.md': '' })
  expect((await readConfig(join(other, 'n.md'), undefined, join(root, 'desk'))).values).toEqual({ logo })
  const given = await readConfig(notes, join(root, 'notes', 'talkback.yaml'))
  expect([given.values.logo, given.isOfNotes, given.findings]).toEqual([logo, false, []])
})

test('a config file beside the notes that can not be read is a mistake in it; one that the user has is not passed over', async () => {
  const root = await folderWith({ 'a/n.md': '', 'a/talkback.yaml/x': '', 'b/n.md': '', 'c/n.md': '' })
  await symlink('talkback.yaml', join(root, 'b', 'talkback.yaml'), 'junction')
  const broken = { values: {}, isOfNotes: true, findings: [{ code: 'config-broken', place: { line: 1, column: 1 } }] }
  for (const folder of ['a', 'b']) expect(await readConfig(join(root, folder, 'n.md'))).toMatchObject(broken)
  await expect(readConfig(join(root, 'c', 'n.md'), undefined, join(root, 'a'))).rejects.toThrow('is a folder')
})
