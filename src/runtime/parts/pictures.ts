/** A picture in the page → where it shows which part of its file. */
import { least, most } from '../../model/lists.js'
import type { Box, PicturePart } from '../../model/parts.js'
import { boxAt, contentEdges, px } from './place.js'
import { linkOf } from './runs.js'
import type { Here, Scene } from './scene.js'

interface Size {
  readonly width: number
  readonly height: number
}

export function pictureOf(image: HTMLImageElement, scene: Scene, here: Here): PicturePart | undefined {
  const style = getComputedStyle(image)
  const natural = { width: image.naturalWidth, height: image.naturalHeight }
  const room = boxAt(contentEdges(image, style), scene.origin)
  if (natural.width === 0 || natural.height === 0 || room.width === 0 || room.height === 0) return undefined
  const ground = scene.paint(style.backgroundColor, here.opacity)
  const link = linkOf(image, scene)
  return {
    kind: 'picture',
    source: image.currentSrc,
    natural,
    alt: image.alt,
    ...placed(natural, room, style),
    ...(ground === undefined || ground === here.ground ? {} : { ground }),
    ...(link === undefined ? {} : { link }),
    fixed: false,
  }
}

/** `url("…")` alone: then what a style sheet paints is a picture. */
export const addressIn = (backgroundImage: string): string | undefined =>
  /^url\("([^"]+)"\)$/.exec(backgroundImage)?.[1]

/** A picture that a style sheet paints, whole. */
export function paintedPicture(source: string, natural: Size, room: Box, style: CSSStyleDeclaration): PicturePart {
  const shape = { objectFit: style.backgroundSize, objectPosition: style.backgroundPosition }
  return { kind: 'picture', source, natural, alt: '', ...placed(natural, room, shape), fixed: true }
}

/** `contain` leaves room beside the picture, `cover` cuts some of it off; everything else stretches it. */
function placed(
  natural: Size,
  room: Box,
  { objectFit, objectPosition }: Pick<CSSStyleDeclaration, 'objectFit' | 'objectPosition'>,
): Pick<PicturePart, 'box' | 'crop'> {
  const scales = [room.width / natural.width, room.height / natural.height]
  const none = { left: 0, top: 0, right: 0, bottom: 0 }
  if (objectFit !== 'contain' && objectFit !== 'cover') return { box: room, crop: none }
  const scale = objectFit === 'contain' ? least(scales) : most(scales)
  const [width, height] = [natural.width * scale, natural.height * scale]
  const [across = '50%', down = '50%'] = objectPosition.split(' ')
  const x = offset(across, room.width - width)
  const y = offset(down, room.height - height)
  if (objectFit === 'contain') return { box: { x: room.x + x, y: room.y + y, width, height }, crop: none }
  const [left, top] = [-x / width, -y / height]
  return {
    box: room,
    crop: { left, top, right: 1 - left - room.width / width, bottom: 1 - top - room.height / height },
  }
}

const offset = (place: string, free: number): number => (place.endsWith('%') ? (px(place) / 100) * free : px(place))
