/** `diff` of git revisions: each has the config, template and pictures of its own time, or says that it hasn't. */
import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { diffNotes } from '../../src/pipeline/diffNotes.js'
import { bytesOf, commit, enterRepository, git, looks, svg } from './pastRepository.js'

let leave: () => void
beforeEach(() => {
  leave = enterRepository()
  mkdirSync('talks')
})
afterEach(() => leave())

const notes = '# Talk\n\n## One\n\nSome words.\n\n## Two\n\n![](p.svg)\n'

test('a picture, a config file and a template are those of the revision', async () => {
  writeFileSync('talks/n.md', notes)
  writeFileSync('talks/p.svg', svg('red'))
  writeFileSync('talkback.yaml', 'template: ./ours\naccent: "#080"\n')
  mkdirSync('ours')
  writeFileSync('ours/template.yaml', 'name: Then\nextends: night\n')
  commit('.')
  writeFileSync('talks/p.svg', svg('blue'))
  writeFileSync('talkback.yaml', 'template: paper\n')
  rmSync('ours', { recursive: true })

  const [then, now] = await looks(['talks/n.md'])
  expect([then?.template, now?.template, then?.accent === now?.accent]).toEqual(['Then', 'paper', false])
  expect([bytesOf(then), bytesOf(now)]).toEqual([svg('red'), svg('blue')])
  expect([then?.absences, now?.absences]).toEqual([[], []])
  // As seen from another folder, and as an object.
  process.chdir('talks')
  expect(bytesOf((await looks(['HEAD:talks/n.md', './n.md']))[0])).toBe(svg('red'))
  expect(bytesOf((await looks(['HEAD:./n.md']))[0])).toBe(svg('red'))
  process.chdir('..')

  // The words are the same: that the picture is another one is what is told.
  const { slides } = await diffNotes({ versions: ['talks/n.md'] })
  expect(slides.map(({ change, after, words }) => [change, after?.title, words.map(({ aspect }) => aspect)])).toEqual([
    ['changed', 'Two', ['pictures']],
  ])
})

test('what git was never told of is taken from today, and said', async () => {
  writeFileSync('talks/n.md', notes)
  commit('talks/n.md')
  writeFileSync('talks/p.svg', svg('red'))
  writeFileSync('talks/talkback.yaml', 'template: ours\n')
  mkdirSync('talks/ours')
  writeFileSync('talks/ours/template.yaml', 'name: Ours\nextends: night\n')
  const [then] = await looks(['talks/n.md'])
  expect(then?.template).toBe('Ours')
  expect(bytesOf(then)).toBe(svg('red'))
  expect(then?.absences).toEqual(['talkback.yaml absent true', 'template ours absent true', 'p.svg absent true'])
})

test('a config file that came later does not count for what was before', async () => {
  writeFileSync('talks/n.md', notes)
  commit('talks/n.md')
  writeFileSync('talkback.yaml', 'template: night\n')
  commit('talkback.yaml')
  const [then, now] = await looks(['HEAD~1', 'talks/n.md'])
  expect([then?.template, now?.template, then?.absences]).toEqual(['report', 'night', ['p.svg absent false'].slice(1)])
})

test('what Git LFS, a submodule or a link keeps elsewhere is told, unless today has the very same', async () => {
  const pointer = (content: string) =>
    `version https://git-lfs.github.com/spec/v1\noid sha256:${createHash('sha256').update(content).digest('hex')}\nsize 9\n`
  writeFileSync('talks/n.md', notes)
  writeFileSync('talks/p.svg', pointer(svg('red')))
  commit('.')
  writeFileSync('talks/p.svg', svg('red'))
  expect((await looks(['talks/n.md']))[0]?.absences).toEqual([])
  writeFileSync('talks/p.svg', svg('blue'))
  const [then] = await looks(['talks/n.md'])
  expect([bytesOf(then), then?.absences]).toEqual([svg('blue'), ['p.svg lfs true']])

  rmSync('talks/p.svg')
  writeFileSync('../secret.svg', svg('black'))
  symlinkSync('../../secret.svg', 'talks/p.svg')
  commit('talks/p.svg')
  const [linked] = await looks(['talks/n.md'])
  expect([bytesOf(linked), linked?.absences]).toEqual(['', ['p.svg link false']])

  const other = git('rev-parse', 'HEAD').toString().trim()
  git('update-index', '--add', '--cacheinfo', `160000,${other},talks/sub`)
  writeFileSync('talks/n.md', notes.replace('p.svg', 'sub/p.svg'))
  commit('talks/n.md')
  expect((await looks(['talks/n.md']))[0]?.absences).toEqual(['sub/p.svg submodule false'])
})

test('a fault in the config of a revision is told of the revision', async () => {
  writeFileSync('talks/n.md', notes)
  writeFileSync('talkback.yaml', 'canvas: [4\n')
  commit('.')
  writeFileSync('talkback.yaml', 'template: paper\n')
  await expect(diffNotes({ versions: ['talks/n.md'] })).rejects.toMatchObject({
    name: 'UserError',
    message: expect.stringMatching(/^HEAD:talkback\.yaml:2:1 can't be read/),
  })
})

test('without git, one sentence', async () => {
  writeFileSync('talks/n.md', notes)
  const path = process.env['PATH']
  process.env['PATH'] = tmpdir()
  try {
    await expect(diffNotes({ versions: ['talks/n.md'] })).rejects.toMatchObject({ name: 'UserError', code: 4 })
  } finally {
    process.env['PATH'] = path
  }
})
