/** What stands in braces behind a heading → what is asked of its slide: `{background=night.jpg}`, `{right=map.png share=40%}`, `{hidden}`. */
import type { Finding } from '../model/finding.js'
import type { Background, Heading, SlideWish } from '../model/notes.js'
import { placeOf, plainText } from '../model/text.js'
import type { Draft } from './draft.js'

export function headingWish(heading: Heading | undefined): SlideWish {
  const said = heading?.attributes
  if (said === undefined) return {}
  const backgrounds = backgroundsIn(said)
  return {
    ...(backgrounds.length > 0 ? { backgrounds } : {}),
    ...(said['hidden'] !== undefined || said['visibility'] === 'hidden' ? { hidden: true } : {}),
    ...(said['small'] === undefined ? {} : { small: true }),
  }
}

function backgroundsIn(said: NonNullable<Heading['attributes']>): readonly Background[] {
  const share = Number(/^([\d.]+)%$/.exec(said['share'] ?? '')?.[1] ?? 50) / 100
  const picture = (name: string, more: Background = {}): readonly Background[] =>
    said[name] ? [{ picture: said[name], ...more }] : []
  const colour = said['background-color'] ?? (isPicture(said['background']) ? undefined : said['background'])
  return [
    ...(colour ? [{ colour }] : []),
    ...(isPicture(said['background']) ? picture('background') : []),
    ...picture('background-image'),
    ...picture('left', { side: 'left', share }),
    ...picture('right', { side: 'right', share }),
  ]
}

/** A path, or the name of a file: colours have neither. */
const isPicture = (value: string | undefined): boolean =>
  value !== undefined && !/^(?:rgb|hsl)a?\(/.test(value) && /[./]/.test(value)

/** Slides that their heading hides are left out, and said to be; a divider counts its part, and stays. */
export function withoutHidden(drafts: readonly Draft[]): {
  readonly shown: readonly Draft[]
  readonly findings: readonly Finding[]
} {
  const isHidden = ({ kind, heading }: Draft): boolean => kind === 'content' && headingWish(heading).hidden === true
  const hidden = drafts.filter(isHidden)
  if (hidden.length === 0) return { shown: drafts, findings: [] }
  const findings = hidden.map(
    ({ title, lines }): Finding => ({
      code: 'slide-hidden',
      place: placeOf(lines),
      facts: { text: plainText(title) },
    }),
  )
  return { shown: drafts.filter((draft) => !isHidden(draft)), findings }
}

/** Of a title slide, which is always there. */
export function wishOfTitle(heading: Heading | undefined): { readonly wish?: SlideWish } {
  const { hidden: _, ...wish } = headingWish(heading)
  return Object.keys(wish).length > 0 ? { wish } : {}
}
