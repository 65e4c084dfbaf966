/**
 * What plain CommonMark and HTML would show and a deck rightly does not: each with its reason, all in this table. Text → the same
 * text, line by line, without it.
 */
import { withoutAttributes } from '../parse/attributeSigns.js'
import { mayTellTool, withoutTold } from '../parse/blocks/codeComments.js'
import { withoutBoxSigns } from '../parse/boxes/signless.js'
import { withoutSpanSigns } from '../parse/boxes/spans.js'
import { captionMark } from '../parse/drawn/readDrawn.js'
import { isInclude } from '../parse/includes/includeLines.js'
import { originOf } from '../parse/origins/readOrigins.js'
import { withoutMoves } from '../parse/repairs/codeFences.js'
import { linesOfFormula } from '../parse/repairs/formulas.js'
import { isDirective, mendPictures } from '../parse/repairs/indents.js'
import { isListForContents } from '../parse/repairs/siteTags.js'
import { feishuTag } from '../parse/repairs/toolMarks.js'
import { imageMark, saysBackground } from '../parse/slides/backgroundMark.js'
import { withoutLooks } from '../parse/slides/rawTex.js'

interface LeftOut {
  readonly what: string
  readonly reason: string
  /** Nothing of it is in a line that has none of these; absent where only `without` knows. */
  readonly signs?: readonly string[]
  readonly without: (line: string) => string
}

const remove =
  (pattern: RegExp, kept = ' ') =>
  (line: string): string =>
    line.replace(pattern, kept)

/** As Marp has it. */
const asked =
  /(?<!\S)(?:(?:w|h|width|height):[\d.]+[a-z%]*|(?:blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia)(?::\S*)?)(?!\S)/g
