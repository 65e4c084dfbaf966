/** Notes → their front matter; of several files, what counts for all of them. */
import { basename, dirname, resolve } from 'node:path'
import type { FrontValue, Source } from '../../model/notes.js'
import { type FrontMatter, readFrontMatter } from '../../parse/frontMatter.js'
import { partsOf } from './joinSources.js'

/** What one talk says of itself: it counts for all where all say the same. */
const OF_A_TALK = ['title', 'subtitle', 'author', 'date', 'event', 'place', 'duration']

/** A file that says what the others are: right in the folder of all of them. */
export const isCover = (file: string, whole: string): boolean =>
  /^(?:index|readme|_index)\.\w+$/i.test(basename(file)) && resolve(dirname(file)) === resolve(dirname(whole))

export function headOf(source: Source): FrontMatter {
  if (source.parts === undefined) return readFrontMatter(source)
  const heads = partsOf(source).map((part, at) => ({
    ...readFrontMatter(part),
    begins: source.parts?.[at]?.first ?? 1,
    isCover: isCover(part.file, source.file),
  }))
  const first = heads.find((head) => head.isCover) ?? heads[0]
  const front = Object.entries(first?.front ?? {}).filter(
    ([name, value]) =>
      first?.isCover || !OF_A_TALK.includes(name) || (name !== 'title' && heads.every(says(name, value))),
  )
  const title =
    first?.isCover && first.front['title'] === undefined
      ? firstHeading(source, Math.max(first.begins, first.bodyLine))
      : undefined
  return {
    front: { ...Object.fromEntries(front), ...(title ? { title } : {}) },
    bodyLine: 1,
    asides: [],
    findings: [],
  }
}

/** What the cover calls itself, where its front matter does not. */
function firstHeading({ text }: Source, from: number): FrontValue | undefined {
  const lines = text.split('\n').slice(from - 1)
  const at = lines.findIndex((line) => line.trim() !== '')
  const value = /^#[ \t]+(.+?)[ \t#]*$/.exec(lines[at] ?? '')?.[1]
  return value === undefined ? undefined : { value, line: from + at }
}

const says =
  (name: string, { value }: FrontValue) =>
  ({ front }: FrontMatter): boolean =>
    String(front[name]?.value) === String(value)

/** What a part says of itself and not all of them do: `Ann · KubeCon · 2018-11-14`. */
export const ownFacts = (own: FrontMatter, all: FrontMatter): readonly string[] =>
  ['subtitle', 'author', 'event', 'place', 'date'].flatMap((name) => {
    const said = own.front[name]
    if (said === undefined || all.front[name] !== undefined || said.value === null) return []
    return [[said.value].flat().join(', ')].filter((text) => text !== '')
  })
