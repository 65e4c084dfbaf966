/** Front matter and text → whether these notes are slides that somebody wrote, for which tool, and what shows it. */
import { fencedLines } from '../fences.js'
import { isRule } from '../lines.js'
import { areMostBetweenRules } from './betweenRules.js'
import { type Entries, looseEntries } from './looseEntries.js'
import { isOneSlide } from './oneSlide.js'
import { outsideOfCode } from './outsideOfCode.js'
import { isSeparated, separatorsIn } from './separation.js'
import { slideHead } from './slideHead.js'

/** Whose dialect it is; `rules`: nobody's in particular. */
export type Tool =
  | 'Marp'
  | 'reveal.js'
  | 'HackMD'
  | 'Obsidian'
  | 'remark'
  | 'Slidev'
  | 'Pandoc'
  | 'Quarto'
  | 'presenterm'
  | 'Deckset'
  | 'rules'

export interface DeckSigns {
  readonly tool: Tool
  /** There are slides: something parts them in that tool's way. */
  readonly isCut: boolean
  /** What shows it, as it is written. */
  readonly signs: readonly string[]
  /** Of the first sign. */
  readonly line: number
  /** The front matter's entries as that tool reads them: names as they are written, values as text. */
  readonly head: Entries
  /** Its lines, fences included. */
  readonly headLines: readonly string[]
}

interface Sign {
  readonly tool: Tool
  readonly weight: number
  readonly pattern: RegExp
  /** Without it the pattern is nowhere: most of them are never looked for. */
  readonly needs?: string
}

/** One is enough; in a front matter it outweighs all that other tools write in their texts as well. */
const strongest = 4
const strong = (tool: Tool, pattern: RegExp, needs = ''): Sign => ({ tool, weight: strongest, pattern, needs })
const inFront = (tool: Tool, pattern: RegExp): Sign => ({ tool, weight: 5 * strongest, pattern })
/** Two are enough among slides that rules part. */
const weak = (tool: Tool, pattern: RegExp, needs = ''): Sign => ({ tool, weight: 1, pattern, needs })

