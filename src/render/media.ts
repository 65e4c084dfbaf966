/** Something that plays or is open elsewhere → a card: what it is called, where it is, and a picture of it where there is one. */
import type { Media } from '../model/notes.js'
import { attribute, escapeHtml } from './escape.js'
import { type InlineContext, renderLink } from './inlines.js'

/** Signs that every deck with such a card draws. */
export const mediaSigns: Readonly<Record<Media['medium'], string>> = { video: '▶', audio: '♪', page: '↗' }

export function renderMedia({ medium, href, title, host, poster }: Media, context: InlineContext): string {
  const name = renderLink(href, escapeHtml(title), context)
  const isSaid = host === '' || title.startsWith(host.replace(/^www\./, ''))
  const where = isSaid ? '' : `<p class="media-host">${escapeHtml(host)}</p>`
  const sign = `<span class="media-sign" aria-hidden="true">${mediaSigns[medium]}</span>`
  const shown = poster === undefined ? '' : renderPoster(poster, title, href, context)
  return `<article class="media">${shown}<div class="media-says"><p class="media-title">${sign} ${name}</p>${where}</div></article>`
}

function renderPoster(poster: string, title: string, href: string, context: InlineContext): string {
  const found = context.pictures.get(poster)
  if (found?.state !== 'ready') return ''
  const { path, width, height } = found
  const image = `<img class="poster"${attribute('src', path)}${attribute('alt', title)} width="${width}" height="${height}">`
  return renderLink(href, image, context)
}
