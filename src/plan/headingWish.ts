/** What stands in braces behind a heading → what is asked of its slide: `{background=night.jpg}`, `{right=map.png share=40%}`, `{hidden}`. */
import type { Background, Heading, SlideWish } from '../model/notes.js'

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
