/** Whatever editors do to a file, and whatever happens around it, each change is told, and nothing else is. */
import { readFileSync, writeFileSync } from 'node:fs'
import { mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { watchFolders } from '../../src/io/watch/folders.js'
import { type Watchable, watchFiles } from '../../src/io/watch/watch.js'
import { eventually } from '../eventually.js'
import { folderWith } from './folders.js'

/** What a file holds now; null if it is not there. */
function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

async function watched(wanted: Watchable) {
  // Events come in the order of what happened: once this one is told, all that came before it has been looked at.
  const last = join(await folderWith({ last: '0' }), 'last')
  let calls = 0
  let told: { readonly path: string; readonly content: string | null }[] = []
  const watch = watchFiles(
    (paths) => {
      calls++
      for (const path of paths) told.push({ path, content: contentOf(path) })
    },
    { round: 200 },
  )
  onTestFinished(() => watch.close())
  await watch.follow({ ...wanted, files: [...wanted.files, last] })
  const isTold = (path: string, content: string | null): boolean =>
    told.some((each) => each.path === path && each.content === content)
  return {
    calls: () => calls,
    /**
     * Waits until a file is told that holds this by then, and sees that no other was. A write may be told twice: when the
     * file is empty for a moment, and when it is whole.
     */
    async expect(path: string, content: string | null) {
      await eventually(() => expect(told).toContainEqual({ path, content }))
      // Twice: the first may be told of in a round, which looks at everything in no order.
      for (const time of ['1', '2']) {
        writeFileSync(last, `${content} ${time}`)
        await eventually(() => expect(isTold(last, `${content} ${time}`)).toBe(true))
      }
      expect(told.filter((each) => each.path !== path && each.path !== last)).toEqual([])
      told = []
    },
    async expectNothing() {
      for (const time of ['1', '2']) {
        writeFileSync(last, time)
        await eventually(() => expect(isTold(last, time)).toBe(true))
      }
      expect(told.filter(({ path }) => path !== last)).toEqual([])
    },
  }
}

describe('a watched file', () => {
  it('is told when it is written, replaced, deleted and made again, every time', async () => {
    const folder = await folderWith({ 'notes.md': 'one' })
    const notes = join(folder, 'notes.md')
    const watch = await watched({ files: [notes], folders: [] })
    await writeFile(notes, 'two')
    await watch.expect(notes, 'two')
    for (const text of ['three', 'four', 'five']) {
      await writeFile(`${notes}~`, text)
      await rename(`${notes}~`, notes)
      await watch.expect(notes, text)
      await writeFile(notes, `${text}!`)
      await watch.expect(notes, `${text}!`)
    }
    await rm(notes)
    await watch.expect(notes, null)
    await writeFile(notes, 'six')
    await watch.expect(notes, 'six')
  })

  it('is told when it is not there yet, and comes', async () => {
    const folder = await folderWith()
    const picture = join(folder, 'pictures', 'a.png')
    const watch = await watched({ files: [picture], folders: [] })
    await mkdir(join(folder, 'pictures'))
    await writeFile(picture, 'x')
    await watch.expect(picture, 'x')
  })

  it('is told after its folder was deleted and made again', async () => {
    const folder = await folderWith({ 'talk/notes.md': 'one' })
    const notes = join(folder, 'talk', 'notes.md')
    const watch = await watched({ files: [notes], folders: [] })
    await rm(join(folder, 'talk'), { recursive: true })
    await watch.expect(notes, null)
    await mkdir(join(folder, 'talk'))
    await writeFile(notes, 'two')
    await watch.expect(notes, 'two')
    await writeFile(notes, 'three')
    await watch.expect(notes, 'three')
    await rename(join(folder, 'talk'), join(folder, 'away'))
    await watch.expect(notes, null)
    await rename(join(folder, 'away'), join(folder, 'talk'))
    await watch.expect(notes, 'three')
  })

  it.skipIf(process.platform === 'win32')(
    'is told when what a link leads to changes, and when the link does',
    async () => {
      const folder = await folderWith({ 'real/one.md': 'one', 'real/two.md': 'two' })
      const notes = join(folder, 'notes.md')
      await symlink(join(folder, 'real', 'one.md'), notes)
      const watch = await watched({ files: [notes], folders: [] })
      await writeFile(join(folder, 'real', 'one.md'), 'changed')
      await watch.expect(notes, 'changed')
      await rm(notes)
      await symlink(join(folder, 'real', 'two.md'), notes)
      await watch.expect(notes, 'two')
    },
  )

  it('is not told for what editors leave around it', async () => {
    const folder = await folderWith({ 'notes.md': 'one' })
    const notes = join(folder, 'notes.md')
    const watch = await watched({ files: [notes], folders: [] })
    for (const name of ['.notes.md.swp', '4913', 'notes.md~', '#notes.md#']) {
      await writeFile(join(folder, name), 'x')
      await rm(join(folder, name))
    }
    await readFile(notes)
    await watch.expectNothing()
  })

  it('is told a few times in a burst of a thousand events, the last of them included', async () => {
    const folder = await folderWith({ 'notes.md': 'one' })
    const notes = join(folder, 'notes.md')
    const watch = await watched({ files: [notes], folders: [] })
    // At once: on a busy machine, writes that wait for each other are no burst.
    for (let count = 0; count < 500; count++) {
      writeFileSync(join(folder, `other-${count % 9}`), String(count))
      writeFileSync(notes, `text ${count}`)
    }
    await watch.expect(notes, 'text 499')
    expect(watch.calls()).toBeLessThan(20)
    await writeFile(notes, 'the last')
    await watch.expect(notes, 'the last')
  })
})

describe('a disk of another kind', () => {
  /** Events come when the test says so, and nothing is looked at without one. */
  async function onDisk(files: Readonly<Record<string, string>>, name: string) {
    const folder = await folderWith(files)
    const told: string[] = []
    let happened: (name: string | undefined) => void = () => {}
    const watch = watchFiles(
      (paths) => told.push(...paths),
      { round: 3_600_000 },
      (tell) => {
        happened = tell
        return { follow: async () => {}, renew: async () => {}, close: () => {} }
      },
    )
    onTestFinished(() => watch.close())
    const path = join(folder, name)
    await watch.follow({ files: [path], folders: [] })
    return { path, told, happened: (event: string | undefined) => happened(event) }
  }

  it.each([
    ['that does not tell capitals apart', 'Notes.md', 'NOTES.MD'],
    ['that writes accents as marks of their own', 'résumé.md', 'résumé.md'.normalize('NFD')],
    ['that names other files than the one', 'notes.md', '.sb-1234-temporary'],
    ['that names none', 'notes.md', undefined],
  ])('%s is told', async (_, name, event) => {
    const { path, told, happened } = await onDisk({ [name]: 'one' }, name)
    await writeFile(path, 'another text')
    await setTimeout(100)
    expect(told).toEqual([])
    happened(event)
    await eventually(() => expect(told).toEqual([path]))
  })
})

describe('a watched folder', () => {
  it('has its files told, those that come and go as well', async () => {
    const folder = await folderWith({ 'ours/theme.css': 'a' })
    const [theme, layout] = [join(folder, 'ours', 'theme.css'), join(folder, 'ours', 'layouts', 'title.html')]
    const watch = await watched({ files: [], folders: [join(folder, 'ours'), join(folder, 'ours', 'layouts')] })
    await writeFile(theme, 'b')
    await watch.expect(theme, 'b')
    await mkdir(join(folder, 'ours', 'layouts'))
    await writeFile(layout, 'x')
    await watch.expect(layout, 'x')
    await rm(layout)
    await watch.expect(layout, null)
  })

  it('has nothing told of folders in it, whatever happens there', async () => {
    const folder = await folderWith({ 'theme.css': 'a', 'dist/a.html': 'a' })
    const watch = await watched({ files: [], folders: [folder] })
    await writeFile(join(folder, 'dist', 'b.html'), 'b')
    await mkdir(join(folder, 'later'))
    await writeFile(join(folder, 'later', 'c.html'), 'c')
    await watch.expectNothing()
  })
})

it('watches nothing once it is closed, although it was only beginning to', async () => {
  const folder = await folderWith({ 'a.md': 'a' })
  const heard: unknown[] = []
  const watch = watchFolders((name) => heard.push(name))
  const begun = watch.follow([folder])
  watch.close()
  await begun
  // Who goes on watching hears it.
  let isHeard = false
  const another = watchFolders(() => {
    isHeard = true
  })
  onTestFinished(() => another.close())
  await another.follow([folder])
  await writeFile(join(folder, 'a.md'), 'b')
  await eventually(() => expect(isHeard).toBe(true))
  expect(heard).toEqual([])
})
