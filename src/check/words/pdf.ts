/** PDFs that are too large, or not as they should be → what is said of them. */
import type { PdfFault, PdfLack } from '../../model/finding.js'
import { counted } from '../phrases.js'
import { quoted, type Words } from './wording.js'

export const pdfWords = {
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
} satisfies Partial<Words>

const pdfLacks: Readonly<Record<PdfLack, string>> = {
  title: 'author, a title in its window',
  labels: 'page labels',
  dates: 'fixed dates',
  tags: 'texts for links',
  notes: 'speaker notes',
  sheet: 'paper around its pages',
}

/** As people say it: 4.2 MB, 180 kB. */
const megabytes = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(Math.ceil(bytes / 10_000) / 100).toFixed(2)} MB`

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
