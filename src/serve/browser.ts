/** An address → opened in the browser that its user likes best. */
import { spawn } from 'node:child_process'

/** Does nothing where there is no browser to open: the address is on the terminal. */
export function openInBrowser(address: string): void {
  const [program, ...words] = commandFor(process.platform)
  const child = spawn(program, [...words, address], { detached: true, stdio: 'ignore', windowsHide: true })
  child.once('error', () => {})
  child.unref()
}

function commandFor(platform: string): readonly [string, ...string[]] {
  if (platform === 'darwin') return ['open']
  // Not `start`, which is a word of the shell and would read the `&` of an address.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler']
  return ['xdg-open']
}
