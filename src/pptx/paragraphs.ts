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
  const lifts = paragraphs.map((paragraph) => liftOf(paragraph, scene))
  return paragraphs
    .map((paragraph, index) => {
      const above = paragraphs[index - 1]?.box
      const nearer = (lifts[index - 1] ?? 0) - (lifts[index] ?? 0)
      const gap = above ? Math.max(0, paragraph.box.y - above.y - above.height + nearer) : 0
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
    bullet ? bulletXml(bullet, paragraph.size, start, scene) : '<a:buNone/>',
  )
}

export const ALIGNS = { left: 'l', center: 'ctr', right: 'r' } as const
const DEEPEST = 8

interface Sign {
  readonly char: string
  readonly font?: 'Arial' | 'Wingdings'
  /** How wide it is in its font, ems: then it is set as large as it is drawn. */
  readonly share?: number
  /** Otherwise, percent of the text's size. */
  readonly percent?: number
}

/** Signs that Arial has; boxes to tick come from Wingdings. */
const MARKS: Readonly<Record<Mark, Sign>> = {
  square: { char: '▪', share: 0.24 },
  dash: { char: '–' },
  frame: { char: '▫', share: 0.24 },
  dot: { char: '•' },
  ring: { char: '○', percent: 60 },
  task: { char: 'o', font: 'Wingdings' },
  done: { char: 'þ', font: 'Wingdings' },
}

const SCHEMES: Readonly<Record<NumberScheme, string>> = {
  decimal: 'arabicPeriod',
  plain: 'arabicPlain',
  cjk: 'ea1ChsPeriod',
  circled: 'circleNumDbPlain',
  closed: 'arabicParenBoth',
  alpha: 'alphaLcPeriod',
  'upper-alpha': 'alphaUcPeriod',
  roman: 'romanLcPeriod',
  'upper-roman': 'romanUcPeriod',
}

/** Said always: a level of the master may have another size. */
const FULL_SIZE = tag('a:buSzPct', { val: 100_000 })

/** @param size of the text's type, px */
export function bulletXml(bullet: Bullet, size: number, start: number | undefined, { palette }: Scene): string {
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
  const {
    char,
    font = 'Arial',
    share,
    percent = 100,
  }: Sign = 'mark' in bullet ? MARKS[bullet.mark] : { char: bullet.sign }
  const drawn =
    share !== undefined && 'mark' in bullet && bullet.extent ? (100 * bullet.extent) / (size * share) : percent
  return [
    ink,
    tag('a:buSzPct', { val: Math.round(Math.min(400, Math.max(25, drawn))) * 1000 }),
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
 * Px that text has to be lifted by; less than nothing where it has to be lowered. Browsers set letters in the middle of their
 * line. Programs for slides set them on its foot, and all that the line is higher than the letters, or lower, is above them.
 */
export function liftOf({ line, size, runs }: Paragraph, { typefaces }: Pick<Scene, 'typefaces'>): number {
  const { nature } = runs.length > 0 && runs.every(({ mono }) => mono) ? typefaces.mono : typefaces.latin
  return (line - size * (nature?.height ?? USUAL_HEIGHT)) / 2
}

/** Of a font that is not known, in ems. */
const USUAL_HEIGHT = 1.2

/** A numbered line of code counts only where there is something in it: a space. */
function emptyLine({ size, bullet }: Paragraph, scene: Scene): string {
  const style: RunStyle = { size, colour: '#000000', mono: true }
  return bullet ? runsXml([{ ...style, text: ' ' }], scene) : runStyleXml(style, scene, { name: 'a:endParaRPr' })
}
