/** The path that a report is to be written to → nothing, or why not: what lies there may be somebody's notes. */
import { extname, resolve } from 'node:path'
import { exitCode, UserError } from '../errors.js'
import { exists } from './exists.js'
import { readRegular } from './readRegular.js'

/** Stands at the head of each report, by which the next one knows that it may replace it. */
export const reportMark = '<meta name="generator" content="Talkback diff">'

/** Bytes at the beginning of a report, among which the mark is. */
const HEAD = 1000

/**
 * @param versions what the report is about, as the user named it
 * @throws UserError when it is no page's name, or a file of that name is there that is no earlier report
 */
export async function refuseReport(path: string, versions: readonly string[]): Promise<void> {
  if (!['.html', '.htm'].includes(extname(path).toLowerCase()))
    throw refusal(`The report is a page, and ${path || 'a file without a name'} does not end in .html.`)
  if (versions.some((version) => resolve(version) === resolve(path)))
    throw refusal(`The report would replace ${path}, which it is about.`)
  if ((await exists(path)) && !(await isReport(path)))
    throw refusal(`The report would replace ${path}, which is no report of Talkback's.`)
}

const refusal = (message: string): UserError =>
  new UserError(message, 'Name another file: `talkback diff --pictures changes.html old.md new.md`.', exitCode.usage)

async function isReport(path: string): Promise<boolean> {
  try {
    const report = await readRegular(path, { what: 'a report', most: 1024 * 1024 * 1024 })
    return report.toString('utf8', 0, HEAD).includes(reportMark)
  } catch {
    return false
  }
}
