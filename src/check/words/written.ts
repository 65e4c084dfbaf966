/** Slides that somebody wrote as such, in whatever tool's dialect → what is said of how they were read. */
import type { IncludeTrouble } from '../../model/joined.js'
import { linesAt, quoted, type Words } from './wording.js'

const of = (tool: string): string => (tool === '' ? '' : ` of ${tool}`)
const named = (names: readonly string[]): string =>
  `${names
    .slice(0, 6)
    .map((name) => `\`${name}\``)
    .join(', ')}${names.length > 6 ? ` and ${names.length - 6} more` : ''}`

/** Why a file does not stand in the notes, and what to do. */
const lacks: Readonly<Record<IncludeTrouble, { readonly what: string; readonly todo: string }>> = {
  missing: { what: 'no such file', todo: 'Mend the path, or put the text in this place.' },
  outside: {
    what: 'out of reach',
    todo: 'Notes read files of their own folder or repository, none that is hidden: move it there, or put its text in this place.',
  },
  unreadable: { what: 'not readable', todo: 'Put its text in this place.' },
  circle: { what: 'it asks for itself', todo: 'Take out one of the lines that make the circle.' },
  part: { what: 'it has no such part', todo: 'Name a heading, a slide or lines that the file has.' },
  deep: { what: 'too many files within each other', todo: 'Put its text in this place.' },
  large: { what: 'too much text, or too many files', todo: 'Make several decks of it, or put in what matters.' },
}

export const writtenWords = {
  'read-as-slides': {
    severity: 'hint',
    message: ({ tool, signs }) =>
      `Read as slides${tool === '' ? ' between rules' : `${of(tool)}, as ${signs.map(quoted).join(', ')} ${signs.length === 1 ? 'shows' : 'show'}`}`,
    hint: () => 'Your cuts count, and nothing is added. `read: notes` in the front matter has them read as notes.',
  },
  'include-unread': {
    severity: 'warning',
    message: ({ path, lack, reason }) =>
      `Left out another file that was to stand here: ${quoted(path)}${lack === undefined ? '' : ` (${reason ?? lacks[lack].what})`}`,
    hint: ({ lack }) => (lack === undefined ? lacks.unreadable : lacks[lack]).todo,
  },
  'separator-unread': {
    severity: 'warning',
    message: ({ name, value }) =>
      `Parted no slides where \`${name}\` asks for it: ${quoted(value)} is more than a line of signs`,
    hint: () => 'Name the line itself (`separator: <!--s-->`), or part the slides with `---`.',
  },
  'slide-hidden': {
    severity: 'hint',
    message: ({ text }) => `Left out a hidden slide${text === '' ? '' : `: ${quoted(text)}`}`,
    hint: () => 'It is in no deck and on no paper; without what hides it, it is shown.',
  },
  'part-hidden': {
    severity: 'hint',
    message: ({ text }) => `Left out what is for other formats${text === '' ? '' : `: ${quoted(text)}`}`,
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
