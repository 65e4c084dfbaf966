/** The name of an editor, a file and a line → the words that open it there. Pure. */
import { basename } from 'node:path'

/** How editors want to be told the line; by the name of their program. */
const ways: readonly { readonly names: RegExp; readonly words: (file: string, line: number) => readonly string[] }[] = [
  {
    names: /^(?:code|code-insiders|codium|vscodium|cursor|windsurf|positron|code-oss)$/,
    words: (file, line) => ['--goto', `${file}:${line}`],
  },
  {
    names: /^(?:idea|webstorm|pycharm|phpstorm|goland|clion|rider|rubymine|rustrover|fleet|studio|datagrip)(?:64)?$/,
    words: (file, line) => ['--line', String(line), file],
  },
  { names: /^(?:subl|sublime_text|zed|zeditor|lapce|atom|nova)$/, words: (file, line) => [`${file}:${line}`] },
  { names: /^(?:mate|kate|bbedit|xed)$/, words: (file, line) => ['-l', String(line), file] },
  { names: /^notepad\+\+$/, words: (file, line) => [`-n${line}`, file] },
  {
    names: /^(?:gvim|mvim|nvim-qt|neovide|emacsclient|gedit|gnome-text-editor|geany|mousepad|pluma)$/,
    words: (file, line) => [`+${line}`, file],
  },
]

/** These draw in the terminal that `serve` itself runs in. */
const inTerminal = /^(?:vi|vim|nvim|view|nano|pico|micro|ne|joe|mcedit|emacs|helix|hx|kak|ed|less)$/

export interface EditorCommand {
  readonly program: string
  readonly words: readonly string[]
  /** Nobody knows how this one wants to be told the line: it is given the file alone. */
  readonly lineless?: true
}

/**
 * @param editor as given: `code`, `"/opt/my editor/bin/code" --reuse-window`, `subl -w`; whoever writes `{file}`, and
 *   `{line}`, says what is to stand where, and is asked nothing more
 */
export function editorCommand(editor: string, file: string, line: number): EditorCommand | 'terminal' | undefined {
  const [program, ...given] = wordsOf(editor)
  if (program === undefined) return undefined
  if (editor.includes('{file}')) {
    const filled = [program, ...given].map((word) =>
      word.replaceAll('{line}', String(line)).replaceAll('{file}', () => file),
    )
    return { program: filled[0] ?? program, words: filled.slice(1) }
  }
  const name = nameOf(program)
  const way = ways.find(({ names }) => names.test(name))
  const inWindow =
    name === 'emacsclient' ? given.some((word) => /^(?:-n|-c|--no-wait|--create-frame)$/.test(word)) : true
  if (inTerminal.test(name) || !inWindow) return 'terminal'
  if (way === undefined) return { program, words: [...given, file], lineless: true }
  return { program, words: [...given.filter((word) => !waits.test(word)), ...way.words(file, line)] }
}

/** For Git, editors are told to hold on until the file is closed; nobody waits here. */
const waits = /^(?:-w|--wait|-W)$/

/** A script of an editor's own bears its name, such as `idea.sh`; `ed.sh` is somebody's script, and no `ed`. */
function nameOf(program: string): string {
  const name = basename(program.replaceAll('\\', '/'))
    .toLowerCase()
    .replace(/\.(?:exe|cmd|bat|com)$/, '')
  const bare = name.replace(/\.sh$/, '')
  return ways.some(({ names }) => names.test(bare)) ? bare : name
}

/** As a shell would read it, quotes and all, but for everything that a shell would do. */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/(?:"([^"]*)"|'([^']*)'|(\S+))/g)].map(([, double, single, bare]) => double ?? single ?? bare ?? '')
