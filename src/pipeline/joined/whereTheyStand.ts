/** Notes in which other files stand → the same with addresses from their own folder, and what is said of files that are not there. */
import { dirname, posix, relative } from 'node:path'
import type { Finding } from '../../model/finding.js'
import { type Included, spotIn } from '../../model/joined.js'
import type { Block, Notes, Source } from '../../model/notes.js'
import { standingIn } from '../../model/standing.js'
import { decodedAddress } from '../../model/text.js'
import { withAddresses } from '../../model/withAddresses.js'
import { addressFrom } from './moved.js'

export function whereTheyStand(notes: Notes, { file, included }: Source): Notes {
  if (included === undefined) return notes
  const home = dirname(file)
  const folderAt = (line: number): string =>
    relative(home, dirname(spotIn(included.spans, line)?.file ?? file)).replaceAll('\\', '/')
  const standing = new Set(included.spans.map(({ file }) => relative(home, file).replaceAll('\\', '/')))
  const link = (href: string, { lines: [line] }: Block): string => {
    const address = addressFrom(folderAt(line), href)
    const [path = '', anchor = ''] = address.split('#', 2)
    // Whoever leads to a part of a file that stands here means that part.
    return anchor !== '' && standing.has(posix.normalize(decodedAddress(path))) ? `#${anchor}` : address
  }
  const picture = (src: string, { lines: [line] }: Block): string => standingIn(folderAt(line), src)
  return {
    ...notes,
    blocks: withAddresses(notes.blocks, { picture, link }),
    findings: withReasons(notes.findings, included),
  }
}

function withReasons(findings: readonly Finding[], { unread }: Included): readonly Finding[] {
  const told = new Map(unread.map((each) => [each.line, each]))
  const explained = findings.map((finding): Finding => {
    const unread = finding.code === 'include-unread' ? told.get(finding.place.line) : undefined
    if (finding.code !== 'include-unread' || unread === undefined) return finding
    told.delete(unread.line)
    const { line: _, ...facts } = unread
    return { ...finding, facts }
  })
  return [
    ...explained,
    ...[...told.values()].map(({ line, ...facts }): Finding => ({ code: 'include-unread', place: { line }, facts })),
  ]
}
