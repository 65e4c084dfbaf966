/** Commands, flags and help texts, for commander: settings become flags by themselves. */
import { Argument, Command, InvalidArgumentError, Option } from 'commander'
import { type Setting, settingsTable } from '../settings/table.js'
import { addFormatFlags } from './formatFlags.js'
import { refuseLevels } from './movedFlags.js'

/** What each command does; actions.ts fills them in. `flags` is what commander read. */
export type Actions = Readonly<
  Record<
    'build' | 'pdf' | 'serve' | 'check' | 'outline' | 'diff',
    (notes: readonly string[], command: Command) => Promise<void>
  > &
    Record<'doctor' | 'templates', (command: Command) => Promise<void>> & {
      readonly setup: (what: 'browser' | 'mermaid', command: Command) => Promise<void>
      readonly newTemplate: (path: string, command: Command) => Promise<void>
    }
>

export function makeProgram(version: string, actions: Actions): Command {
  const program = new Command('talkback')
    .description('Turns the notes you took at a conference into slides and a PDF.')
    .version(version, '-v, --version', 'Print the version.')
    .helpOption('-h, --help', 'Print this help.')
    .helpCommand('help [command]', 'Print the help of a command.')
    .showSuggestionAfterError(true)
    .addHelpText('after', example('talkback build notes/kubecon.md --pdf', 'dist/kubecon/: slides and their PDF'))

  program.commandsGroup('Make:')
  const build = program
    .command('build')
    .description('Make a deck of each file of notes: dist/<name>/index.html.')
    .argument('<notes...>', 'Markdown files, folders, globs, or - for what is piped in')
    .option('--pdf', 'Also print it to dist/<name>/<name>.pdf.')
    .action((notes: string[], _, command: Command) => actions.build(notes, command))
    .addHelpText('after', example('talkback build day1.md day2.md -o slides', 'slides/day1/ and slides/day2/'))
  const pdf = program
    .command('pdf')
    .description('Make a deck of each file of notes and print it to dist/<name>/<name>.pdf.')
    .argument('<notes...>', 'Markdown files, folders, globs, or - for what is piped in')
    .action((notes: string[], _, command: Command) => actions.pdf(notes, command))
    .addHelpText('after', example('talkback pdf day1.md --canvas 4:3', 'dist/day1/day1.pdf'))
  const serve = program
    .command('serve')
    .description('Show decks in a browser, and every change to their notes as soon as it is saved.')
    .argument('<notes...>', 'Markdown files, folders, globs, or - for what is piped in')
    .option('--port <number>', 'Port to listen on; otherwise 4400, or a free one after it.', readPort)
    .option('--host <address>', 'Address to listen on: 0.0.0.0 lets others in who have the key.', '127.0.0.1')
    .option('--open', 'Open it in the browser.')
    .option('--follow', 'Go to the slide that was just edited.')
    .option('--sync', 'Keep all pages on one slide and step, and black together; a phone can move them.')
    .option(
      '--editor <command>',
      'Editor to open at a slide or a finding, or a command with {file} and {line}; otherwise $VISUAL, $EDITOR, or one found.',
    )
    .action((notes: string[], _, command: Command) => actions.serve(notes, command))
    .addHelpText('after', example('talkback serve day1.md --open --follow', 'edit day1.md beside it'))
  const check = program
    .command('check')
    .description('Look at decks as a reader would, and say what they would trip over. Writes nothing.')
    .argument('<notes...>', 'Markdown files, folders, globs, or - for what is piped in')
    .option('--json', 'Print facts about every slide as JSON, findings included.')
    .option('--strict', 'Let warnings count like errors.')
    .action((notes: string[], _, command: Command) => actions.check(notes, command))
    .addHelpText('after', example('talkback check day1.md --strict', 'ends with 1 if anything is wrong'))
  const outline = program
    .command('outline')
    .description('Show how notes become slides, and what was repaired or inferred.')
    .argument('<notes>', 'a Markdown file')
    .argument('[more...]', 'others, with --join')
    .option('--json', 'Print it as JSON, findings included.')
    .action((notes: string, more: string[], _, command: Command) => actions.outline([notes, ...more], command))
    .addHelpText('after', example('talkback outline day1.md --slide-level 3', 'a slide for each ### heading?'))
  const diff = program
    .command('diff')
    .description(
      'Show which slides differ between two versions of some notes, and in which words. Ends with 0 whether or not they do.',
    )
    .argument(
      '<version>',
      'notes, a git revision of them, both as <revision>:<path>, or the folder of a deck that was made',
    )
    .argument('[version]', 'the later version; without it, the notes now and their last commit')
    .option('--json', 'Print it as JSON.')
    .option('--exit-code', 'End with 1 if any slide differs.')
    .option('--pictures <file>', 'Also write a page (HTML) that shows the slides that differ, before and after.')
    .action((one: string, other: string | undefined, _, command: Command) =>
      actions.diff(other === undefined ? [one] : [one, other], command),
    )
    .addHelpText('after', example('talkback diff HEAD~3 day1.md', 'also: old.md new.md, v1:notes/day1.md day1.md'))

  const templates = program
    .command('templates')
    .description('List the looks that decks can have, or start one of your own.')
    .option('--json', 'Print them as JSON.')
    .action((_, command: Command) => actions.templates(command))
    .addHelpText('after', example('talkback templates new ours --from night', 'ours/, to edit and use with -t ./ours'))
  const newTemplate = templates
    .command('new')
    .description('Make a folder with a new template in it, ready to be edited.')
    .argument('<name>', 'name or path of the folder')
    .option('--from <template>', 'The template to start from.', 'report')
    .action((path: string, _, command: Command) => actions.newTemplate(path, command))
    .addHelpText('after', example('talkback templates new ours --from reveal/black', 'a theme of reveal.js will do'))

  program.commandsGroup('Set up:')
  const setup = program
    .command('setup')
    .description('Get a browser for PDFs, if there is none, or what draws Mermaid diagrams.')
    .addArgument(new Argument('[what]', 'what to get').choices(['browser', 'mermaid']).default('browser'))
    .action((what: 'browser' | 'mermaid', _, command: Command) => actions.setup(what, command))
    .addHelpText('after', example('talkback setup', 'prints the browser it found or got'))
  const doctor = program
    .command('doctor')
    .description('Say what works on this machine, and what to do about the rest.')
    .action((_, command: Command) => actions.doctor(command))
    .addHelpText('after', example('talkback doctor', 'a line for each thing that is needed'))

  for (const command of [build, pdf, serve, check, outline])
    command.option('--join', 'Make one deck of all notes: a part for each, under its title.')
  for (const command of [build, pdf, serve]) command.option('-o, --out <dir>', 'Folder that decks go in.', 'dist')
  for (const command of [build, pdf])
    command
      .option('-w, --watch', 'Make them again whenever notes, pictures, settings or template change, until Ctrl-C.')
      .option('--json', 'Print paths, changes since the last build and findings as JSON, a document for each deck.')
  for (const command of [build, pdf]) addFormatFlags(command)
  for (const command of [build, pdf, serve, check, diff]) addNetworkFlags(command)
  for (const command of [build, pdf, serve, check, diff, setup, doctor]) addBrowserFlag(command)
  for (const command of [build, pdf, serve, check, outline, diff]) addSettings(command)
  for (const command of [build, pdf]) refuseLevels(command, ['sections'])
  for (const command of [serve, check, outline, diff]) refuseLevels(command, ['sections', 'slides'])
  for (const command of [build, pdf, serve, check, outline, diff, templates, newTemplate, setup, doctor])
    addCommonFlags(command)
  return program
}

