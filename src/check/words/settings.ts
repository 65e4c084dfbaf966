/** What stands in the front matter, in settings and in templates, and can't be used → what is said of it. */
import type { Words } from './wording.js'

const cannotRead = ({ reason }: { readonly reason: string }): string => `Can't read this in the front matter: ${reason}`

export const settingsWords = {
  'front-matter-broken': {
    severity: 'error',
    message: cannotRead,
    hint: () =>
      'It is skipped; the rest of the front matter counts. Write `name: value`, with quotes around the value.',
  },
  'front-matter-text': {
    severity: 'warning',
    message: cannotRead,
    hint: () => 'It is taken as the text that stands there; quotes around it say so for good.',
  },
  'front-matter-unclosed': {
    severity: 'error',
    message: () => 'The front matter has no closing `---`',
    hint: () => 'Put a line `---` behind its last `name: value` line.',
  },
  'config-broken': {
    severity: 'error',
    message: ({ reason }) => `Can't read this config file: ${reason}`,
    hint: () => 'None of it counts, until it is mended. Write `name: value` lines.',
  },
  'config-unknown': {
    severity: 'error',
    message: ({ name }) => `There is no setting \`${name}\``,
    hint: ({ advice }) => `It is ignored. ${advice}`,
  },
  'date-moving': {
    severity: 'hint',
    message: ({ value }) => `\`date: ${value}\` is left out: it would be another day in every build`,
    hint: () => 'The same notes make the same deck. Write the day itself: `date: 2018-11-14`.',
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
  'template-fault': {
    severity: 'error',
    message: ({ template, reason }) => `The template \`${template}\` has a fault: ${reason}`,
    hint: () => 'What the template extends stands in for it until it is mended.',
  },
} satisfies Partial<Words>
