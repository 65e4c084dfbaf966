/** Slides that somebody wrote as such, in whatever tool's dialect → what is said of how they were read. */
import { linesAt, quoted, type Words } from './wording.js'

const of = (tool: string): string => (tool === '' ? '' : ` of ${tool}`)
const named = (names: readonly string[]): string =>
  `${names
    .slice(0, 6)
    .map((name) => `\`${name}\``)
    .join(', ')}${names.length > 6 ? ` and ${names.length - 6} more` : ''}`

export const writtenWords = {
  'read-as-slides': {
    severity: 'hint',
    message: ({ tool, signs }) =>
      `Read as slides${tool === '' ? ' between rules' : `${of(tool)}, as ${signs.map(quoted).join(', ')} ${signs.length === 1 ? 'shows' : 'show'}`}`,
    hint: () => 'Your cuts count, and nothing is added. `read: notes` in the front matter has them read as notes.',
  },
  'include-unread': {
    severity: 'warning',
    message: ({ path }) => `Left out another file that was to stand here: ${quoted(path)}`,
    hint: () => 'A deck is made of one file: put its text in this place.',
  },
  'slide-hidden': {
    severity: 'hint',
    message: ({ text }) => `Left out a hidden slide${text === '' ? '' : `: ${quoted(text)}`}`,
    hint: () => 'It is in no deck and on no paper; without what hides it, it is shown.',
  },
  'directives-read': {
    severity: 'hint',
    message: ({ tool, names, lines }) =>
      `Obeyed what is said in the way${of(tool)}: ${named(names)} at ${linesAt(lines)}`,
    hint: () => 'Nothing to do: these lines are no text.',
  },
  'directives-unmet': {
    severity: 'hint',
    message: ({ tool, names, lines }) =>
      `Left out what ${tool === '' ? 'another tool' : tool} alone can do: ${named(names)} at ${linesAt(lines)}`,
    hint: () => "The look of slides is the template's; docs/coming-from.md says what has an equal here.",
  },
} satisfies Partial<Words>
