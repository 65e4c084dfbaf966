/** `<video>`, `<iframe>` and the like → what a card says of them: a title, the host, an address, a picture. */
import { isSafeLink } from '../safeLink.js'
import { mediaNames } from './elements.js'
import { elementsIn, type HtmlElement } from './node.js'

export interface MediaSaid {
  readonly medium: 'video' | 'audio' | 'page'
  /** '' where it leads nowhere that is safe. */
  readonly href: string
  readonly title: string
  readonly host: string
  readonly poster?: string
}

const media: ReadonlyMap<string, MediaSaid['medium']> = new Map([
  ['video', 'video'],
  ['audio', 'audio'],
])
const sources: ReadonlySet<string> = new Set(['source', 'embed'])

/** @returns undefined for what is none, and for one that says nothing */
export function mediaOf({ name, attributes, children }: HtmlElement): MediaSaid | undefined {
  if (!mediaNames.has(name)) return undefined
  const inside = elementsIn(children, sources).map((source) => source.attributes.get('src'))
  const written = [attributes.get('src'), attributes.get('data'), ...inside].find((address) => address?.trim())?.trim()
  const label = (attributes.get('title') ?? attributes.get('aria-label') ?? '').trim()
  if ((written === undefined || !isSafeLink(written)) && label === '') return undefined
  const poster = attributes.get('poster')?.trim()
  return mediaAt(written ?? '', { medium: media.get(name), title: label, ...(poster ? { poster } : {}) })
}

interface Known {
  readonly medium?: MediaSaid['medium'] | undefined
  /** '' where nobody gave it one. */
  readonly title: string
  readonly poster?: string
}

const videoFile = /\.(?:mp4|m4v|webm|mov|ogv|avi|mkv)$/i
const audioFile = /\.(?:mp3|m4a|wav|ogg|oga|opus|flac|aac)$/i

/** What an address is of: a film by its page, others by their ending; undefined for pictures and pages. */
export function mediumOf(address: string): MediaSaid['medium'] | undefined {
  if (filmAt(address) !== undefined) return 'video'
  const path = address.replace(/[?#].*$/s, '')
  if (videoFile.test(path)) return 'video'
  return audioFile.test(path) ? 'audio' : undefined
}

/** Players that stand in other pages, and short addresses → the page of the film itself, which whoever reads on wants. */
const players: readonly (readonly [player: RegExp, page: string])[] = [
  [
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/(?!videoseries)([\w-]+)/i,
    'https://www.youtube.com/watch?v=',
  ],
  [/^https?:\/\/player\.bilibili\.com\/(?:player\.html)?\?(?:.*&)?bvid=(BV\w+)/i, 'https://www.bilibili.com/video/'],
  [/^https?:\/\/player\.bilibili\.com\/(?:player\.html)?\?(?:.*&)?aid=(\d+)/i, 'https://www.bilibili.com/video/av'],
  [/^https?:\/\/(?:player\.)?vimeo\.com\/(?:video\/)?(\d+)/i, 'https://vimeo.com/'],
  [/^https?:\/\/(?:www\.|m\.)?youtube\.com\/watch\?(?:.*&)?v=([\w-]+)/i, 'https://www.youtube.com/watch?v='],
  [/^https?:\/\/youtu\.be\/([\w-]+)/i, 'https://www.youtube.com/watch?v='],
  [/^https?:\/\/(?:www\.)?bilibili\.com\/video\/(BV\w+|av\d+)/i, 'https://www.bilibili.com/video/'],
]

function filmAt(address: string): string | undefined {
  if (!/youtu|bili|vimeo/i.test(address)) return undefined
  for (const [player, page] of players) {
    const id = player.exec(address)?.[1]
    if (id !== undefined) return page + id
  }
  return undefined
}

export function mediaAt(address: string, { medium, title, poster }: Known): MediaSaid {
  const written = isSafeLink(address) ? address.replace(/^\/\/(?=[^/])/, 'https://') : ''
  const film = filmAt(written)
  const href = film ?? written
  const host = /^https?:\/\/([^/?#]+)/i.exec(href)?.[1]?.replace(/^.*@/, '') ?? ''
  return {
    medium: medium ?? (film === undefined ? (mediumOf(address) ?? 'page') : 'video'),
    href,
    title: title || film?.replace(/^https:\/\/(?:www\.)?/, '') || nameOf(href),
    host,
    ...(poster && isSafeLink(poster) ? { poster } : {}),
  }
}

/** The file, or where the page is. */
function nameOf(href: string): string {
  const path = href.replace(/^https?:\/\/|[?#].*$/gis, '').replace(/\/$/, '')
  const file = path.split('/').at(-1) ?? ''
  return mediumOf(file) || /\.[a-z]{2,5}$/i.test(file) ? file : path
}
