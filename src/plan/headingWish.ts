/** What stands in braces behind a heading → what is asked of its slide: `{background=night.jpg}`, `{right=map.png share=40%}`, `{hidden}`. */
import type { Finding } from '../model/finding.js'
import { isGroundPicture } from '../model/grounds.js'
import type { Background, Heading, SlideWish } from '../model/notes.js'
import { placeOf, plainText } from '../model/text.js'
import { parseColour } from '../settings/colour.js'
import type { Planned } from './closing.js'
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
  const colour = said['background-color'] ?? (isGroundPicture(said['background']) ? undefined : said['background'])
  return [
    ...(colour ? [{ colour }] : []),
    ...(isGroundPicture(said['background']) ? picture('background') : []),
    ...picture('background-image'),
    ...picture('left', { side: 'left', share }),
    ...picture('right', { side: 'right', share }),
  ]
}

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

/** Grounds that slides are painted on: of one that is no plain colour the slide is asked in vain, which is said. */
export function settleGrounds(slide: Planned): { readonly slide: Planned; readonly findings: readonly Finding[] } {
  const { wish, lines } = slide
  const odd = (wish?.backgrounds ?? []).filter(({ colour }) => colour !== undefined && !parseColour(colour))
  if (wish === undefined || odd.length === 0) return { slide, findings: [] }
  const findings = odd.map(({ colour = '' }): Finding => {
    const expected = '`#1f3f77`, `teal`, `rgb(0 90 120)`, a picture'
    return {
      code: 'setting-invalid',
      place: { line: lines[0] },
      facts: { name: 'background', value: colour, expected },
    }
  })
  const backgrounds = (wish.backgrounds ?? []).filter((each) => !odd.includes(each))
  return { slide: { ...slide, wish: { ...wish, backgrounds } }, findings }
}
