/** Pictures of a slide → its elements, and the files that they show. */
import type { PicturePart, ShotPart } from '../model/parts.js'
import { solid } from './colours.js'
import { linkXml } from './runs.js'
import { decorative, nameXml, rectangle } from './shapes.js'
import type { Scene } from './style.js'
import { placeOf } from './units.js'
import { tag } from './xml.js'

/** Ids of the references to a picture's files. */
export interface PictureReferences {
  readonly shown: string
  readonly vector?: string
}

export function pictureXml(
  part: PicturePart | ShotPart,
  { shown, vector }: PictureReferences,
  id: number,
  scene: Scene,
): string {
  const crop = part.kind === 'picture' ? part.crop : undefined
  const ground = part.kind === 'picture' ? part.ground : undefined
  const silent = part.alt === '' && part.fixed
  return tag(
    'p:pic',
    {},
    tag(
      'p:nvPicPr',
      {},
      nameXml(
        { id, name: `Picture ${id}`, descr: part.alt },
        part.link ? linkXml(part.link, scene) : '',
        silent ? decorative : '',
      ),
      tag('p:cNvPicPr', {}, tag('a:picLocks', { noChangeAspect: 1 })),
      tag('p:nvPr', {}),
    ),
    tag(
      'p:blipFill',
      {},
      tag('a:blip', { 'r:embed': shown }, vector === undefined ? '' : vectorXml(vector)),
      crop && Object.values(crop).some((share) => share > 0.0005)
        ? tag('a:srcRect', { l: share(crop.left), t: share(crop.top), r: share(crop.right), b: share(crop.bottom) })
        : '',
      tag('a:stretch', {}, '<a:fillRect/>'),
    ),
    tag('p:spPr', {}, placeOf(part.box), rectangle(false), ground === undefined ? '' : solid(ground, scene.palette)),
  )
}

/** Thousandths of a percent. */
const share = (part: number): number => Math.max(0, Math.round(part * 100_000))

const vectorXml = (id: string): string =>
  tag(
    'a:extLst',
    {},
    tag(
      'a:ext',
      { uri: '{96DAC541-7B7A-43D3-8B79-37D633B846F1}' },
      tag('asvg:svgBlip', {
        'xmlns:asvg': 'http://schemas.microsoft.com/office/drawing/2016/SVG/main',
        'r:embed': id,
      }),
    ),
  )
