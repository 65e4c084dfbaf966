/** What a layout may be made of: its elements and attributes, none of which runs a script, asks for anything or is another page. */
import { animations, svgAttributes, svgElements } from './svgNames.js'

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/** Text inside of these is no text to the reader of HTML, or means other things there: left out wherever they stand. */
const withOtherText = words('style title desc script textarea')

const elements = new Set([
  ...words(`
    a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup dd del dfn div dl dt em figcaption
    figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q rp rt ruby s samp section small span
    strong sub sup table tbody td tfoot th thead time tr u ul var wbr`),
  ...[...svgElements]
    .filter((name) => !animations.has(name) && !/image$/i.test(name))
    .map((name) => name.toLowerCase()),
])
for (const name of withOtherText) elements.delete(name)

const attributes = new Set([
  ...words(`
    abbr align alt class cite colspan datetime decoding dir headers height hidden href id lang loading open reversed role
    rowspan scope span src start style tabindex title translate type valign value width xmlns`),
  ...[...svgAttributes].map((name) => name.toLowerCase()),
])
for (const name of words('attributename begin by cite end from to values')) attributes.delete(name)

/** @param name in small letters */
export const isLayoutElement = (name: string): boolean => elements.has(name)

/** @param name in small letters */
export const isLayoutAttribute = (name: string): boolean =>
  attributes.has(name) || name === 'xlink:href' || name === 'xml:space' || /^(?:aria|data)-[\w.-]+$/.test(name)

/** What holds words for people or for style sheets: text of the notes may stand there. */
export const holdsText = (name: string): boolean =>
  /^(?:alt|class|id|lang|dir|title|role|datetime|(?:aria|data)-.*)$/.test(name)
