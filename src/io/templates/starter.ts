/** A template to start from → the files of a new one, made for editing: it looks the same until something is changed. */
import type { Template } from '../../model/template.js'
import { lastValue } from '../../render/css.js'

/** The variables of every look, and what they draw. docs/templates.md lists the same. */
export const variables: readonly (readonly [name: string, draws: string])[] = [
  ['paper', 'the ground of slides'],
  ['ink', 'text'],
  ['soft', 'what stands back: the line over a title, the foot, captions'],
  ['line', 'thin lines: of tables, of the agenda'],
  ['panel', 'the ground of code and callouts'],
  ['accent', 'the one colour: marks, numbers, the bar at a title'],
  ['section', 'the ground of slides that open a section'],
  ['section-ink', 'their title'],
  ['section-text', 'their text'],
  ['section-soft', 'their foot'],
  ['section-accent', 'their number'],
]

/** The layout that is put there as an example. */
const EXAMPLE = 'statement'

/**
 * @param from what to write behind `extends`
 * @param parent the template of that name
 * @returns path inside the new folder → content
 */
export function starterFiles(name: string, from: string, parent: Template): ReadonlyMap<string, string> {
  return new Map([
    ['template.yaml', yaml(name, from)],
    ['theme.css', css(name, parent.css)],
    [`layouts/${EXAMPLE}.html`, layout(parent.layouts.get(EXAMPLE) ?? parent.layouts.get('content') ?? '')],
  ])
}

const yaml = (name: string, from: string): string => `name: ${JSON.stringify(name)}
description: One sentence about this look.
# What is not in this folder comes from there.
extends: ${JSON.stringify(from)}

# Letters: sans or serif. Without this line, those of the template above.
# fonts: serif

# Settings for every deck of this look; the notes may say otherwise.
# canvas: 4:3
# accent: "#0b6e4f"
# logo: logo.svg
# footer: Our team
# font: OurFont.ttf
`

function css(name: string, parentCss: string): string {
  const lines = variables.flatMap(([variable, draws]) => {
    const value = lastValue(parentCss, variable)
    return value === undefined ? [] : [`  --${variable}: ${value}; /* ${draws} */`]
  })
  return `/* ${name.replaceAll('*/', '')}: change what you like and build again. Sizes are in pixels of a slide 1280 wide.
   Everything a slide is made of is described in docs/templates.md. */
:root {
${lines.join('\n')}
}

/* Sizes of titles. Take the rule out of this comment to try it.
:root {
  --title: 46px;
}
*/

/* Slides of one layout only: [data-layout="quote"]; of one kind: title, agenda, section, content.
.deck [data-kind="title"] .frame {
  border-left-width: 60px;
}
*/
`
}

const layout = (html: string): string => `{%- comment -%}
  One statement on a slide. Written in Liquid: {{ title | raw }} puts something in, {% raw %}{% if … %}{% endraw %} asks.
  What may be long stands in the element of class "flow": it is measured, and continued on a further slide.
  Delete this file to have the layout of the template this one extends.
{%- endcomment -%}
${html}`
