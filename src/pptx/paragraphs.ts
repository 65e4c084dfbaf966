/** Paragraphs → the text of a shape or a cell: indents, bullets, line heights and gaps as they were measured. */
import type { Box, Bullet, Mark, NumberScheme, Paragraph, Run, RunStyle } from '../model/parts.js'
import { colour } from './colours.js'
import { startsOf } from './numbering.js'
import { runStyleXml, runsXml } from './runs.js'
import type { Scene } from './style.js'
import { emu, hundredths } from './units.js'
import { tag } from './xml.js'

/**
 * @param room edges that the indents count from, px
 * @returns at least one paragraph: there is no text without
 */
export function paragraphsXml(paragraphs: readonly Paragraph[], room: Pick<Box, 'x' | 'width'>, scene: Scene): string {
  if (paragraphs.length === 0) return '<a:p/>'
  const starts = startsOf(paragraphs)
  return paragraphs
    .map((paragraph, index) => {
      const above = paragraphs[index - 1]?.box
      const gap = above ? Math.max(0, paragraph.box.y - above.y - above.height) : 0
      const properties = paragraphStyleXml(paragraph, { room, gap, start: starts[index] }, scene)
      const runs = runsXml([...writtenBullet(paragraph), ...paragraph.runs], scene)
      return tag('a:p', {}, properties, runs || emptyLine(paragraph, scene))
    })
    .join('')
}

interface Setting {
  readonly room: Pick<Box, 'x' | 'width'>
  /** Px between it and what stands above. */
  readonly gap: number
  readonly start: number | undefined
}

function paragraphStyleXml(paragraph: Paragraph, { room, gap, start }: Setting, scene: Scene): string {
  const { box, bullet, hang = 0, align, line, level, rightToLeft } = paragraph
  const [left, right] = [box.x - room.x, room.x + room.width - box.x - box.width]
  const [before, after] = rightToLeft ? [right, left] : [left, right]
  return tag(
    'a:pPr',
    {
      marL: Math.max(0, emu(before)),
      marR: after < 1 ? undefined : emu(after),
      lvl: level === 0 ? undefined : Math.min(level, DEEPEST),
      indent: -emu(Math.min(before, bullet?.hang ?? hang)),
      algn: ALIGNS[align],
      rtl: rightToLeft ? 1 : undefined,
    },
    tag('a:lnSpc', {}, tag('a:spcPts', { val: hundredths(line) })),
    tag('a:spcBef', {}, tag('a:spcPts', { val: hundredths(gap) })),
    tag('a:spcAft', {}, tag('a:spcPts', { val: 0 })),
    bullet ? bulletXml(bullet, start, scene) : '<a:buNone/>',
  )
}

export const ALIGNS = { left: 'l', center: 'ctr', right: 'r' } as const
const DEEPEST = 8

/** Signs that Arial has, about as large as what is drawn on the slides; boxes to tick come from Wingdings. */
const MARKS: Readonly<Record<Mark, { readonly char: string; readonly font?: 'Wingdings'; readonly size?: number }>> = {
  square: { char: '▪', size: 120 },
  dash: { char: '–' },
  frame: { char: '▫', size: 120 },
  dot: { char: '•' },
  ring: { char: '○', size: 60 },
  task: { char: 'o', font: 'Wingdings' },
  done: { char: 'þ', font: 'Wingdings' },
}

const SCHEMES: Readonly<Record<NumberScheme, string>> = {
  decimal: 'arabicPeriod',
  plain: 'arabicPlain',
  cjk: 'ea1ChsPeriod',
  circled: 'circleNumDbPlain',
  alpha: 'alphaLcPeriod',
  roman: 'romanLcPeriod',
}

/** Said always: a level of the master may have another size. */
const FULL_SIZE = tag('a:buSzPct', { val: 100_000 })

export function bulletXml(bullet: Bullet, start: number | undefined, { palette }: Scene): string {
  if ('written' in bullet) return '<a:buNone/>'
  const ink = tag('a:buClr', {}, colour(bullet.colour, palette))
  if ('scheme' in bullet) {
    const startAt = start === undefined || start === 1 ? undefined : start
    return (
      ink +
      FULL_SIZE +
      tag('a:buFont', { typeface: '+mj-lt' }) +
      tag('a:buAutoNum', { type: SCHEMES[bullet.scheme], startAt })
    )
  }
  const { char, font = 'Arial', size } = 'mark' in bullet ? MARKS[bullet.mark] : { char: bullet.sign }
  return [
    ink,
    size === undefined ? FULL_SIZE : tag('a:buSzPct', { val: size * 1000 }),
    tag('a:buFont', { typeface: font, charset: font === 'Wingdings' ? 2 : undefined }),
    tag('a:buChar', { char }),
  ].join('')
}

/**
 * The tab after it leads to where the text begins: that is what an indent that hangs is for. It is set as that text is:
 * LibreOffice sets a link as what stands before it.
 */
function writtenBullet({ bullet, size, runs: [first] }: Paragraph): readonly Run[] {
  if (!bullet || !('written' in bullet) || !first) return []
  const { link: _, underline: __, ...style } = first
  const number = { text: bullet.written, size, colour: bullet.colour }
  return [bullet.bold ? { ...number, bold: true } : number, { ...style, text: '\t' }]
}

/**
 * Px that text has to be lifted by. Browsers set letters in the middle of their line; programs for slides set them nearer to
 * its foot, the more so the higher the line is for its letters. Chinese characters fill their line better.
 */
export function liftOf({ line, size, runs }: Paragraph): number {
  const wide = runs.some(({ text }) =>
    /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text),
  )
  return Math.max(0, line - size * 1.15) * (wide ? 0.1 : 0.4)
}

/** A numbered line of code counts only where there is something in it: a space. */
function emptyLine({ size, bullet }: Paragraph, scene: Scene): string {
  const style: RunStyle = { size, colour: '#000000', mono: true }
  return bullet ? runsXml([{ ...style, text: ' ' }], scene) : runStyleXml(style, scene, { name: 'a:endParaRPr' })
}
