/** The path or address of a logo → the picture that travels with the deck, and what it is shown without. */
import { basename, dirname, isAbsolute } from 'node:path'
import type { ReadyPicture } from '../../model/bundle.js'
import type { Finding } from '../../model/finding.js'
import { getPictures, type PictureOptions } from './getPictures.js'

export interface GotLogo {
  readonly logo?: ReadyPicture
  readonly fault?: string
  /** Of a logo that is shown; their place is where the setting is said, which is not known here. */
  readonly findings: readonly Finding[]
}

/**
 * @param path as the setting has it: one in the notes is relative and stays inside their folder
 * @returns the picture, or in words why there is none; nothing for ''
 */
export async function getLogo(path: string, options: PictureOptions): Promise<GotLogo> {
  if (path === '') return { findings: [] }
  const [src, folder] = isAbsolute(path) ? [basename(path), dirname(path)] : [path, options.folder]
  const { pictures, findings } = await getPictures([{ src, lines: [1, 1] }], { ...options, folder })
  const found = pictures.get(src)
  if (found?.state === 'ready') return { logo: found, findings }
  const [lost] = findings
  return { fault: lost && 'reason' in lost.facts ? lost.facts.reason : 'no such file', findings: [] }
}
