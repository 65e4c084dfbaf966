import { symlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { UserError } from '../../src/errors.js'
import { findNotes } from '../../src/io/findNotes.js'
import { folderWith } from './folders.js'

const FILES = { 'day-10.md': '', 'day-2.md': '', 'plan [draft].md': '', 'c.txt': '', 'dist/x.md': '', 'in/y.md': '' }
const names = (files: readonly string[]) => files.map((file) => basename(file))

test('a folder stands for the notes in it and in its folders, days in the order of their numbers', async () => {
  const folder = await folderWith(FILES)
  expect(names(await findNotes([folder]))).toEqual(['c.txt', 'day-2.md', 'day-10.md', 'plan [draft].md', 'y.md'])
})

test('what is hidden, comes from packages, or is text for programs is none', async () => {
  const none = ['.git/a.md', '.obsidian/b.md', 'node_modules/c.md', 'dist/d.md', 'requirements.txt', 'robots.txt']
  const some = ['talk.qmd', 'week-10/e.md', 'week-2/f.mdx', 'z.Rmd', '.#day.md']
  const folder = await folderWith(Object.fromEntries([...none, ...some].map((name) => [name, ''])))
  expect(names(await findNotes([folder]))).toEqual(['talk.qmd', 'z.Rmd', 'f.mdx', 'e.md'])
})

test('a dash is what is piped in', async () => expect(await findNotes(['-'])).toEqual(['-']))

test('globs are read here, as not every shell does, and leave dist out', async () => {
  const folder = await folderWith(FILES)
  expect(names(await findNotes([`${folder}/**/*.md`])).sort()).toEqual([
    'day-10.md',
    'day-2.md',
    'plan [draft].md',
    'y.md',
  ])
})

test('a file with brackets in its name is a file', async () => {
  const folder = await folderWith(FILES)
  expect(names(await findNotes([join(folder, 'plan [draft].md')]))).toEqual(['plan [draft].md'])
})

test('every file once, in the order of the command line', async () => {
  const folder = await folderWith(FILES)
  const [ten, two] = [join(folder, 'day-10.md'), join(folder, 'day-2.md')]
  expect(names(await findNotes([ten, two, ten, folder]))).toEqual([
    'day-10.md',
    'day-2.md',
    'c.txt',
    'plan [draft].md',
    'y.md',
  ])
})

test.each(['nothing.md', 'no*thing.md', 'empty'])('%s names nothing: an error', async (pattern) => {
  const folder = await folderWith({ 'empty/c.png': '' })
  await expect(findNotes([join(folder, pattern)])).rejects.toBeInstanceOf(UserError)
})

test('a link that was typed is meant; one that is found on the way is left where it leads out of the folder', async () => {
  const root = await folderWith({ 'secret.md': '', 'in/a.md': '' })
  await symlink(join(root, 'secret.md'), join(root, 'in', 'out.md'))
  await symlink('a.md', join(root, 'in', 'b.md'))
  await symlink(root, join(root, 'in', 'up'), 'junction')
  expect(names(await findNotes([join(root, 'in', 'out.md')]))).toEqual(['out.md'])
  expect(names(await findNotes([join(root, 'in')]))).toEqual(['a.md'])
  expect(names(await findNotes([`${root}/in/**/*.md`]))).toEqual(['a.md'])
})
