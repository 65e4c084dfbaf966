/** Notes that were read as what they mean, not as they stand → what is said of that. */
import { counted } from '../phrases.js'
import { lines, linesAt, quoted, repaired, type Words } from './wording.js'

export const repairsWords = {
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
  'origin-read': {
    severity: 'hint',
    message: ({ tool, lines }) =>
      `Read as ${tool}${lines.length === 0 ? '' : `, without what tells it something at ${linesAt(lines)}`}`,
    hint: repaired,
  },
  'table-drawn': {
    severity: 'hint',
    message: ({ kind, count }) => `Read ${lines(count)} as a table (${kind})`,
    hint: repaired,
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
  'bold-open': {
    severity: 'hint',
    message: ({ text }) => `These asterisks are shown, as nothing says what they mark: ${quoted(text)}`,
    hint: () =>
      'Bold is `**words**`, without spaces right inside; asterisks that are meant to be seen are written as `\\*`.',
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
  'code-empty': {
    severity: 'hint',
    message: ({ language }) => `Left out a fence of ${quoted(language)} with nothing in it`,
    hint: () => 'What is written between its two lines is shown.',
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
  'formula-empty': {
    severity: 'hint',
    message: () => 'Left out a formula with nothing in it',
    hint: () => 'What is written between its two signs is shown.',
  },
  'heading-long': {
    severity: 'hint',
    message: ({ text }) => `Too long for a title, so it goes on as text below: ${quoted(text)}`,
    hint: () => 'A shorter heading, with the rest as a paragraph, says where it should end.',
  },
} satisfies Partial<Words>
