/** A file and a line → the author's editor opened there, or a sentence on why not. */
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { type EditorCommand, editorCommand } from './editorCommand.js'

type Environment = Readonly<Record<string, string | undefined>>

/** Tried in turn when neither a flag nor the environment names one. */
const usual = ['code', 'cursor', 'codium', 'idea', 'webstorm', 'pycharm', 'subl', 'zed'] as const
/** Milliseconds in which an editor that can't start says so. */
const PATIENCE = 400

/**
 * @param named by `--editor`
 * @returns what opens a file at a line; it gives a sentence for the author when that is not possible
 */
export function editorOpener(
  named: string | undefined,
  env: Environment = process.env,
): (file: string, line: number) => Promise<string | undefined> {
  const chosen = [named, env['VISUAL'], env['EDITOR']].find((each) => each !== undefined && each.trim() !== '')
  let hinted = false
  return async (file, line) => {
    const place = `${file}:${line}`
    // Names that begin with a dash would be read as options.
    const path = resolve(file)
    const first = chosen === undefined ? undefined : editorCommand(chosen, path, line)
    if (first === 'terminal' && named !== undefined) return `${named} runs in a terminal; the place is ${place}.`
    if (first !== undefined && first !== 'terminal') {
      if (!(await start(first))) return `${first.program} could not be started; the place is ${place}.`
      if (!first.lineless || hinted) return undefined
      hinted = true
      return `${chosen} was not told line ${line}: --editor "${chosen} {file}:{line}", or however it wants it.`
    }
    for (const name of usual) {
      const command = editorCommand(name, path, line)
      if (command !== undefined && command !== 'terminal' && (await start(command))) return undefined
    }
    return first === 'terminal'
      ? `${chosen} runs in a terminal, and no other editor was found; the place is ${place}.`
      : `No editor was found; name one with --editor. The place is ${place}.`
  }
}

/** On Windows many editors are started by a script, which only the shell can run: it gets each word in quotes. */
function start({ program, words }: EditorCommand): Promise<boolean> {
  const shell = process.platform === 'win32'
  const quoted = (word: string): string => `"${word.replaceAll('"', '')}"`
  const [command, given] = shell ? [quoted(program), words.map(quoted)] : [program, words]
  return new Promise((done) => {
    const child = spawn(command, given, { detached: !shell, stdio: 'ignore', shell, windowsHide: true })
    const timer = setTimeout(() => done(true), PATIENCE)
    child.once('error', () => done(false))
    child.once('exit', (code) => {
      clearTimeout(timer)
      done(code === 0)
    })
    child.unref()
  })
}
