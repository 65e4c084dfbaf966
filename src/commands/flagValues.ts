/** `--watch=yes`, `--watch yes`: a flag with a value that it does not take → what to write instead. */
import type { Command, Option } from 'commander'
import { exitCode, UserError } from '../errors.js'
import { existsNow } from '../io/exists.js'
import { isNotesName } from '../io/notesNames.js'
import { nearest } from '../settings/nearest.js'

const meansNo = /^(?:no|false|off|0|never)$/i

/** @throws UserError (exit code 2); commander would only say that it knows no option of that name, value and all */
export function refuseValues(program: Command, args: readonly string[]): void {
  const command = namedCommand(program, args)
  const words = args.slice(0, args.includes('--') ? args.indexOf('--') : args.length)
  for (const [index, word] of words.entries()) {
    const behind = words[index + 1]
    const plain = optionNamed(command, word)
    if (plain && behind !== undefined && isBare(plain) && isValue(behind, command, words))
      throw valued(plain, word, behind)
    const [, name, value] = (word.startsWith('-') && /^(--?[a-z][\w-]*)=(.*)$/is.exec(word)) || []
    if (name === undefined || value === undefined) continue
    const option = optionNamed(command, name)
    if (option === undefined) {
      // A single dash may begin several letters, the last with its value.
      if (!name.startsWith('--')) continue
      const near = nearest(name, longNames(command))
      throw new UserError(
        `Unknown option '${name}'.`,
        near === undefined ? SEE_HELP : `Did you mean ${near}?`,
        exitCode.usage,
      )
    }
    if (isBare(option)) throw valued(option, name, value)
  }
}

const optionNamed = (command: Command, name: string): Option | undefined =>
  command.options.find(({ long, short }) => long === name || short === name)

const isBare = ({ required, optional }: Option): boolean => !required && !optional

/** Whether a word behind a flag is meant for it: notes are named elsewhere, and it neither is a file nor looks like one. */
function isValue(word: string, command: Command, words: readonly string[]): boolean {
  if (command.registeredArguments[0]?.name() !== 'notes' || !/^[^-./\\][^./\\]*$/.test(word)) return false
  if (existsNow(word) || existsNow(`${word}.md`)) return false
  return words.some((other) => isNotesName(other) || (other.includes('/') && existsNow(other)))
}

const valued = (option: Option, name: string, value: string): UserError =>
  new UserError(`${name} takes no value, and so can't be \`${value}\`.`, insteadOf(option, value), exitCode.usage)

const SEE_HELP = 'See talkback --help, or talkback <command> --help.'

/** A flag that undoes something may be written out of a habit: `--no-repair=no` is anybody's guess. */
function insteadOf({ long, short, negate }: Option, value: string): string {
  const flag = long ?? short ?? ''
  if (negate) return `Write ${flag}, or leave it out.`
  return meansNo.test(value.trim()) ? 'Leave it out: without it, it is off.' : `Write ${flag} alone.`
}

const longNames = (command: Command): readonly string[] =>
  command.options.flatMap(({ long, hidden }) => (long === undefined || hidden ? [] : [long]))

function namedCommand(program: Command, args: readonly string[]): Command {
  let command = program
  for (const word of args) {
    if (word.startsWith('-')) continue
    const named = command.commands.find((each) => each.name() === word)
    if (named === undefined) break
    command = named
  }
  return command
}
