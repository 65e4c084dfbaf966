/** What shows on fitted slides → what is said of it: too full or empty, too small, too faint, lost. */
import { counted } from '../phrases.js'
import { quoted, type Words } from './wording.js'

export const slidesWords = {
  'glyph-missing': {
    severity: 'warning',
    message: ({ characters }) => `No font at hand draws: ${characters}`,
    hint: () =>
      'They are drawn with whatever font the reader has, or as empty boxes: a font of your own that has them draws them everywhere, `font: my.ttf`.',
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
} satisfies Partial<Words>

function overflow(x: number, y: number): string {
  const sides = [x > 0 ? `${Math.ceil(x)} px to the side` : '', y > 0 ? `${Math.ceil(y)} px below` : '']
  return sides.filter((side) => side !== '').join(', ')
}
