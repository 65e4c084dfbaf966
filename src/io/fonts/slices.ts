/** A family of fonts → the files it is cut into, and the characters each of them claims to hold. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FontFamily } from '../../model/bundle.js'
import { packageFolder, packageVersion } from '../assets.js'
import { parseRanges, type Range } from './ranges.js'

export interface Slice {
  /** As in file names: `latin-ext`, `118`. */
  readonly name: string
  readonly ranges: readonly Range[]
}

/** What one face is cut from: a weight of a family, upright or italic. */
export interface Face {
  readonly family: FontFamily
  readonly bold: boolean
  readonly italic: boolean
}

/** Reads which slices a family has, in the order of its package. */
export async function slicesOf(family: FontFamily): Promise<readonly Slice[]> {
  if (family.range !== undefined) return [{ name: 'latin', ranges: parseRanges(family.range) }]
  const claims: unknown = JSON.parse(await readFile(join(packageFolder(family.package), 'unicode.json'), 'utf8'))
  if (claims === null || typeof claims !== 'object') return []
  return Object.entries(claims).map(([name, ranges]) => ({
    name: name.replace(/[[\]]/g, ''),
    ranges: parseRanges(String(ranges)),
  }))
}

/** The version of the package a family comes from: part of every cache key. */
export function versionOf(family: FontFamily): string {
  // Its name already follows from its content.
  return family.file === undefined ? packageVersion(family.package) : ''
}

/** The weight that is drawn: of the family's own weights, the one for plain or bold text. */
export const weightOf = ({ family, bold }: Face): number => (bold ? family.weights.bold : family.weights.regular)

/** Path of the font file that holds a slice of a face. */
export function fileOf(face: Face, slice: Slice): string {
  if (face.family.file !== undefined) return face.family.file
  const id = face.family.package.split('/').at(-1)
  const weight = face.family.variable ? 'wght' : weightOf(face)
  const style = face.italic ? 'italic' : 'normal'
  return join(packageFolder(face.family.package), 'files', `${id}-${slice.name}-${weight}-${style}.woff2`)
}
