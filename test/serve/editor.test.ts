/** A file, a line and whatever editor there is → that editor opened there, or a sentence on why not. */
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { editorOpener } from '../../src/serve/editor.js'
import { editorCommand } from '../../src/serve/editorCommand.js'
import { eventually } from '../eventually.js'
import { folderWith } from '../io/folders.js'

const opened = (editor: string) => {
  const command = editorCommand(editor, '/notes/a b.md', 12)
  return typeof command === 'object' ? [command.program, ...command.words] : command
}

describe('an editor and a line', () => {
  it.each([
    ['code', ['code', '--goto', '/notes/a b.md:12']],
    ['code --wait', ['code', '--goto', '/notes/a b.md:12']],
    [
      '"C:\\Program Files\\Code\\bin\\code.cmd" -r',
      ['C:\\Program Files\\Code\\bin\\code.cmd', '-r', '--goto', '/notes/a b.md:12'],
    ],
    ['/opt/idea/bin/idea', ['/opt/idea/bin/idea', '--line', '12', '/notes/a b.md']],
    ['webstorm64.exe', ['webstorm64.exe', '--line', '12', '/notes/a b.md']],
    ['subl -w', ['subl', '/notes/a b.md:12']],
    ['gvim', ['gvim', '+12', '/notes/a b.md']],
    ['emacsclient -n', ['emacsclient', '-n', '+12', '/notes/a b.md']],
    ['something-else -w 80', ['something-else', '-w', '80', '/notes/a b.md']],
    ['/opt/idea/bin/idea.sh', ['/opt/idea/bin/idea.sh', '--line', '12', '/notes/a b.md']],
    ['ed.sh', ['ed.sh', '/notes/a b.md']],
    ['mine {file}:{line}', ['mine', '/notes/a b.md:12']],
    ['xterm -e vim +{line} "{file}"', ['xterm', '-e', 'vim', '+12', '/notes/a b.md']],
    ['vim {file}', ['vim', '/notes/a b.md']],
  ])('%s', (editor, words) => expect(opened(editor)).toEqual(words))

  it.each(['vim', '/usr/bin/nvim', 'nano -w', 'emacsclient', 'hx'])('%s runs in a terminal', (editor) =>
    expect(opened(editor)).toBe('terminal'),
  )
  it('no editor is none', () => expect(opened('  ')).toBeUndefined())
})

describe.skipIf(process.platform === 'win32')('opening it', () => {
  /** An editor that writes down what it was told. */
  async function editor(name: string, more = '') {
    const folder = await folderWith({ 'notes.md': '' })
    const [program, told] = [join(folder, name), join(folder, 'told')]
    await writeFile(program, `#!/bin/sh\nprintf '%s\\n' "$@" > '${told}.part' && mv '${told}.part' '${told}'\n${more}`)
    await chmod(program, 0o755)
    return { program, notes: join(folder, 'notes.md'), told: () => readFile(told, 'utf8') }
  }

  it('by --editor before $VISUAL before $EDITOR, each with the line as it wants it', async () => {
    const [code, idea] = [await editor('code'), await editor('idea')]
    const env = { VISUAL: idea.program, EDITOR: 'no-such-editor' }
    expect(await editorOpener(`${code.program} --wait`, env)(code.notes, 12)).toBeUndefined()
    await eventually(async () => expect(await code.told()).toBe(`--goto\n${code.notes}:12\n`))
    expect(await editorOpener(undefined, env)(idea.notes, 7)).toBeUndefined()
    await eventually(async () => expect(await idea.told()).toBe(`--line\n7\n${idea.notes}\n`))
  })

  it('says once how one that nobody knows can be told the line', async () => {
    const { program, notes, told } = await editor('mine.sh')
    const open = editorOpener(program, {})
    expect(await open(notes, 3)).toBe(
      `${program} was not told line 3: --editor "${program} {file}:{line}", or however it wants it.`,
    )
    await eventually(async () => expect(await told()).toBe(`${notes}\n`))
    expect(await open(notes, 4)).toBeUndefined()
    expect(await editorOpener(`${program} {file}:{line}`, {})(notes, 5)).toBeUndefined()
    await eventually(async () => expect(await told()).toBe(`${notes}:5\n`))
  })

  it('does not wait for one that stays open', async () => {
    // Until the test has ended, and its folder with it.
    const { program, notes, told } = await editor('subl', 'while [ -e "$0" ]; do sleep 0.1; done\n')
    expect(await editorOpener(program, {})(notes, 3)).toBeUndefined()
    await eventually(async () => expect(await told()).toBe(`${notes}:3\n`))
  })

  it('says where the place is when there is none, when it fails, and when it needs the terminal', async () => {
    // One that fails does so in time, however long it takes.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const failing = await editor('code', 'exit 3\n')
    const said = (named: string) => editorOpener(named, {})('notes.md', 9)
    expect(await said(failing.program)).toMatch(/could not be started; the place is notes\.md:9\.$/)
    expect(await said('/no/such/editor')).toMatch(/could not be started; the place is notes\.md:9\.$/)
    expect(await said('vim')).toMatch(/^vim runs in a terminal; the place is notes\.md:9\.$/)
  })
})
