/** What tools say of a slide's background, in their words → the background. */
import type { Background } from '../../model/notes.js'
import { urlIn } from './looseEntries.js'

const fits: ReadonlyMap<string, NonNullable<Background['fit']>> = new Map([
  ['cover', 'cover'],
  ['contain', 'contain'],
  ['fit', 'contain'],
  ['auto', 'auto'],
])

export interface Said {
  readonly picture?: string | undefined
  readonly colour?: string | undefined
  readonly side?: string | undefined
  readonly share?: number | undefined
  readonly fit?: string | undefined
}

/** None where neither a picture nor a colour is said. */
export function backgroundOf({ picture, colour, side, share, fit }: Said): readonly Background[] {
  if (!picture && !colour) return []
  const howWide = fits.get(fit ?? '')
  return [
    {
      ...(picture ? { picture: urlIn(picture) ?? picture } : {}),
      ...(colour ? { colour } : {}),
      ...(side === 'left' || side === 'right' ? { side, share: share ?? 0.5 } : {}),
      ...(howWide ? { fit: howWide } : {}),
    },
  ]
}

/** Some tools ask for either under one name. */
export const pictureOrColour = (said: string | undefined): Said =>
  said !== undefined && /[/.]|^url\(/.test(said) && !/^(?:rgb|hsl|ok)\w*\(|gradient\(/.test(said)
    ? { picture: said }
    : { colour: said }

/** Only those that there are. */
export const asBackgrounds = (backgrounds: readonly Background[]): { readonly backgrounds?: readonly Background[] } =>
  backgrounds.length > 0 ? { backgrounds } : {}
