/** Runs of text → the runs of a paragraph: letters, colour, language, link. */
import type { FormulaRun, Link, Run, RunStyle } from '../model/parts.js'
import { colour, solid } from './colours.js'
import { EMOJI_TYPEFACE, piecesOf } from './emoji.js'
import { typefaceXml } from './fonts.js'
import { languagesOf } from './languages.js'
import { ommlOf } from './omml.js'
import type { Scene } from './style.js'
import { hundredths } from './units.js'
import { escapeXml, tag } from './xml.js'

/** A line end within a run ends the line, not the paragraph. */
export function runsXml(runs: readonly Run[], scene: Scene): string {
  return runs
    .flatMap(wordsOfLink)
    .map(({ text, formula, ...style }) =>
      formula && scene.formulas
        ? formulaXml(formula, style, scene)
        : text
            .split('\n')
            .map((line) =>
              piecesOf(line)
                .map((piece) => tag('a:r', {}, runStyleXml(style, scene, piece), tag('a:t', {}, escapeXml(piece.text))))
                .join(''),
            )
            .join(tag('a:br', {}, runStyleXml(style, scene))),
    )
    .join('')
}

/** Office sets formulas in a font of its own, whatever the text is set in. */
function formulaXml({ math, display }: FormulaRun, style: RunStyle, scene: Scene): string {
  const run = (bold: boolean): string =>
    tag(
      'a:rPr',
      { lang: 'en-US', sz: hundredths(style.size), b: bold ? 1 : undefined, dirty: 0 },
      solid(style.colour, scene.palette),
      tag('a:latin', { typeface: 'Cambria Math', panose: '02040503050406030204', pitchFamily: 18, charset: 0 }),
    )
  const said = tag('m:oMath', {}, ommlOf(math, { run }))
  const placed = tag('m:oMathPara', {}, tag('m:oMathParaPr', {}, tag('m:jc', { 'm:val': 'centerGroup' })), said)
  return tag('office:m', {}, display ? placed : said)
}

/** LibreOffice breaks the lines of a link anywhere, unless it is a link a word; PowerPoint sees no difference. */
const wordsOfLink = (run: Run): readonly Run[] =>
  run.link ? (run.text.match(/\S*\s*/g) ?? []).filter(Boolean).map((text) => ({ ...run, text })) : [run]

interface StyleOf {
  /** Element: `a:rPr` of a run, `a:endParaRPr` of an empty paragraph, `a:defRPr` of a level. */
  readonly name?: 'a:rPr' | 'a:endParaRPr' | 'a:defRPr'
  /** What is written in it: says the language. */
  readonly text?: string
  readonly emoji?: boolean
}

/** Modern, all letters equally wide: what is taken for a family that is missing. */
const CODE = { pitchFamily: 0x31 }

/** Families and spacing are said of every run: LibreOffice lets one go on as the one before. */
export function runStyleXml(
  style: RunStyle,
  scene: Scene,
  { name = 'a:rPr', text, emoji = false }: StyleOf = {},
): string {
  const { palette, typefaces, lang, fonts = 'mn' } = scene
  const { name: code, nature = CODE } = typefaces.mono
  const family = (script: 'latin' | 'ea' | 'cs'): string => {
    if (emoji) return typefaceXml(`a:${script}`, EMOJI_TYPEFACE)
    if (style.mono && script !== 'ea') return typefaceXml(`a:${script}`, code, nature)
    return typefaceXml(`a:${script}`, `+${fonts}-${script === 'latin' ? 'lt' : script}`)
  }
  // Programs underline links unless they are told not to.
  const underline = style.underline ? 'sng' : style.stressed ? 'dotted' : style.link ? 'none' : undefined
  return tag(
    name,
    {
      ...(text === undefined ? {} : languagesOf(text, lang)),
      sz: hundredths(style.size),
      b: style.bold ? 1 : 0,
      i: style.italic ? 1 : undefined,
      u: underline,
      strike: style.strike ? 'sngStrike' : undefined,
      cap: style.capitals,
      spc: hundredths(style.spacing ?? 0),
      baseline: style.raised ? 30_000 : style.lowered ? -25_000 : undefined,
      dirty: name === 'a:defRPr' ? undefined : 0,
    },
    solid(style.colour, palette),
    style.ground === undefined ? '' : tag('a:highlight', {}, colour(style.ground, palette)),
    family('latin'),
    family('ea'),
    family('cs'),
    style.link === undefined ? '' : linkXml(style.link, scene, inkOfText),
  )
}

/** A click leads there. */
export function linkXml(link: Link, { referenceTo }: Scene, ...children: readonly string[]): string {
  const action = 'page' in link ? 'ppaction://hlinksldjump' : undefined
  return tag('a:hlinkClick', { 'r:id': referenceTo(link), action }, ...children)
}

/** Programs set links in a colour of the theme, unless they are told that the text has its own. */
const inkOfText = tag(
  'a:extLst',
  {},
  tag(
    'a:ext',
    { uri: '{A12FA001-AC4F-418D-AE19-62706E023703}' },
    tag('ahyp:hlinkClr', {
      'xmlns:ahyp': 'http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor',
      val: 'tx',
    }),
  ),
)
