/** A name → a folder with a new template in it, ready to be edited. */
import { mkdir } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { exitCode, UserError } from '../errors.js'
import { codeOf, writingFault } from './faults.js'
import { makeFolder } from './makeFolder.js'
import { readTemplate } from './readTemplate.js'
import { builtInNames, findTemplate } from './templates/findTemplate.js'
import { starterFiles } from './templates/starter.js'
import { writeFileWhole } from './writeFileWhole.js'

/**
 * @param path of the new folder; its last part is the template's name
 * @param from a built-in template, a theme of reveal.js, or another folder
 * @returns paths of the files, the first to open first
 * @throws UserError when there is something of that name, when there is no template `from`, or when the disk says no
 */
export async function newTemplate(path: string, from: string): Promise<readonly string[]> {
  const name = basename(resolve(path))
  if ((await builtInNames()).includes(name))
    throw new UserError(`There is a built-in template ${name}.`, 'Give yours another name.', exitCode.usage)
  const { template } = await readTemplate(from, { places: ['.'] })
  const { builtIn, folder } = await findTemplate(from, { places: ['.'] })
  const parent = builtIn ? from : relative(resolve(path), folder).replaceAll('\\', '/')
  await makeNewFolder(path)
  const written: string[] = []
  for (const [file, content] of starterFiles(name, parent, template)) {
    await writeFileWhole(join(path, file), content)
    written.push(join(path, file))
  }
  return written
}

async function makeNewFolder(path: string): Promise<void> {
  try {
    await makeFolder(dirname(resolve(path)))
    await mkdir(path)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw writingFault(error, path)
    throw new UserError(`There already is a ${path}.`, 'Give another name, or move it away.', exitCode.usage)
  }
}
