/** The characters of a deck and the families to draw them with → the font files that travel with it. */
import { createHash } from 'node:crypto'
import type { FontFamilies, FontFamily, FontFile, Fonts, Glyphs } from '../../model/bundle.js'
import { lettersIn } from '../../model/letters.js'
import type { Cache } from '../cache.js'
import type { Share } from './assign.js'
import type { Drawn } from './draw.js'
import { DRAWING, packFonts, unpackFonts } from './packed.js'
import { printRanges } from './ranges.js'
import { slicesOf, versionOf } from './slices.js'

const ROOM = 64 * 1024 * 1024

/**
 * Makes the fonts of a deck: of every family only the slices and characters that it needs, in as few files as possible.
 * Same characters, same bytes. When nothing new is to be drawn, this is one read of the cache.
 * @returns files in a fixed order, and in `missing` the characters that none of the families has
 */
export async function makeFonts(glyphs: Glyphs, families: FontFamilies, cache: Cache): Promise<Fonts> {
  const named = [...families.text, ...families.mono]
  // The first of each package: English quotation marks in Chinese come from that of Latin letters, too.
  const all = named.filter((family, at) => named.findIndex((other) => other.package === family.package) === at)
  const versions = new Map(all.map((family) => [family.package, versionOf(family)] as const))
  const sorted = Object.entries(glyphs).map(([role, text]) => [role, [...new Set(lettersIn(text))].sort().join('')])
  const key = JSON.stringify(['set', DRAWING, sorted, families, [...versions]])

  const known = await cache.get(key)
  if (known !== undefined) return unpackFonts(known)

  const { unhurried } = await import('./unhurried.js')
  const fonts = await unhurried(() => drawAll(glyphs, families, all, versions, cache))
  await cache.put(key, packFonts(fonts))
  await cache.trim(ROOM)
  return fonts
}

async function drawAll(
  glyphs: Glyphs,
  families: FontFamilies,
  all: readonly FontFamily[],
  versions: ReadonlyMap<string, string>,
  cache: Cache,
): Promise<Fonts> {
  // The tools for drawing take longer to load than a build without new characters takes in all.
  const [{ assign, shareKey }, { mergeFonts }, draw, slices] = await Promise.all([
    import('./assign.js'),
    import('./merge.js'),
    import('./draw.js').then(({ drawer }) => drawer(cache, versions)),
    Promise.all(all.map(async (family) => [family.package, await slicesOf(family)] as const)).then(
      (entries) => new Map(entries),
    ),
  ])

  // Packages claim characters that their files lack. What a file proves to lack goes to the next one that claims it.
  const lacking = new Set<string>()
  let drawn: readonly Part[] = []
  let missing: readonly number[] = []
  for (let before = -1; before < lacking.size; ) {
    before = lacking.size
    const plan = assign(glyphs, families, slices, (face, slice, code) =>
      lacking.has(`${shareKey(face, slice)} ${code}`),
    )
    drawn = await Promise.all(plan.shares.map(async (share) => ({ share, made: await draw(share) })))
    missing = plan.missing
    for (const { share, made } of drawn) {
      const has = new Set(made.codes)
      for (const code of share.codes) {
        if (!has.has(code)) lacking.add(`${shareKey(share.face, share.slice)} ${code}`)
      }
    }
  }

  const files = [...filesOf(drawn).values()].map((parts) => {
    const [{ share, made }] = parts
    const bytes = parts.length === 1 ? made.bytes : mergeFonts(parts.map((part) => part.made.bytes))
    return fontFile(share, { bytes, codes: parts.flatMap((part) => part.made.codes) })
  })
  const { fontLicences } = await import('./licences.js')
  return {
    files,
    missing: missing.map((code) => String.fromCodePoint(code)).join(''),
    licences: await fontLicences(files, all),
  }
}

interface Part {
  readonly share: Share
  readonly made: Drawn
}

/** Which drawn shares make one file: the ideographs of a face together, every other share by itself. */
function filesOf(drawn: readonly Part[]): ReadonlyMap<string, [Part, ...Part[]]> {
  const files = new Map<string, [Part, ...Part[]]>()
  for (const part of drawn) {
    const { face, slice, ideographs } = part.share
    if (part.made.codes.length === 0) continue
    const key = [face.family.family, face.bold, face.italic, ideographs ? 'ideographs' : slice.name].join(' ')
    const file = files.get(key)
    if (file === undefined) files.set(key, [part])
    else file.push(part)
  }
  return files
}

const fontFile = ({ face }: Share, { bytes, codes }: Drawn): FontFile => ({
  family: face.family.family,
  weight: face.bold ? 700 : 400,
  style: face.italic ? 'italic' : 'normal',
  range: printRanges(codes),
  path: `fonts/${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.ttf`,
  bytes,
})
