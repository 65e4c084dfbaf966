/** The names of HTML's elements → what each means to notes. What is in no table here shows its text, and its name is told. */
import type { MarkKind } from '../../model/notes.js'
import type { HtmlElement } from './node.js'

const namesIn = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** Elements that mark a stretch of text. */
export const markNames: ReadonlyMap<string, MarkKind> = new Map<string, MarkKind>([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'em'],
  ['em', 'em'],
  ['cite', 'em'],
  ['dfn', 'em'],
  ['var', 'em'],
  ['s', 'strike'],
  ['del', 'strike'],
  ['strike', 'strike'],
  ['sup', 'sup'],
  ['sub', 'sub'],
  ['kbd', 'kbd'],
  ['mark', 'mark'],
  ['ins', 'insert'],
  ['u', 'insert'],
  ['small', 'small'],
  ['step', 'step'],
  ['v-click', 'step'],
  ['v-clicks', 'step'],
])

/** An element of no meaning that appears by itself, as reveal.js and Slidev have it. */
export const isStep = ({ name, attributes }: Pick<HtmlElement, 'name' | 'attributes'>): boolean =>
  /^(?:span|a|b|i|em|strong|code|mark)$/.test(name) &&
  (attributes.has('v-click') || /(?:^|\s)fragment(?:\s|$)/.test(attributes.get('class') ?? ''))

/** What is in them is code: no sign of Markdown means anything there. */
export const codeNames = namesIn('code samp tt')

/** They stand in no line. */
export const blockNames = namesIn(
  'address article aside audio blockquote body caption center dd details dialog dir div dl dt embed fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html iframe legend li main menu nav object ol optgroup p pre ' +
    'search section select summary table tbody td tfoot th thead tr ul video xmp',
)

/** Nothing is lost when only what is in them is shown. */
export const quietNames = namesIn(
  'abbr address article aside bdi bdo body callout caption colgroup data dd details dialog div dl dt figcaption figure footer ' +
    'header hgroup html label legend li main nav noscript option p picture q search section source span summary tbody td ' +
    'tfoot th thead time tr wbr',
)

/** Nobody is to see what is in them. */
export const hiddenNames = namesIn('script style template head title meta link base col rp param track datalist')

export const mediaNames = namesIn('video audio iframe embed object')

const classOfNotes = /(?:^|\s)(?:(?:speaker|presenter)[-_]?)?notes(?:\s|$)/i

/** `<aside class="notes">`, `<div class="speaker-notes">`, and the `<Notes>` of decks in MDX: what the speaker says. */
export const isForSpeaker = ({ name, attributes }: Pick<HtmlElement, 'name' | 'attributes'>): boolean =>
  /^(?:speaker-?)?notes$/.test(name) ||
  (/^(?:aside|div|details|section)$/.test(name) && classOfNotes.test(attributes.get('class') ?? ''))