function addNetworkFlags(command: Command): void {
  command
    .optionsGroup('Network and browser:')
    .option('--offline', 'Never ask the network: pictures come from the cache, or are drawn as cards.')
    .option('--refresh', 'Fetch pictures again, also those that were out of reach before.')
}

function readPort(written: string): number {
  const port = Number(written)
  if (/^\d+$/.test(written) && port > 0 && port < 65536) return port
  throw new InvalidArgumentError('Give a number from 1 to 65535.')
}

function addBrowserFlag(command: Command): void {
  command.option('--browser <path>', 'Chrome, Chromium or its headless shell; otherwise found.')
}

function addSettings(command: Command): void {
  command.optionsGroup('Settings (front matter and talkback.yaml take them too):')
  for (const { help, flag } of Object.values<Setting>(settingsTable))
    if (flag !== undefined) command.addOption(new Option(flag, flagHelp(flag, help)))
  command.option('--config <file>', 'Config file; otherwise talkback.yaml beside the notes or here.')
}

/** The table says what a setting does; a `--no-` flag undoes it. */
function flagHelp(flag: string, help: string): string {
  const text = help.replaceAll('`', '')
  return flag.startsWith('--no-') ? `Do not ${text.charAt(0).toLowerCase()}${text.slice(1)}` : text
}

function addCommonFlags(command: Command): void {
  command
    .optionsGroup('Common:')
    .option('--quiet', 'Print only results and errors.')
    .option('--debug', 'Print where an error comes from.')
    .helpOption('-h, --help', 'Print this help.')
}

const example = (line: string, comment: string): string => `\nExample:\n  $ ${line}    # ${comment}`

/** The settings among a command's flags: only those that were really given, so that other layers count for the rest. */
export function givenSettings(command: Command): Readonly<Record<string, unknown>> {
  const given = Object.entries<Setting>(settingsTable).flatMap(([name, { flag }]) => {
    // Flags may have another name than their setting: commander makes its own of it.
    const key = flag === undefined ? undefined : new Option(flag).attributeName()
    return key !== undefined && command.getOptionValueSource(key) === 'cli' ? [[name, command.getOptionValue(key)]] : []
  })
  return Object.fromEntries(given)
}
