import { describe, expect, it } from 'vitest'
import { editorCommand } from '../../src/serve/editorCommand.js'

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
    ['something-else', ['something-else', '/notes/a b.md']],
  ])('%s', (editor, words) => expect(opened(editor)).toEqual(words))

  it.each(['vim', '/usr/bin/nvim', 'nano -w', 'emacsclient', 'hx'])('%s runs in a terminal', (editor) =>
    expect(opened(editor)).toBe('terminal'),
  )
  it('no editor is none', () => expect(opened('  ')).toBeUndefined())
})
