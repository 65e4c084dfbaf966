/** What the notes say to nobody in the room, twice, or not at all → what is said of it. */
import { counted } from '../phrases.js'
import { lines, linesAt, quoted, type Words } from './wording.js'

/** Kinds of tags that are named. */
const mostTags = 6

export const notesWords = {
  'encoding-guessed': {
    severity: 'hint',
    message: ({ encoding, sample }) => `Read as ${encoding}, which is how its bytes look: ${quoted(sample)}`,
    hint: () => 'If that is not what stands there, name the encoding: `--encoding <name>`. UTF-8 needs no guess.',
  },
  'bytes-broken': {
    severity: 'warning',
    message: ({ encoding, count }) => `${counted(count, 'place')} of broken bytes, which mean nothing in ${encoding}`,
    hint: () => 'They are left out. Mend them there, or name another encoding: `--encoding <name>`.',
  },
  'formula-broken': {
    severity: 'warning',
    message: ({ tex, reason }) => `This formula can't be read, and is shown as its source (${reason}): ${quoted(tex)}`,
    hint: () => 'Formulas are TeX as KaTeX knows it; a dollar that is none of them is written as \\$.',
  },
  'formula-reference': {
    severity: 'warning',
    message: ({ label }) => `No formula has this label: ${quoted(label)}`,
    hint: () => 'A formula that others refer to has \\label{…} in it; until then the reference shows the label itself.',
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
  'site-tags': {
    severity: 'hint',
    message: ({ tags }) =>
      `Left out tags of a site generator: ${tags
        .slice(0, mostTags)
        .map(({ name, lines }) => `${quoted(name)} at ${linesAt(lines)}`)
        .join(', ')}${tags.length > mostTags ? `, and ${tags.length - mostTags} more` : ''}`,
    hint: () => 'They fill in what the site has; write it out where it is to be shown.',
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
  'characters-folded': {
    severity: 'hint',
    message: ({ count, sample }) =>
      `Read ${counted(count, 'character')} as what ${count === 1 ? 'it stands' : 'they stand'} for (${sample})`,
    hint: () => 'They usually come from copying out of a PDF: nobody finds them by searching.',
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
  'link-beside': {
    severity: 'hint',
    message: ({ href, lines }) =>
      `Shown without links, which lead to files that do not travel: ${quoted(href)} at ${linesAt(lines)}`,
    hint: ({ href }) =>
      /\.(?:md|markdown|mdx|qmd|rmd|org|txt)(?:#.*)?$/i.test(href)
        ? 'With `--join` several notes are one deck, and links between them lead to its slides.'
        : 'Whoever gets the deck has no such files; addresses on the web, `https://…`, would lead there.',
  },
  'link-nowhere': {
    severity: 'hint',
    message: ({ href }) => `Shown without its link, as nothing here has that name: ${quoted(href)}`,
    hint: () => 'A link to a slide names its heading, `#the-words-of-it`, or an id that stands behind one, `{#id}`.',
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
    message: ({ first, count, file }) =>
      `The same ${lines(count)} already stand at line ${first}${file === undefined ? '' : ` of ${quoted(file)}`}`,
    hint: () => 'Delete one of the two if it was pasted twice.',
  },
  'notes-empty': {
    severity: 'warning',
    message: () => 'There is nothing in these notes',
    hint: () => 'A deck needs a line of text.',
  },
} satisfies Partial<Words>
