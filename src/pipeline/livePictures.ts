/** The pictures of notes that are being edited → the same ones again, and only new ones fetched. */
import { getPictures, type PictureOptions, shortened } from '../io/pictures/getPictures.js'
import type { LostPicture, Pictures, ReadyPicture } from '../model/bundle.js'
import type { Finding } from '../model/finding.js'
import { placeOf } from '../model/text.js'
import type { WantedPicture } from '../render/wanted.js'
import { isRemote } from './sources.js'

export interface PicturesNow {
  readonly pictures: Pictures
  readonly findings: readonly Finding[]
  /** Some are missing that the network may have. */
  readonly late: boolean
}

export interface LivePictures {
  /** What is on disk and in the cache; the network is asked by `far` alone, so that nobody waits for it. */
  near(wanted: readonly WantedPicture[], options: PictureOptions): Promise<PicturesNow>
  /** The rest of them. */
  far(wanted: readonly WantedPicture[], options: PictureOptions): Promise<PicturesNow>
  /** Pictures on disk may have changed. */
  forgetFiles(): void
  /** As the notes name them. */
  sources(): Iterable<string>
}

interface Known {
  readonly picture: ReadyPicture | LostPicture
  readonly finding?: Finding
  /** Nobody has asked the network for it yet. */
  readonly late: boolean
}

const nothing: { readonly pictures: Pictures; readonly findings: readonly Finding[] } = {
  pictures: new Map(),
  findings: [],
}

export function livePictures(): LivePictures {
  let known = new Map<string, Known>()
  let size: PictureOptions['pictures'] | undefined

  async function get(wanted: readonly WantedPicture[], options: PictureOptions, asks: boolean): Promise<PicturesNow> {
    if (size !== options.pictures) known = new Map()
    size = options.pictures
    const unknown = wanted.filter(({ src }) => {
      const found = known.get(src)
      return found === undefined || (asks && found.late)
    })
    const offline = options.offline || !asks
    const got = unknown.length === 0 ? nothing : await getPictures(unknown, { ...options, offline })
    const findings = new Map(
      got.findings.map((finding) => ['source' in finding.facts && finding.facts.source, finding]),
    )
    const next = new Map<string, Known>()
    for (const { src } of wanted) {
      const picture = got.pictures.get(src)
      const before = known.get(src)
      if (picture !== undefined)
        next.set(src, knownAs(src, picture, findings.get(shortened(src)), !options.offline && !asks))
      else if (before !== undefined) next.set(src, before)
    }
    known = next
    return {
      pictures: new Map([...known].map(([src, { picture }]) => [src, picture])),
      findings: findingsOf(wanted, known),
      late: [...known.values()].some(({ late }) => late),
    }
  }

  return {
    near: (wanted, options) => get(wanted, options, false),
    far: (wanted, options) => get(wanted, options, true),
    forgetFiles() {
      known = new Map([...known].filter(([src]) => isRemote(src)))
    },
    sources: () => known.keys(),
  }
}

/** Of pictures that the network may still have there is nothing to say yet. */
const findingsOf = (wanted: readonly WantedPicture[], known: ReadonlyMap<string, Known>): readonly Finding[] =>
  wanted.flatMap(({ src, lines }): Finding[] => {
    const { finding, late = false } = known.get(src) ?? {}
    return finding === undefined || late ? [] : [{ ...finding, place: placeOf(lines) }]
  })

function knownAs(
  src: string,
  picture: ReadyPicture | LostPicture,
  finding: Finding | undefined,
  mayCome: boolean,
): Known {
  const late = mayCome && picture.state === 'lost' && isRemote(src)
  return { picture, late, ...(finding === undefined ? {} : { finding }) }
}
