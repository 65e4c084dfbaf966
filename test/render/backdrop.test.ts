/** Pictures and colours that slides ask for → what stands behind their text, in colours that can be read there. */
import { expect, test } from 'vitest'
import type { Pictures } from '../../src/model/bundle.js'
import type { Background } from '../../src/model/notes.js'
import { backdropOf } from '../../src/render/backdrop.js'
import { contrast, mix } from '../../src/render/colour.js'
import { type Colour, parseColour } from '../../src/settings/colour.js'

const pictures: Pictures = new Map([
  ['a.jpg', { state: 'ready', path: 'a-1.jpg', bytes: new Uint8Array(), width: 800, height: 600 }],
  ['b.jpg', { state: 'lost', reason: 'no such file' }],
])
const backdrop = (backgrounds: readonly Background[], isBare = false) =>
  backdropOf({ wish: { backgrounds } }, isBare, { pictures, targets: new Set(), formulary: undefined })

function colourOf(attributes: string, name: string): Colour {
  const found = parseColour(new RegExp(`--own-${name}:(#\\w+)`).exec(attributes)?.[1] ?? '')
  if (!found) throw new Error(`no ${name}`)
  return found
}

test.each(['#c0392b', 'black', 'white', '#767676', 'hsl(50 90% 80%)', 'orange', '#0af'])(
  'on %s all text can be read',
  (colour) => {
    const { attributes, html } = backdrop([{ colour }])
    expect(html).toBe('')
    const paper = colourOf(attributes, 'paper')
    for (const [text, ground] of [
      ['ink', 'paper'],
      ['soft', 'paper'],
      ['ink', 'panel'],
    ] as const)
      expect(contrast(colourOf(attributes, text), colourOf(attributes, ground))).toBeGreaterThanOrEqual(4.5)
    expect(paper).toEqual(parseColour(colour)?.map(Math.round))
  },
)

test('on a picture, however light, text can be read', () => {
  const { attributes, html } = backdrop([{ picture: 'a.jpg' }])
  expect(html).toContain('<img src="a-1.jpg" alt=""')
  expect(html).toContain('class="scrim"')
  const worst = mix([255, 255, 255], [18, 21, 25], 0.66)
  for (const name of ['ink', 'soft']) expect(contrast(colourOf(attributes, name), worst)).toBeGreaterThanOrEqual(4.5)
})

test('a picture that is all there is, is shown as it is', () => {
  expect(backdrop([{ picture: 'a.jpg' }], true).html).not.toContain('scrim')
})

test('several share the slide; one beside the text takes its share', () => {
  expect(backdrop([{ picture: 'a.jpg' }, { picture: 'a.jpg' }]).html.match(/<img/g)).toHaveLength(2)
  const { attributes, html } = backdrop([{ picture: 'a.jpg', side: 'left', share: 0.33 }])
  expect(html).toContain('class="backdrop beside"')
  expect(attributes).toBe(' data-beside="left" style="--beside:0.33"')
})

test.each<readonly Background[]>([[], [{ picture: 'b.jpg' }], [{ colour: 'linear-gradient(red, blue)' }]])(
  'what can not be had leaves no blank',
  (...backgrounds) => {
    expect(backdrop(backgrounds)).toEqual({ html: '', attributes: '' })
  },
)
