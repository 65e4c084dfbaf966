/** The path or address of a logo → the picture that travels with the deck. */
import { basename, dirname, isAbsolute } from 'node:path'
import type { ReadyPicture } from '../../model/bundle.js'
import { getPictures, type PictureOptions } from './getPictures.js'

/**
 * @param path as the setting has it: one in the notes is relative and stays inside their folder
 * @returns the picture, or in words why there is none; nothing for ''
 */
export async function getLogo(
  path: string,
  options: PictureOptions,
): Promise<{ readonly logo?: ReadyPicture; readonly fault?: string }> {
  if (path === '') return {}
  const [src, folder] = isAbsolute(path) ? [basename(path), dirname(path)] : [path, options.folder]
  const { pictures } = await getPictures([{ src, lines: [1, 1] }], { ...options, folder })
  const found = pictures.get(src)
  return found?.state === 'ready' ? { logo: found } : { fault: found?.reason ?? 'no such file' }
}
