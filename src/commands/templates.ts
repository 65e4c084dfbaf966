/** `talkback templates`: lists the looks, and starts a new one. */

import { basename } from 'node:path'
import { type ExitCode, exitCode } from '../errors.js'
import { listTemplates } from '../io/listTemplates.js'
import { newTemplate } from '../io/newTemplate.js'
import { most } from '../model/lists.js'
import type { Terminal } from './terminal.js'

export interface ListOptions {
  readonly json: boolean
}

export async function list({ json }: ListOptions, terminal: Terminal): Promise<ExitCode> {
  const found = await listTemplates()
  if (json) {
    terminal.result(JSON.stringify(found, null, 2))
    return exitCode.fine
  }
  const width = most(found.templates.map(({ name }) => name.length))
  for (const { name, description } of found.templates) terminal.result(`${name.padEnd(width)}  ${description}`)
  terminal.result(`${' '.repeat(width)}  ${found.themes.join(' ')}`)
  return exitCode.fine
}

export interface NewOptions {
  /** The template to start from. */
  readonly from: string
}

export async function create(path: string, { from }: NewOptions, terminal: Terminal): Promise<ExitCode> {
  for (const file of await newTemplate(path, from)) terminal.result(file)
  const named = basename(path) === path ? `./${path}` : path
  terminal.tell(`Try it: talkback build notes.md --template ${named}`)
  return exitCode.fine
}
