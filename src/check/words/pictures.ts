/** Pictures and diagrams that are not shown as they were meant → what is said of them, and what helps. */
import type { DiagramFault, PictureTrouble } from '../../model/finding.js'
import { counted } from '../phrases.js'
import type { Words } from './wording.js'

export const picturesWords = {
  'picture-unreachable': {
    severity: 'warning',
    message: ({ source, reason }) => `Can't get the picture ${source}: ${reason}`,
    hint: ({ trouble = 'host' }) => `The slide has a line in its place. ${pictureAdvice[trouble]}`,
  },
  'picture-missing': {
    severity: 'warning',
    message: ({ source, reason }) => `Can't use the picture ${source}: ${reason}`,
    hint: ({ trouble = 'missing' }) => `The slide has a line in its place. ${pictureAdvice[trouble]}`,
  },
  'picture-refused': {
    severity: 'warning',
    message: ({ source, reason }) => `Refused the picture ${source}: ${reason}`,
    hint: ({ trouble = 'kind' }) => `The slide has a line in its place. ${pictureAdvice[trouble]}`,
  },
  'pictures-root': {
    severity: 'hint',
    message: ({ source, folder }) =>
      `Pictures whose path begins with / are taken from ${folder === '' ? 'the top of the repository or site' : folder}, as ${source} is there`,
    hint: () => 'Site generators have it so; a path without / counts from the folder of the notes.',
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
} satisfies Partial<Words>

/** What to do about a picture that is a card. */
const pictureAdvice: Readonly<Record<PictureTrouble, string>> = {
  'private-address': 'Notes may not ask machines of your own network: save it beside the notes, and name that file.',
  outside: 'Copy it into the folder of the notes, and name it from there.',
  'too-large': 'Save it smaller: slides are 1280 px wide, so twice that is plenty.',
  slender: 'Cut it into pieces that a slide has room for, and show these.',
  kind: 'Save it as PNG, JPEG, GIF, WebP, AVIF or SVG.',
  'no-place': 'Save it beside the notes, and name that file.',
  missing: 'The path counts from the folder of the notes.',
  unreadable: 'Change its permissions, or put a plain file in its place.',
  host: '`--refresh` asks again; a copy beside the notes is safest.',
  answer: 'Open the address in a browser: it may have moved. A copy beside the notes is safest.',
  offline: 'Build once without `--offline`; then it is kept.',
}

function diagramReason({ why, says }: DiagramFault): string {
  switch (why) {
    case 'unknown':
      return 'nothing here draws that'
    case 'broken':
      return says === '' ? 'it could not be read' : says
    case 'empty':
      return 'there is nothing in it'
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
  empty: 'Write what it is to show, and it is drawn.',
  slow: 'Make two diagrams of it.',
  large: 'Make several diagrams of it.',
  'no-mermaid': '`talkback setup mermaid` gets it, once.',
  'no-browser': '`talkback setup` gets one; what was drawn once is kept.',
}