const heading = /^[\s>]*[#＃]/

export const leftOut: readonly LeftOut[] = [
  {
    what: '`[TOC]`, `{:toc}`',
    reason: 'asks another tool for a table of contents; decks have their agenda',
    without: (line) => (isDirective(line) ? '' : line),
  },
  {
    what: '`{.steps}`, `{.fragment}` at the end of a line',
    reason: 'says that something appears by itself',
    signs: ['{'],
    without: remove(/\{\s*\.(?:steps|fragment)\s*\}\s*$/),
  },
  {
    what: '`{layout=quote}` behind a heading',
    reason: 'says how the slide is to look, or names it for other tools',
    signs: ['{'],
    without: (line) => (heading.test(line) ? line.replace(/\{[^{}]*\}\s*$/, ' ') : line),
  },
  {
    what: '`[^1]:` before a footnote, and `[^1]` where it is called',
    reason: 'the deck counts footnotes by itself',
    signs: ['^'],
    without: (line) =>
      line.replace(/^([\s>]*)[[［]\^[^\]］]+[\]］][:：]/, '$1').replace(/[[［]\^[^[\]［］\s]{1,100}[\]］]/g, ' '),
  },
  {
    what: '`bg left:40%` in `![bg left:40%](picture.png)`',
    reason: 'says that it is to lie behind the text, or beside it',
    without: (line) =>
      line.includes('![bg')
        ? line.replace(imageMark, (whole, words: string) => (saysBackground(words.trim().split(/\s+/)) ? ' ' : whole))
        : line,
  },
  {
    what: '`w:200` in `![w:200 words](picture.png)`',
    reason: 'says how large it is to be',
    signs: ['w:', 'h:', 'width:', 'height:'],
    without: (line) =>
      line.replace(/!\[[^\]\n]{0,400}\]/g, (words) =>
        words.replace(
          /(?<![^\s[])(?:w|h|width|height):(?:\d{1,5}(?:\.\d{1,4})?(?:px|%|cm|mm|in|p[tc]|r?em|vw)?|auto)(?=[\s\]])/g,
          ' ',
        ),
      ),
  },
  {
    what: '`{% tag %}`, `{{< tag >}}` of site generators, `{: .name}` of Kramdown',
    reason: 'tells another tool what to do; what it has to say is shown as what it is',
    signs: ['{'],
    without: (line) =>
      line
        // Within an address, or a word.
        .replace(/(?<=\S)\{\{[<%][^\n]{0,400}?[%>]\}\}(?=[^\s{])/g, '')
        .replace(/\{%[^\n]{0,400}?%\}|\{\{[<%][^\n]{0,400}?[%>]\}\}|\{:[ \t]*[#.\w][^{}\n]{0,300}\}/g, ' '),
  },
  {
    what: '`// [!code highlight]`, `// highlight-next-line`, `#| echo: true` in code',
    reason: 'says how the code is to be shown',
    without: (line) => (mayTellTool(line) ? withoutTold(line) : line),
  },
  {
    what: '`\\newcommand{…}{…}` alone in a line',
    reason: 'lays a command down for the formulas behind it',
    signs: ['\\'],
    without: remove(/^[\s>$]*\\(?:(?:new|renew|provide)command|[gex]?def|DeclareMathOperator)(?![A-Za-z]).*[}$]\s*$/),
  },
  {
    what: '`::: mermaid` above a diagram',
    reason: 'names its language',
    signs: [':::'],
    without: remove(/^ {0,3}:{3,}[ \t]*\{?\.?(?:mermaid|dot|graphviz|plantuml)\}?[ \t]*$/i),
  },
  {
    what: '`::: columns`, `::right::`, `.left-column[` and other signs of boxes',
    reason: 'says where what stands in them is to be shown, or when',
    without: withoutBoxSigns,
  },
  {
    what: '`[words]{.class}`',
    reason: 'says how the words look',
    signs: ['{'],
    without: withoutSpanSigns,
  },
  {
    what: '`!include(other.md)`, `![[other.md]]`, `--8<-- "other.md"`',
    reason: 'puts another file in its place, which a finding names',
    without: (line) => (isInclude(line) ? '' : line),
  },
  {
    what: '`\\newpage`, `\\vspace{1em}` at the beginning of a line',
    reason: 'says how a page of TeX looks',
    signs: ['\\'],
    without: withoutLooks,
  },
  {
    what: '`{.class}`, `{#id}` behind words',
    reason: 'says how the words look, or names them',
    signs: ['{'],
    without: (line) => withoutAttributes(line).text,
  },
  {
    what: '`::: tip`, `!!! note`, `??? tip`',
    reason: 'say what kind of box it is, which the deck says in its own language',
    signs: [':::', '!!!', '???', ']{'],
    without: (line) =>
      line
        .replace(/^[\s>]*:{3,}[ \t]*(?:\{[^{}\n]{0,300}\}|[^\s[\]{}]{1,40})?/, ' ')
        .replace(/^([ \t]+\[[^[\]\n]{0,300}\])\{[^{}\n]{0,300}\}\s*$/, '$1')
        .replace(/^[\s>]*(?:!!!|\?\?\?\+?)[ \t]+[^\s"]{1,40}(?:[ \t]+(?:inline|end))*/, ' '),
  },
  {
    what: '`:::python`, `#!python` above code that is set in',
    reason: 'names its language',
    signs: [':::', '#!'],
    without: remove(/^(?:(?: {4}|\t)[\s>]*(?::::|#!)[ \t]*|:::)[a-z][\w+#-]*[ \t]*$/i),
  },
  {
    what: '`{1|3-5}` behind a fence that stands within another one',
    reason: 'says which lines of the code matter',
    signs: ['```', '~~~'],
    without: remove(/^( {0,3}(?:`{3,}|~{3,})[ \t]*[\w+#-]*)[ \t]*[[{][^`]*$/, '$1'),
  },
  {
    what: '`<![CDATA[` that nothing closes in its line',
    reason: 'says that text follows',
    signs: ['<![CDATA['],
    without: (line) => {
      const closed = line.lastIndexOf(']]>') + 1
      return line.slice(0, closed) + line.slice(closed).replaceAll('<![CDATA[', ' ')
    },
  },
  {
    what: '`| ```python |` in a cell of a drawn table',
    reason: 'names the language of the code in that cell',
    signs: ['|'],
    without: remove(/(?<=[|][ \t]*(?:```|~~~)[ \t]*)[\w+#-]+(?=[ \t]*[|])/g),
  },
  {
    what: '`[source,python]` above code of AsciiDoc, `{2,4-6 c#}` behind the name of a file of code',
    reason: 'names its language, or its lines',
    signs: ['[s', '[S', '<<<', '@['],
    without: (line) =>
      line
        .replace(/^ {0,3}\[source(?:%[\w%]+)?(?:,[^\]]*)?\][ \t]*$/i, ' ')
        .replace(/^( {0,3}<<<[ \t][^{[]*)[{[].*$/, '$1')
        .replace(/^( {0,3}@\[)code[^\]]*\]/, '$1]'),
  },
  {
    what: 'the address in `![](a b.png =300x200)`',
    reason: 'is no address for CommonMark; it is a picture all the same',
    without: mendPictures,
  },
  {
    what: '`{width=50%}` behind a picture, or `{: width="300"}` below it',
    reason: 'says how large it is to be',
    signs: ['{'],
    without: (line) =>
      line
        .replace(
          /(!\[[^\]\n]{0,400}\]\([^()\n]{1,800}\)|!\[\[[^[\]\n]{1,400}\]\]|<img\b[^<>\n]{0,800}>)[ \t]?\{[^{}\n]{1,300}\}/g,
          '$1 ',
        )
        .replace(/^[\s>]*\{:[^{}\n]{1,300}\}\s*$/, ''),
  },
  {
    what: 'the size in `![words|300](picture.png)`',
    reason: 'says how large it is to be',
    signs: ['|'],
    without: remove(/\\?\|\s*\d{1,4}(?:px|%)?(?:x\d{1,4})?\s*(?=\]\()/gi, ''),
  },
  {
    what: '`w:200`, `blur:10px` in `![w:200 blur:10px words](picture.png)`',
    reason: 'says how large it is to be, and how it looks',
    signs: ['!['],
    without: (line) =>
      line.replace(/!\[([^\]\n]{0,400})\](?=\()/g, (_, words: string) => `![${words.replace(asked, ' ')}]`),
  },
  {
    what: '`[words](page.html){.external}`, `{#eq-name}` behind a formula',
    reason: 'says how a link looks, or what another place calls the formula',
    signs: ['{'],
    without: (line) =>
      line
        .replace(/((?:^|[^!])\[[^\]\n]{0,400}\]\([^()\n]{1,800}\))\{[^{}\n]{1,300}\}/g, '$1 ')
        .replace(/^([\s>]*(?:\$\$[ \t]*)?)\{#[\w:.-]{1,80}\}[ \t]*$/, '$1'),
  },
  {
    what: '`$$ {1|3|all}` of Slidev',
    reason: 'says which lines of the formula matter',
    signs: ['$$'],
    without: remove(linesOfFormula, '$$$$'),
  },
  {
    what: '`.left-column[` of remark',
    reason: 'says how what is in the brackets looks',
    signs: ['['],
    without: remove(/(?<![\w.\\])(?:\.[a-z][\w-]{0,60}){1,8}\[/gi),
  },
  {
    what: '`# [fit] Title` of Deckset',
    reason: 'says how large it is to be',
    signs: ['[fit]'],
    without: remove(/^(#{1,6}[ \t]*)\[fit\]/, '$1 '),
  },
  {
    what: '`![[picture.png|300]]`, and the size in `![[picture.png|words|300]]`',
    reason: 'is a picture: its file name and its size are not said',
    signs: ['![['],
    without: (line) =>
      line
        .replace(/(!\[\[[^[\]\n]{1,400})\|\s*\d{1,4}(?:x\d{1,4})?\s*(?=\]\])/g, '$1')
        .replace(/!\[\[[^[\]|\n]{1,400}\]\]/g, ' '),
  },
  {
    what: '`^abc123` at the end of a line, `<text_tag …>`, `[name=…] [time=…] [color=…]`, `{{ site.url }}` in an address',
    reason: 'names a block for Obsidian, says to Feishu and HackMD how it looks, or to Jekyll where the site is',
    signs: ['^', '<', '[name', '[time', '[color', '{{'],
    without: (line) =>
      line
        .replace(/(?:^|[ \t])\^(?=[\w-]*[A-Za-z])[A-Za-z0-9-]{3,40}[ \t]*$/, ' ')
        .replace(/#\^[\w-]+(?=\]\])/g, '')
        .replace(feishuTag, ' ')
        .replace(/\[(?:name|time)=(?=[^[\]\n]{1,80}\])/g, ' [')
        .replace(/\[color=[^[\]\n]{1,80}\]/g, ' ')
        .replace(/\{\{-?[ \t]*site\.(?:base)?url[ \t]*-?\}\}/g, ''),
  },
  {
    what: '`\\- words`, `1\\. words`, as Feishu writes a point that was typed',
    reason: 'is the mark of an item',
    signs: ['\\'],
    without: remove(/^(\s*)(?:\\[-*+]|\d{1,3}\\\.)(?=[ \t])/, '$1'),
  },
  {
    what: '`title:` in a fence `ad-note`',
    reason: 'says that the words are the title of the box',
    signs: [':'],
    without: remove(/^[\s>]*(?:title:(?=\s)|(?:collapse|icon|color):\s*\S+\s*$)/i),
  },
  {
    what: '`Table: words`, `: words` above or below a table',
    reason: 'says that the words are its caption',
    signs: [':'],
    without: remove(captionMark),
  },
  {
    what: '`(@good)` of Pandoc',
    reason: 'names an example, which has a number',
    signs: ['(@'],
    without: remove(/\(@[\w-]{0,60}\)/g),
  },
  {
    what: "`<!-- tab words -->` of Hexo, `{{[[TODO]]}}` of Roam, `{{{row` and the id in `((20240506100000-abcdefg 'words'))` of SiYuan",
    reason: 'says where the words stand, that they are to be done, or what they are the name of',
    signs: ['<!--', '{{', '(('],
    without: (line) =>
      line
        .replace(/^[ \t]*<!--[ \t]*(?:end)?tab\b([^@\n]{0,200}?)(?:@\S*)?[ \t]*-->[ \t]*$/, '$1')
        .replace(/\{\{(?:\[\[)?(?:TODO|DONE)(?:\]\])?\}\}|^[ \t]*\{\{\{(?:row|col)[ \t]*$/g, ' ')
        .replace(/\(\(\d{14}-[a-z\d]{7} /g, ' '),
  },
  {
    what: '`@fig-boat`, `[-@tbl-all]` of Quarto',
    reason: 'refers to what has a number in the deck',
    signs: ['@'],
    without: remove(/(?<![\w@\\])\[?-?@(?:fig|tbl|eq|sec)-[\w-]{0,80}\w\]?/g),
  },
  {
    what: '`:rocket:`',
    reason: 'is the name of an emoji, which is shown',
    signs: [':'],
    without: remove(/(?<![A-Za-z\d:]):[a-z\d_+-]{1,40}:(?![\w:])/g),
  },
  {
    what: 'the page in `[[page|text]]`',
    reason: 'is an address; its text is said',
    signs: ['[['],
    without: remove(/\[\[[^[\]|\n]{1,400}\|(?=[^[\]\n]{1,400}\]\])/g, ' [['),
  },
]

/** Elements whose content a page does not show as text, or not in its text. */
export const unshown: ReadonlyMap<string, string> = new Map([
  ['script', 'is a program'],
  ['style', 'is for the look of a page'],
  ['template', 'is shown by programs alone'],
  ['title', 'names a page of HTML, and is not on it'],
  ['svg', 'is a picture: its text is in it'],
  ['iframe', 'is a page of its own; browsers show its content nowhere'],
  ['video', 'holds what old browsers show in its place'],
  ['audio', 'holds what old browsers show in its place'],
  ['object', 'holds what is shown in its place'],
  ['canvas', 'holds what old browsers show in its place'],
])

/** Nothing can be left out of a line without one of these. */
const mayBeLeft =
  /<!--[ \t]*(?:end)?tab\b|\(\(\d|[|][ \t]*(?:```|~~~)|[[［{^\\]|::|^FILE:|^@import |^!include|^-{1,2}8<|\(@|@(?:fig|tbl|eq|sec)-|!!!|\?\?\?|:[a-z\d_+-]+:|^(?:---|===)|^ {0,3}Table:|<\/?[a-z]+[_-]|^[\s>]*(?:title|collapse|icon|color):/i

/** Marks of another tool than Markdown stand in its own file, `parse/origins/`. */
const everywhere = (mark: RegExp): RegExp => new RegExp(mark, [...new Set(`g${mark.flags}`)].join(''))

export function withoutLeftOut(text: string): string {
  const written = withoutMoves(text.split('\n'))
  const marks = originOf(written)?.marks ?? []
  const lines =
    marks.length === 0
      ? written
      : written.map((line) =>
          line.length > 2000 ? line : marks.reduce((said, mark) => said.replace(everywhere(mark), ' '), line),
        )
  // Nothing of it can be where none of these signs is.
  return lines
    .map((line, index) => (/^[ \t]*\{:toc\}/i.test(lines[index + 1] ?? '') && isListForContents(line) ? '' : line))
    .map((line) =>
      mayBeLeft.test(line) || mayTellTool(line)
        ? leftOut.reduce(
            (kept, { signs, without }) =>
              signs === undefined || signs.some((sign) => kept.includes(sign)) ? without(kept) : kept,
            line,
          )
        : line,
    )
    .join('\n')
}