/** In the front matter, of which each entry is looked at by itself, with all that is set in below it. */
const inHead: readonly Sign[] = [
  inFront('Marp', /^marp:[ \t]*["']?true\b/),
  weak('Marp', /^theme:[ \t]*["']?(?:default|gaia|uncover)["']?[ \t]*$/),
  weak('Marp', /^(?:_?class|_?paginate|_?background(?:Color|Image|Size)|headingDivider|size|math):/),
  inFront('HackMD', /^(?:slideOptions:|type:[ \t]*slide\b)/),
  inFront('reveal.js', /^(?:revealOptions|verticalSeparator|separator|reveal|highlightTheme|notesSeparator):/i),
  weak(
    'reveal.js',
    /^theme:[ \t]*["']?(?:beige|black|blood|dracula|league|moon|night|serif|simple|sky|solarized|white)["']?[ \t]*$/,
  ),
  weak('reveal.js', /^(?:css|scripts|preprocessor):/),
  inFront('remark', /^output:\s*(?:\n\s+)?["']?xaringan::/),
  inFront('Quarto', /^format:\s*(?:\n\s+(?:[\w-]+:.*\n\s+)*)?["']?(?:\w+-)?(?:revealjs|beamer|pptx)\b/),
  inFront(
    'Pandoc',
    /^output:\s*(?:\n\s+)?["']?(?:[\w.]+::)?(?:ioslides|slidy|beamer|revealjs|powerpoint|rpres)_?(?:presentation|rmarkdown)?\b/,
  ),
  inFront(
    'Slidev',
    /^(?:mdc|drawings|routerMode|colorSchema|highlighter|hideInToc|monaco|themeConfig|canvasWidth|aspectRatio):/,
  ),
  weak('Slidev', /^theme:[ \t]*["']?(?:@?slidev|seriph|apple-basic|bricks|shibainu|penguin)/),
  weak('Slidev', /^transition:/),
  weak('Slidev', /^layout:[ \t]*["']?(?:center|cover|intro|two-cols)\b/),
  weak('Slidev', /^theme:[ \t]*["']?[\w@/-]+["']?[ \t]*$/),
  inFront(
    'presenterm',
    /^options:\s*\n\s+(?:implicit_slide_ends|end_slide_shorthand|command_prefix|incremental_lists|strict_front_matter_parsing|image_attributes_prefix)\b/,
  ),
  inFront('presenterm', /^sub_title:/),
  weak('presenterm', /^theme:\s*\n\s+(?:name|path|override):/),
  inFront(
    'Deckset',
    /^(?:(?:slidenumbers|build-lists|slide-dividers|slide-transition|slidecount|autoscale|presenter-notes):|theme:[ \t]*[A-Z][\w .]{1,40},[ \t]*\d{1,2}[ \t]*$)/,
  ),
]

/** In the text, outside of code; a line at a time. */
const inBody: readonly Sign[] = [
  strong('Marp', /^\s*<!--\s*(?:marp:\s*true|_(?:class|paginate|header|footer|background\w+|color)\s*:)/, '<!--'),
  weak('Marp', /!\[[^\]\n]{0,200}\bbg\b[^\]\n]{0,200}\]\(/, 'bg'),
  // Marp before its first version
  strong('Marp', /^\s*<!--\s*[$*](?:theme|width|height|size|template|page_number|prerender|footer)\s*:/, '<!--'),
  {
    ...weak(
      'Marp',
      /^\$(?:theme:[ \t]*(?:default|gaia)|size:[ \t]*(?:16:9|4:3|[AaBb]\d)(?:-portrait)?|prerender:[ \t]*(?:true|false))[ \t]*$/,
      '$',
    ),
    weight: 2,
  },
  { ...weak('Marp', /^(?:<!--\s*)?\*?page_number:[ \t]*(?:true|false)\b/, 'page_number'), weight: 2 },
  weak(
    'Marp',
    /<!--\s*(?:fit\s*-->|(?:class|paginate|header|footer|background(?:Color|Image)|color|theme|headingDivider)\s*:)/,
    '<!--',
  ),
  strong('reveal.js', /<!--\s*\.slide\s*:/, '.slide'),
  weak('reveal.js', /<!--\s*\.element\s*:/, '.element'),
  weak('reveal.js', /^----[ \t]*$/),
  weak('reveal.js', /^--[ \t]*$/),
  weak('reveal.js', /^[Nn]otes?:/, 'ote'),
  strong('Obsidian', /^(?:<!--\s*(?:slide|element)\s+\w+=|<(?:grid|split)\s[^>]*>)/, '<'),
  strong('presenterm', /^\s*<!--\s*(?:end_slide|column_layout\s*:|jump_to_middle)/, '<!--'),
  weak('presenterm', /^\s*<!--\s*(?:pause|new_lines?\b|no_footer|incremental_lists\s*:|font_size\s*:)/, '<!--'),
  strong('Slidev', /^\s*(?:<v-(?:clicks?|switch|after)\b|::(?:right|left|default|bottom|top)::[ \t]*$)/),
  weak('remark', /^(?:class|layout|template|name|background-image|count|exclude):[ \t]*\S/, ':'),
  weak('remark', /^\?{3}[ \t]*$/, '???'),
  weak('remark', /^\.[a-z][\w-]*(?:\.[a-z][\w-]*)*\[/, '['),
  weak('remark', /^--[ \t]*$/),
  strong(
    'Deckset',
    /^\[\.(?:column|background-color|header|text|footer|autoscale|build-lists|slidenumbers|hide-footer|code-highlight|list|alternating-colors|slide-transition|slidecount|table|quote|link|footer-style|presenter-notes)\b[^\]\n]{0,300}\][ \t]*$/,
    '[.',
  ),
  weak('Deckset', /!\[(?:inline|fit|left|right)(?:[ ,][^\]\n]{0,60})?\]\(/, '!['),
  weak(
    'Deckset',
    /!\[(?=[^\]\n]{0,60}(?:original|filtered|fill|%))(?:(?:inline|fit|left|right|fill|original|filtered|\d{1,3}%)(?:, ?| )?){1,4}\]\(/,
    '![',
  ),
  strong('Deckset', /^#{1,6} *\[fit\]/, '[fit]'),
  weak('Deckset', /^\^ ?[A-Za-z]/, '^'),
  weak(
    'Pandoc',
    /^:{3,}[ \t]*(?:incremental|nonincremental|\{[^}\n]{0,100}\.(?:incremental|nonincremental|columns)\b)/,
    ':::',
  ),
  weak('Pandoc', /^\. \. \.[ \t]*$/, '. . .'),
  strong('Quarto', /^#{1,6}[ \t][^\n]*\{[^{}\n]*\bauto-animate(?:=|[ \t}])/, 'auto-animate'),
  strong('Quarto', /\{[^{}\n]*\.absolute\b[^{}\n]*\b(?:top|left|right|bottom)=/, '.absolute'),
  strong('Quarto', /^:{3,}[ \t]*\{\.fragment[ \t]+\.(?:fade|highlight|semi|current|grow|shrink|strike)\b/, '.fragment'),
]

/** Without one of these, a line is none. */
const mayBeSign =
  /^\s*<|<!--|!\[[^\]\n]{0,200}(?:bg|inline|fit|left|right|original|filtered|fill|%)|\.absolute|^(?:[:?.^[$*]|#{1,6} *\[fit|#.*auto-animate|--{1,3}[ \t]*$|(?:[Nn]otes?|class|layout|template|name|background-image|count|exclude|page_number):)/

/** @param bodyLine the first line (from 1) behind the front matter */
export function deckSigns(lines: readonly string[], bodyLine: number): DeckSigns | undefined {
  const headLines = lines.slice(0, bodyLine - 1)
  const found = [...signsInHead(headLines), ...signsInBody(lines, bodyLine)]
  const rules = countRules(lines, bodyLine)
  const told = bestTool(found, rules, () => isOneSlide(textsOf(lines, bodyLine)))
  const tool = told ?? (rules > 0 && areMostBetweenRules(lines, bodyLine, headLines) ? 'rules' : undefined)
  if (tool === undefined) return undefined
  const own = found.filter((sign) => sign.tool === tool)
  return {
    tool,
    isCut: isCut(tool, { lines, bodyLine, headLines, rules }),
    signs: tool === 'rules' ? ['---'] : [...new Set(own.map(({ text }) => text))].slice(0, 4),
    line: own[0]?.line ?? 1,
    head: entriesOf(headLines),
    headLines,
  }
}

function entriesOf(lines: readonly string[]): Entries {
  if (lines[0]?.startsWith('%')) return new Map([['title', lines[0].slice(1).trim()]])
  return looseEntries(lines.filter((line) => !/^(?:---|\.\.\.)\s*$/.test(line))) ?? new Map()
}

interface FoundSign extends Sign {
  readonly text: string
  readonly line: number
}

function* signsInHead(head: readonly string[]): Generator<FoundSign> {
  for (let index = 0; index < head.length; index++) {
    const line = head[index] ?? ''
    if (index === 0 && /^% \S/.test(line)) yield { ...inFront('Pandoc', /^%/), text: '% …', line: 1 }
    if (!/^[A-Za-z_]/.test(line)) continue
    const entry = [line]
    while (/^(?:[ \t]|-[ \t])/.test(head[index + entry.length] ?? '')) entry.push(head[index + entry.length] ?? '')
    const text = entry.slice(0, 20).join('\n').slice(0, 1000)
    for (const sign of inHead)
      if (sign.pattern.test(text))
        yield { ...sign, text: text.split('\n', 1)[0]?.trim().slice(0, 40) ?? '', line: index + 1 }
  }
}

/** Lines longer than this are prose. */
const longest = 2000

function* signsInBody(lines: readonly string[], bodyLine: number): Generator<FoundSign> {
  const seen = new Set<Sign>()
  for (const { text, line } of outsideOfCode(lines, bodyLine)) {
    if (text.length > longest || !mayBeSign.test(text)) continue
    for (const sign of inBody) {
      if (seen.has(sign) || !text.includes(sign.needs ?? '') || !sign.pattern.test(text)) continue
      seen.add(sign)
      yield { ...sign, text: text.trim().slice(0, 40), line }
    }
  }
  yield* slidevBlocks(lines, bodyLine)
  yield* slidevEditors(lines, bodyLine)
}

/** Code that is run, or written on, while it is shown. */
function* slidevEditors(lines: readonly string[], bodyLine: number): Generator<FoundSign> {
  const isEditor = (text: string): boolean => /^\s*`{3,}[\w-]+ \{monaco(?:-run|-diff)?[ \t}]/.test(text)
  if (!lines.some(isEditor)) return
  const body = lines.slice(bodyLine - 1)
  const at = fencedLines(body).findIndex((fenced, index) => fenced === 'opens' && isEditor(body[index] ?? ''))
  if (at >= 0) yield { ...strong('Slidev', /^/), text: body[at]?.trim().slice(0, 40) ?? '', line: bodyLine + at }
}

/** Settings between two rules: `---`, `layout: center`, `---`. */
function* slidevBlocks(lines: readonly string[], bodyLine: number): Generator<FoundSign> {
  for (const { text, line } of outsideOfCode(lines, bodyLine)) {
    if (!/^---[ \t]*$/.test(text)) continue
    const head = slideHead(lines, line - 1)
    if (head === undefined || !isOfSlide(head.entries)) continue
    yield { ...strong('Slidev', /^/), text: lines[line]?.trim().slice(0, 40) ?? '', line: line + 1 }
    return
  }
}

/** Posts of a blog, one below the other, have heads as well. */
const isOfSlide = (entries: Entries): boolean =>
  ['layout', 'src', 'transition', 'clicks', 'background', 'hideInToc', 'routeAlias', 'hide', 'disabled'].some((key) =>
    entries.has(key),
  ) &&
  !/^(?:post|page)$/.test(entries.get('layout') ?? '') &&
  !['date', 'tags', 'categories', 'permalink'].some((key) => entries.has(key))

function bestTool(found: readonly FoundSign[], rules: number, isShort: () => boolean): Tool | undefined {
  const points = new Map<Tool, number>()
  for (const { tool, weight } of found) points.set(tool, (points.get(tool) ?? 0) + weight)
  // Advanced Slides are reveal.js and more: what shows that one shows this one.
  const ofObsidian = points.get('Obsidian') ?? 0
  if (ofObsidian >= strongest) points.set('Obsidian', ofObsidian + (points.get('reveal.js') ?? 0))
  let best: Tool | undefined
  let most = 0
  for (const [tool, own] of points) {
    // Weak signs are in many notes, as rules are; of a strong one, nothing else need be there.
    const counts =
      own >= strongest || (rules > 0 && (own >= 2 || isKnownTheme(found, tool))) || (own === strongest - 1 && isShort())
    if (counts && own > most) [best, most] = [tool, own]
  }
  return best
}

/** `theme: gaia` is nobody's but Marp's: with rules it is enough. */
const isKnownTheme = (found: readonly FoundSign[], tool: Tool): boolean =>
  (tool === 'Marp' || tool === 'reveal.js') && found.some((sign) => sign.tool === tool && /^theme:/.test(sign.text))

interface Body {
  readonly lines: readonly string[]
  readonly bodyLine: number
  readonly headLines: readonly string[]
  readonly rules: number
}

function isCut(tool: Tool, { lines, bodyLine, headLines, rules }: Body): boolean {
  // In presenterm, rules only stand between other things on a slide.
  const areCuts = tool !== 'presenterm' || headLines.some((line) => /^\s+end_slide_shorthand:\s*true/.test(line))
  if (tool === 'Pandoc' || tool === 'Quarto' || (areCuts && rules > 0)) return true
  const pattern = otherCuts.get(tool)
  if (headLines.some((line) => /^(?:headingDivider|slide-dividers):|^\s+implicit_slide_ends:\s*true/.test(line)))
    return true
  const texts = textsOf(lines, bodyLine)
  if (separatorsIn(entriesOf(headLines)).some((separation) => isSeparated(separation, texts))) return true
  return (pattern !== undefined && texts.some((text) => pattern.test(text))) || isOneSlide(texts)
}

const textsOf = (lines: readonly string[], bodyLine: number): readonly string[] =>
  [...outsideOfCode(lines, bodyLine)].map(({ text }) => text)

/** How tools cut where there are no rules. */
const otherCuts: ReadonlyMap<Tool, RegExp> = new Map([
  ['presenterm', /^\s*<!--\s*(?:[^\s:]{1,20}:\s*)?end[_ ]slide\s*-->/i],
  ['remark', /^\s*<!--\s*break\s*-->/],
  ['reveal.js', /^\s*<!--\s*[svh]\s*-->|^--[ \t]*$/],
])

function countRules(lines: readonly string[], bodyLine: number): number {
  let count = 0
  for (const { text } of outsideOfCode(lines, bodyLine)) if (isRule(text)) count++
  return count
}
