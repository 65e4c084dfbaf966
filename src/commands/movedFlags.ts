/** Flags that go by another name here → the sentence that says which: what they once meant can't be guessed from the list of flags. */
import { type Command, Option } from 'commander'
import { exitCode, UserError } from '../errors.js'

/** Pictures are of slides, as everywhere; pages are what PDFs have. */
export function refusePages(command: Command): void {
  refuse(command, '--pages', (list) => [
    'The flag for some of the slides is --slides, not --pages.',
    `Write --slides ${list ?? '3,7-9'}.`,
  ])
}

/** The settings `sections` and `slides` are heading levels; their flags say so. */
export function refuseLevels(command: Command, names: readonly ('sections' | 'slides')[]): void {
  for (const name of names)
    refuse(command, `--${name}`, (level) => [
      `The flag for the heading level that opens ${name} is ${levelFlags[name]}, not --${name}.`,
      `Write ${levelFlags[name]} ${levelIn(level) ?? 2}.`,
    ])
}

const levelFlags = { sections: '--section-level', slides: '--slide-level' } as const

/** `h2`, `##` and `2` mean one level. */
export function levelIn(written = ''): number | undefined {
  const [, digit, marks = ''] = /^(?:h?([1-6])|(#{1,6}))$/i.exec(written.trim()) ?? []
  const level = digit === undefined ? marks.length : Number(digit)
  return level > 0 ? level : undefined
}

function refuse(
  command: Command,
  flag: string,
  say: (written: string | undefined) => readonly [sentence: string, hint: string],
): void {
  const option = new Option(`${flag} [value]`)
    .hideHelp()
    .preset('')
    .argParser((written: string) => {
      const [sentence, hint] = say(written === '' ? undefined : written)
      throw new UserError(sentence, hint, exitCode.usage)
    })
  command.addOption(option)
}
