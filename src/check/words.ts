/** Every finding's severity and sentences, made from its facts: all the words of all messages, in one place. */
import type {
  DiagramFault,
  FindingCode,
  FindingFacts,
  PdfFault,
  PdfLack,
  PictureTrouble,
  Severity,
} from '../model/finding.js'
import { counted } from './phrases.js'

interface Words<Code extends FindingCode> {
  readonly severity: Severity
  /** What was found: one clause, without a full stop. */
  readonly message: (facts: FindingFacts[Code]) => string
  /** What to do about it, or what was done. */
  readonly hint: (facts: FindingFacts[Code]) => string
}

const lines = (count: number): string => counted(count, 'line')
/** `line 4`, `lines 4, 9 and 3 more`. */
const linesAt = (lines: readonly number[]): string =>
  `${lines.length === 1 ? 'line' : 'lines'} ${lines.slice(0, 5).join(', ')}${lines.length > 5 ? ` and ${lines.length - 5} more` : ''}`
const repaired = (): string => 'Nothing to do; `--no-repair` reads the notes as they stand.'

/** The compiler holds this complete: a new code in FindingFacts asks for its words here. */
export const words: { readonly [Code in FindingCode]: Words<Code> } = {
  'front-matter-broken': {
    severity: 'warning',
    message: ({ reason }) => `Can't read this in the front matter: ${reason}`,
    hint: ({ kept }) =>
      kept
        ? 'It is taken as the text that stands there; quotes around it say so for good.'
        : 'It is skipped; the rest of the front matter counts.',
  },
  'front-matter-unclosed': {
    severity: 'warning',
    message: () => 'The front matter has no closing `---`',
    hint: () => 'Put a line `---` behind its last `name: value` line.',
  },
  'setting-unknown': {
    severity: 'warning',
    message: ({ name }) => `There is no setting \`${name}\``,
    hint: ({ nearest }) => (nearest === undefined ? 'It is ignored.' : `Did you mean \`${nearest}\`?`),
  },
  'setting-invalid': {
    severity: 'error',
    message: ({ name, value }) => `\`${name}\` can't be \`${value}\``,
    hint: ({ expected }) => `It is ignored. Expected: ${expected}.`,
  },
  'setting-file': {
    severity: 'error',
    message: ({ name, path, reason }) => `Can't use \`${name}: ${path}\`: ${reason}`,
    hint: ({ advice = 'The path counts from the folder of the file that names it.' }) =>
      `The deck goes without it. ${advice}`,
  },

  'heading-space': {
    severity: 'hint',
    message: ({ text }) => `Read as a heading: ${quoted(text)}`,
    hint: () => 'Markdown wants a space behind the `#`s.',
  },
  'heading-empty': {
    severity: 'hint',
    message: ({ count }) => `Left out ${counted(count, 'empty heading')}`,
    hint: repaired,
  },
  'heading-inferred': {
    severity: 'hint',
    message: ({ text, from }) => `Taken for a heading (${from}): ${quoted(text)}`,
    hint: () => 'A `#` in front says so for good; `--no-infer` or `infer: false` says otherwise.',
  },
  'list-marker': {
    severity: 'hint',
    message: ({ marker, count }) =>
      `Read ${lines(count)} that ${count === 1 ? 'begins' : 'begin'} with \`${marker}\` as a list`,
    hint: repaired,
  },
  'list-indent': {
    severity: 'hint',
    message: ({ count }) => `Mended the indent of ${counted(count, 'list item')}`,
    hint: repaired,
  },
  'table-mended': {
    severity: 'hint',
    message: ({ count }) => `Read ${lines(count)} with bars as a table`,
    hint: () => 'Markdown wants `|---|---|` below the first row, with as many columns.',
  },
  'table-ended': {
    severity: 'hint',
    message: () => 'Read the line below the table as text, and not as a row of it',
    hint: () => 'Put an empty line between the two, or bars into the line.',
  },
  'bold-mended': {
    severity: 'hint',
    message: ({ count }) =>
      `Mended \`**\` that ${count === 1 ? 'was' : 'were'} not closed, or followed by a space, in ${lines(count)}`,
    hint: repaired,
  },
  'lines-as-points': {
    severity: 'hint',
    message: ({ count }) => `Read ${lines(count)} without a marker as points`,
    hint: repaired,
  },
  'heading-repeated': {
    severity: 'hint',
    message: ({ text }) => `Said once what the line under the heading says again: ${quoted(text)}`,
    hint: repaired,
  },
  'indent-not-code': {
    severity: 'hint',
    message: ({ count }) => `Read ${counted(count, 'indented line')} as text, not as code`,
    hint: () => 'Code stands between two lines of ```.',
  },
  'fence-unclosed': {
    severity: 'hint',
    message: () => 'This code has no closing ```',
    hint: () => 'Put a line ``` behind its last line.',
  },
  'formula-unclosed': {
    severity: 'hint',
    message: () => 'Nothing closes this formula: it ends with its paragraph',
    hint: () => 'Put a line $$ behind its last line.',
  },
  'formula-broken': {
    severity: 'warning',
    message: ({ tex, reason }) => `This formula can't be read, and is shown as its source (${reason}): ${quoted(tex)}`,
    hint: () => 'Formulas are TeX as KaTeX knows it; a dollar that is none of them is written as \\$.',
  },
  'heading-long': {
    severity: 'hint',
    message: ({ text }) => `Too long for a title, so it goes on as text below: ${quoted(text)}`,
    hint: () => 'A shorter heading, with the rest as a paragraph, says where it should end.',
  },
  'speaker-notes': {
    severity: 'hint',
    message: ({ spelling, lines }) => `Read as speaker notes: ${quoted(spelling)} at ${linesAt(lines)}`,
    hint: () => 'They are on no slide. What is for the room begins with other words.',
  },
  'comment-dropped': {
    severity: 'hint',
    message: ({ tool, lines }) => `Left out a comment for another tool: ${quoted(tool)} at ${linesAt(lines)}`,
    hint: () => 'It means nothing here, and is no speaker note.',
  },
  'html-dropped': {
    severity: 'hint',
    message: ({ tag, count, withContent }) =>
      withContent
        ? `Left out what \`<${tag}>\` holds`
        : `Left out ${counted(count, 'HTML tag')} \`<${tag}>\`; its text is kept`,
    hint: ({ withContent }) =>
      withContent
        ? 'No reader of a page sees it either; what is for the room stands outside of it.'
        : 'Nothing to do if it only set how the text looks; where it meant more, say it in Markdown.',
  },

  'characters-dropped': {
    severity: 'hint',
    message: ({ count, sample }) => `Left out ${counted(count, 'character')} that mean nothing to any font (${sample})`,
    hint: () => 'They usually come from pasting out of a PDF or a slide deck.',
  },
  placeholder: {
    severity: 'warning',
    message: ({ text }) => `Not finished yet: ${quoted(text)}`,
    hint: () => 'It is on no slide: the speaker view has it, and PDFs, PowerPoint and single files have not.',
  },
  'names-nothing': {
    severity: 'warning',
    message: ({ text }) => `Announces something, and nothing follows: ${quoted(text)}`,
    hint: () => 'It is on no slide until something stands under it: the speaker view alone has it.',
  },
  'footnote-undefined': {
    severity: 'warning',
    message: ({ label }) => `Nothing says what the footnote \`[^${label}]\` means`,
    hint: ({ label }) => `The mark stays as it is written. \`[^${label}]: …\` on a line of its own says it.`,
  },
  'footnote-unused': {
    severity: 'hint',
    message: ({ label }) => `Nothing refers to the footnote \`[^${label}]\``,
    hint: () => 'Its text stands at the end of the talk, without a number.',
  },
  'repeated-lines': {
    severity: 'warning',
    message: ({ first, count }) => `The same ${lines(count)} already stand at line ${first}`,
    hint: () => 'Delete one of the two if it was pasted twice.',
  },
  'notes-empty': {
    severity: 'warning',
    message: () => 'There is nothing in these notes',
    hint: () => 'A deck needs a line of text.',
  },

  'picture-unreachable': {
    severity: 'warning',
    message: ({ source, reason }) => `Can't get the picture ${source}: ${reason}`,
    hint: ({ trouble = 'host' }) => `The slide shows a card instead. ${pictureAdvice[trouble]}`,
  },
  'picture-missing': {
    severity: 'warning',
    message: ({ source, reason }) => `Can't use the picture ${source}: ${reason}`,
    hint: ({ trouble = 'missing' }) => `The slide shows a card instead. ${pictureAdvice[trouble]}`,
  },
  'picture-refused': {
    severity: 'warning',
    message: ({ source, reason }) => `Refused the picture ${source}: ${reason}`,
    hint: ({ trouble = 'kind' }) => `The slide shows a card instead. ${pictureAdvice[trouble]}`,
  },
  'pictures-root': {
    severity: 'hint',
    message: ({ source, folder }) =>
      `Pictures whose path begins with / are taken from ${folder === '' ? 'the top of the repository or site' : folder}, as ${source} is there`,
    hint: () => 'Site generators have it so; a path without / counts from the folder of the notes.',
  },
  'pdf-pictures-smaller': {
    severity: 'warning',
    message: ({ file, before, after, side, quality }) =>
      `${file}: from ${megabytes(before)} to ${megabytes(after)}, with pictures of ${side} pixels and JPEG quality ${quality}`,
    hint: () => 'The deck itself keeps them as they are; a larger --max-size leaves more of them in the PDF.',
  },
  'pdf-too-large': {
    severity: 'error',
    message: ({ file, size, most }) => `${file} has ${megabytes(size)}, and may have ${megabytes(most)}`,
    hint: () =>
      'Its pictures can be made no smaller here: leave some out, or send it in parts. @napi-rs/image has to be installed.',
  },
  'pictures-kept': {
    severity: 'hint',
    message: ({ count }) => `${counted(count, 'picture')} of more pixels or bytes than slides need, left as found`,
    hint: () => 'Install @napi-rs/image beside Talkback, and they are made smaller.',
  },
  'drawing-drawn': {
    severity: 'hint',
    message: ({ source }) => `The picture ${source} holds HTML and is shown as a picture of pixels`,
    hint: () =>
      'Its letters are of the fonts on this machine and nobody can search them: saved without HTML in it, it stays a drawing.',
  },
  'drawing-cleaned': {
    severity: 'warning',
    message: ({ source, dropped }) => `The picture ${source} is shown without ${dropped}`,
    hint: ({ dropped }) =>
      dropped.includes('<foreignObject>')
        ? 'A browser can draw the HTML inside of it: `talkback setup` gets one, `talkback build` then shows it all. Or save it as PNG.'
        : 'A picture runs nothing and loads nothing from elsewhere; the rest of it is as it was.',
  },

  'diagram-source': {
    severity: 'warning',
    message: (fault) =>
      `${fault.count > 1 ? `${fault.count} diagrams in ${fault.name} are shown as their` : `A diagram in ${fault.name} is shown as its`} source: ${diagramReason(fault)}`,
    hint: ({ why, name }) => diagramHints[why].replace('{name}', () => name),
  },

  'glyph-missing': {
    severity: 'warning',
    message: ({ characters }) => `No font at hand draws: ${characters}`,
    hint: () => 'They are drawn with whatever font the reader has, or as empty boxes.',
  },
  'slide-overflow': {
    severity: 'error',
    message: ({ slide, x, y }) => `Slide \`${slide}\` is too full: ${overflow(x, y)} beyond its edge`,
    hint: () => 'Break the piece up with a heading or a line `---`.',
  },
  'type-small': {
    severity: 'error',
    message: ({ slide, size, floor }) => `Type on slide \`${slide}\` is ${size} px small; ${floor} px is the least`,
    hint: () => 'Set it larger in the template; people at the back have to read it too.',
  },
  'diagram-small': {
    severity: 'warning',
    message: ({ slide, size, floor }) =>
      `Letters in the diagram on slide \`${slide}\` are ${size} px small; ${floor} px is what the last row reads`,
    hint: () => 'Make two of it, or let it run the other way: slides are wider than they are high.',
  },
  'slide-empty': {
    severity: 'warning',
    message: ({ slide }) => `Slide \`${slide}\` shows nothing below its title`,
    hint: () => 'Put something under its heading, or take the heading out.',
  },
  'slide-sparse': {
    severity: 'warning',
    message: ({ slide, percent }) => `Slide \`${slide}\` is nearly empty: ${percent} % of it is used`,
    hint: () => 'Join it with its neighbour, or make it a statement: `## Title {layout=statement}`.',
  },
  'line-alone': {
    severity: 'warning',
    message: ({ slide, part, parts }) => `Slide \`${slide}\` (${part} of ${parts}) holds a short line and nothing else`,
    hint: () => 'Shorten the text before it by a line, or break the piece up with a heading.',
  },
  'slide-picture-shrunk': {
    severity: 'hint',
    message: ({ slide, percent }) =>
      `A picture on slide \`${slide}\` is shown at ${percent} % of its size: text in it may be too small to read`,
    hint: () => 'Cut the picture down to what matters, or give it a slide of its own.',
  },
  'text-faint': {
    severity: 'warning',
    message: ({ text, ratio, wanted, slides }) =>
      `Hard to read on its ground, on ${counted(slides, 'slide')}: ${quoted(text)} (contrast ${ratio}, ${wanted} is the least)`,
    hint: () => "Choose colours in the template that differ more; the least is WCAG's level AA.",
  },
  'font-foreign': {
    severity: 'error',
    message: ({ text, font }) => `The font ${font} is not part of the deck, and draws some of: ${quoted(text)}`,
    hint: () => 'Name fonts in the template by `var(--text)` or `var(--mono)`; elsewhere this text looks different.',
  },
  'word-lost': {
    severity: 'error',
    message: ({ words }) => `These words are on no slide: ${words}`,
    hint: () => 'This is a fault in Talkback; please report it with the lines around.',
  },
  'pdf-flaw': {
    severity: 'warning',
    message: ({ file, ...fault }) => `${file} may not be quite as it should be: ${pdfFault(fault)}`,
    hint: () => 'It is in its place all the same: look there, and if all is well, let it be.',
  },
  'pdf-unfinished': {
    severity: 'warning',
    message: ({ file, lacks }) =>
      `${file} is as the browser wrote it, and lacks ${listed(lacks.map((lack) => pdfLacks[lack]))}`,
    hint: ({ reason }) =>
      `Its pages are whole. PDFs of this browser are not of a shape that is known here (${reason}); \`talkback setup\` gets one whose are.`,
  },
  'pdf-fault': {
    severity: 'error',
    message: ({ file, ...fault }) => `${file} is not as it should be: ${pdfFault(fault)}`,
    hint: ({ aside }) =>
      `It is kept aside as ${aside}, and an earlier PDF stays. The notes are not to blame: another browser may print it well.`,
  },

  'template-fault': {
    severity: 'error',
    message: ({ template, reason }) => `The template \`${template}\` has a fault: ${reason}`,
    hint: () => 'What the template extends stands in for it until it is mended.',
  },
}

