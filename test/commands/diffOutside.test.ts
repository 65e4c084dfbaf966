/** `diff` of git revisions that name what lies outside of the repository: it is today's, and said; nothing is written there. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { compareNotes, diffNotes } from '../../src/pipeline/diffNotes.js'
import { commit, enterRepository, looks, svg } from './pastRepository.js'

const notes = '# Talk\n\n## One\n\nSome words.\n'

let leave: () => void
beforeEach(() => {
  leave = enterRepository()
  mkdirSync('talks')
  writeFileSync('talks/n.md', notes)
})
afterEach(() => leave())

function template(folder: string, facts: string, css = ''): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/template.yaml`, facts)
  writeFileSync(`${folder}/theme.css`, css)
}

test('a template beside the repository, with all that it extends, and a logo', async () => {
  template('../house', 'name: House\nextends: ../walls\n', '.house { color: #010101 }')
  template('../walls', 'name: Walls\nlogo: ../brand.svg\n', '.walls { color: #020202 }')
  writeFileSync('../brand.svg', svg('red'))
  writeFileSync('talkback.yaml', 'template: ../house\n')
  commit('.')
  const told = ['template house absent true', 'template walls absent true', 'brand.svg absent true']
  const [then, now] = await looks(['HEAD', 'talks/n.md'])
  expect([then?.template, then?.css, then?.absences]).toEqual(['House', now?.css, told])
  expect(now?.css).toContain('.walls')
  expect(await diffNotes({ versions: ['HEAD', 'talks/n.md'] })).toMatchObject({ slides: [] })

  // Named from a folder in the repository, and seen from another.
  mkdirSync('desk')
  writeFileSync('desk/talkback.yaml', 'template: ../../house\nlogo: ../../brand.svg\n')
  commit('.')
  process.chdir('desk')
  const logos = await compareNotes({ versions: ['HEAD:talks/n.md'] }, async ({ before, after }) =>
    [before, after].map(({ drafted }) => readFileSync(drafted.settings.logo, 'utf8')),
  )
  expect(logos).toEqual([svg('red'), svg('red')])
  expect((await looks(['HEAD:talks/n.md']))[0]?.absences).toEqual(told)
})

test('a template of the revision that extends one beside the repository', async () => {
  template('ours', 'name: Ours\nextends: ../../walls\n')
  template('../walls', 'name: Walls\n', '.walls { color: #020202 }')
  writeFileSync('talkback.yaml', 'template: ./ours\n')
  commit('.')
  const [then] = await looks(['talks/n.md'])
  expect([then?.template, then?.absences]).toEqual(['Ours', ['template walls absent true']])
  expect(then?.css).toContain('.walls')
})

test('a folder above the repository that is a template is not written to where the past is put', async () => {
  template('..', 'name: Above\n', '.above { color: #030303 }')
  writeFileSync('talkback.yaml', 'template: ../\n')
  commit('.')
  const before = readdirSync('..')
  const [then] = await looks(['talks/n.md'])
  expect([then?.template, then?.absences.length]).toEqual(['Above', 1])
  expect(readdirSync('..')).toEqual(before)
  // That nothing is left among temporary files is looked at after each test.
})

test('what is nowhere is called by the place that it would have', async () => {
  writeFileSync('talkback.yaml', 'template: ../house\n')
  commit('.')
  const place = `${process.cwd().replace(/repository$/, '')}house`
  await expect(diffNotes({ versions: ['talks/n.md'] })).rejects.toMatchObject({
    name: 'UserError',
    message: `HEAD:talkback.yaml:1:11: There is no template ${place}.`,
  })
})
