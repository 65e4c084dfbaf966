/** `diff` in a clone that has not fetched all files of its history: what is not there is said, and nothing is fetched. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { diffNotes } from '../../src/pipeline/diffNotes.js'
import { commit, enterRepository, git, looks, svg } from './pastRepository.js'

let leave: () => void
beforeEach(() => {
  leave = enterRepository()
})
afterEach(() => leave())

/** A clone with the files of the last commit alone. */
function clonePartly(): void {
  git('config', 'uploadpack.allowFilter', 'true')
  git('clone', '-q', '--filter=blob:none', pathToFileURL(process.cwd()).href, join('..', 'clone'))
  process.chdir('../clone')
}

const missing = (): readonly string[] =>
  git('rev-list', '--objects', '--all', '--missing=print')
    .toString()
    .split('\n')
    .filter((line) => line.startsWith('?'))

test('notes that it has are compared; for what it has not, today stands in', async () => {
  mkdirSync('ours/layouts', { recursive: true })
  const write = (state: string, colour: string): void => {
    writeFileSync('p.svg', svg(state))
    writeFileSync('talkback.yaml', `template: ./ours\naccent: "${colour}"\n`)
    writeFileSync('ours/theme.css', `.ours { color: ${colour} }`)
  }
  writeFileSync('n.md', '# Talk\n\n## One\n\n![](p.svg)\n')
  writeFileSync('ours/template.yaml', 'name: Ours\n')
  write('red', '#010101')
  commit('.')
  write('blue', '#020202')
  commit('.')
  clonePartly()
  const before = missing()
  expect(before).toHaveLength(3)
  const [then, now] = await looks(['HEAD~1', 'n.md'])
  expect(then?.absences).toEqual([
    'talkback.yaml unfetched true',
    'ours/theme.css unfetched true',
    'p.svg unfetched true',
  ])
  expect([then?.template, then?.css]).toEqual(['Ours', now?.css])
  expect(missing()).toEqual(before)
})

test('notes that it has not are told, and how to have them', async () => {
  writeFileSync('n.md', '# Talk\n')
  commit('.')
  writeFileSync('n.md', '# Talk\n\n## One\n')
  commit('.')
  clonePartly()
  const before = missing()
  await expect(diffNotes({ versions: ['HEAD~1', 'n.md'] })).rejects.toMatchObject({
    name: 'UserError',
    message: 'HEAD~1:n.md was not fetched when this repository was cloned.',
    hint: 'Have git fetch it: `git cat-file blob HEAD~1:./n.md`.',
  })
  expect(missing()).toEqual(before)
})

test('a warning of git is not what it says', async () => {
  writeFileSync('n.md', '# Talk\n')
  commit('.')
  writeFileSync('.git/refs/heads/v1', '')
  await expect(diffNotes({ versions: ['v1', 'n.md'] })).rejects.toMatchObject({
    message: expect.not.stringContaining('warning'),
  })
})