/** What to do about a picture that is a card. */
const pictureAdvice: Readonly<Record<PictureTrouble, string>> = {
  'private-address': 'Notes may not ask machines of your own network: save it beside the notes, and name that file.',
  outside: 'Copy it into the folder of the notes, and name it from there.',
  'too-large': 'Save it smaller: slides are 1280 px wide, so twice that is plenty.',
  kind: 'Save it as PNG, JPEG, GIF, WebP, AVIF or SVG.',
  'no-place': 'Save it beside the notes, and name that file.',
  missing: 'The path counts from the folder of the notes.',
  unreadable: 'Change its permissions, or put a plain file in its place.',
  host: '`--refresh` asks again; a copy beside the notes is safest.',
  answer: 'Open the address in a browser: it may have moved. A copy beside the notes is safest.',
  offline: 'Build once without `--offline`; then it is kept.',
}

/** As people say it: 4.2 MB, 180 kB. */
const megabytes = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(Math.ceil(bytes / 10_000) / 100).toFixed(2)} MB`

/** Text out of the notes, short and on one line. */
function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const characters = [...line]
  return `«${characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : line}»`
}

const pdfLacks: Readonly<Record<PdfLack, string>> = {
  title: 'author, a title in its window',
  labels: 'page labels',
  dates: 'fixed dates',
  tags: 'texts for links',
  notes: 'speaker notes',
  sheet: 'paper around its pages',
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

function pdfFault({ kind, count, what, page }: PdfFault): string {
  const others = count > 1 ? `, and ${counted(count - 1, 'more fault')} of this kind` : ''
  switch (kind) {
    case 'unreadable':
      return `it can't be read (${what})`
    case 'pages':
      return `it has ${counted(Number(what), 'page')}, and should have ${count}`
    case 'bookmark':
      return `the bookmark ${quoted(what)} does not lead to page ${page}${others}`
    case 'link':
      return `a link on page ${page} leads nowhere${others}`
    case 'font-absent':
      return `the font ${what} is not in it${others}`
    case 'font-drawn':
      return `the font ${what} is in it as drawings, not as a font${others}`
    case 'text':
      return `${quoted(what)} can't be found on page ${page}${others}`
    case 'blank':
      return `page ${page} is blank${others}`
  }
}

function overflow(x: number, y: number): string {
  const sides = [x > 0 ? `${Math.ceil(x)} px to the side` : '', y > 0 ? `${Math.ceil(y)} px below` : '']
  return sides.filter((side) => side !== '').join(', ')
}

function diagramReason({ why, says }: DiagramFault): string {
  switch (why) {
    case 'unknown':
      return 'nothing here draws that'
    case 'broken':
      return says === '' ? 'it could not be read' : says
    case 'slow':
      return 'drawing it took too long'
    case 'large':
      return 'it is too large to be drawn'
    case 'no-mermaid':
      return 'what draws that is not on this machine'
    case 'no-browser':
      return says === '' ? 'there is no browser to draw that in' : says
  }
}

const diagramHints: { readonly [Why in DiagramFault['why']]: string } = {
  unknown:
    'Export it from {name} as SVG or PNG and show that picture, or write it in Mermaid (`mermaid`) or Graphviz (`dot`).',
  broken: 'Mend what it says, and it is drawn.',
  slow: 'Make two diagrams of it.',
  large: 'Make several diagrams of it.',
  'no-mermaid': '`talkback setup mermaid` gets it, once.',
  'no-browser': '`talkback setup` gets one; what was drawn once is kept.',
}
