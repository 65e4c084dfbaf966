/** `npm run bench [-- runs]`: sets up, installs what Talkback is compared with, and prints the ratios. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { giveUp, root, runNode, runNpm, say } from './run.mjs'
import { setUp, setUpBrowser } from './setUp.mjs'

setUp()
setUpBrowser()
if (!existsSync(join(root, 'bench', 'node_modules', '@marp-team', 'marp-cli'))) {
  say('Installing Marp CLI…')
  const code = runNpm(['ci', '--prefix', 'bench', '--no-audit', '--no-fund', '--loglevel=error'], { quiet: true })
  if (code !== 0) giveUp('npm could not install Marp CLI.', 'Its messages are above; is the network there?', 4)
}
process.exitCode = runNode(['bench/bench.mjs', ...process.argv.slice(2)])
