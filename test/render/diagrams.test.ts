import { describe, expect, test } from 'vitest'
import { drawingOf } from '../../src/render/diagrams/drawing.js'
import { padDot, unpadDot } from '../../src/render/diagrams/paddedDot.js'
import { dotPalette } from '../../src/render/diagrams/roles.js'

const svg = (inner: string, box = '0 0 140 70'): string =>
  `<svg viewBox="${box}" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><g class="graph">${inner}</g></svg>`
const drawn = (inner: string) => {
  const made = drawingOf(svg(inner), dotPalette, 14)
  return 'svg' in made ? made : undefined
}

describe('a drawing', () => {
  test('takes the colours of the deck where the author gave none', () => {
    const { svg = '', labels } =
      drawn(
        '<g class="node"><title>n1</title><ellipse fill="none" stroke="black" rx="3"/><text x="1" font-family="Times" font-size="14">A &amp; 用户</text></g>' +
          '<g class="edge"><path fill="none" stroke="black" d="M0,0"/><polygon fill="black" stroke="black" points="0,0"/></g>',
      ) ?? {}
    expect(svg).toContain('<ellipse class="dg-fill-panel dg-stroke-ink" rx="3">')
    expect(svg).toContain('<path class="dg-fill-none dg-stroke-ink" d="M0,0">')
    expect(svg).toContain('<polygon class="dg-fill-ink dg-stroke-ink" points="0,0">')
    expect(svg).toContain('<text class="dg-fill-ink" x="1" font-size="14">A &amp; 用户</text>')
    expect(svg).not.toContain('n1')
    expect(labels).toEqual(['A & 用户'])
  })

  test('keeps the colours of the author, with letters that can be read on them', () => {
    const node = (fill: string): string =>
      drawn(`<g class="node"><polygon fill="${fill}" stroke="red" points="0,0"/><text>x</text></g>`)?.svg ?? ''
    expect(node('lightblue')).toContain('fill="lightblue" stroke="red"')
    expect(node('lightblue')).toContain('<text fill="#111111">')
    expect(node('#000080')).toContain('<text fill="#ffffff">')
    expect(node('lightblue')).not.toContain('on-paper')
  })

  test('stands on white paper where the author painted the ground of several nodes', () => {
    expect(drawn('<polygon fill="lightyellow" points="0,0"/><text>x</text>')?.svg).toContain('class="drawing on-paper"')
    expect(drawn('<g class="cluster"><polygon fill="pink" points="0,0"/><text>x</text></g>')?.svg).toContain('on-paper')
    expect(drawn('<g class="edge"><polygon fill="red" points="0,0"/><text>x</text></g>')?.svg).not.toContain('on-paper')
  })

  test('cells of a table are no ground for the whole of it', () => {
    const cell = '<polygon fill="none" stroke="black" points="0,0"/>'
    expect(drawn(`<g class="node">${cell}${cell}${cell}</g>`)?.svg).not.toContain('panel')
    expect(drawn(`<g class="node">${cell}${cell}</g>`)?.svg).toContain('panel')
  })

  test('runs nothing, loads nothing, leads nowhere', () => {
    const made = drawn(
      `<script>alert(1)</script><style>.slide{display:none}</style><image href="http://x.example/a.png"/>
      <foreignObject><iframe src="http://x.example"/></foreignObject>
      <g class="slide fragment" onclick="alert(1)" style="background:url(http://x.example)" id="reveal"><a xlink:href="javascript:alert(1)"><text fill="url(http://x.example)" onload="x()">hold</text></a></g>`,
    )
    expect(made?.svg).not.toMatch(/script|style|image|foreign|iframe|x\.example|onclick|onload|alert|slide|reveal|<a/)
    expect(made?.labels).toEqual(['hold'])
  })

  test('two drawings share no names, and each refers to its own', () => {
    const gradient = (colour: string): string =>
      `<defs><linearGradient id="l_0"><stop offset="0" style="stop-color:${colour}"/></linearGradient></defs><g class="node"><polygon fill="url(#l_0)" points="0,0"/><text>x</text></g>`
    const [one, other] = ['red', 'blue'].map((colour) => drawn(gradient(colour))?.svg ?? '')
    const id = /id="([^"]+)"/.exec(one ?? '')?.[1]
    expect(one).toContain(`fill="url(#${id})"`)
    expect(other).not.toContain(`${id}"`)
  })

  test('is as large as its letters want, and none at all where there is nothing to see', () => {
    expect(drawn('<text>x</text>')).toMatchObject({ width: 227, height: 110 })
    const frame = '<path fill="none" d="M0,0H9"/><text></text>'
    for (const nothing of ['', '<g class="node"></g>', frame])
      expect(drawingOf(svg(nothing), dotPalette, 14)).toMatchObject({ why: 'empty' })
    expect(drawn(frame + frame)?.labels).toEqual([])
    expect(drawingOf('no drawing', dotPalette, 14)).toMatchObject({ why: 'empty' })
    expect(drawingOf(svg('<text>x</text>'.repeat(200_000)), dotPalette, 14)).toMatchObject({ why: 'large' })
  })
})

test('what is put behind Chinese characters for their width is taken away, and nothing else', () => {
  const source = 'digraph { 用户 -> "ii 节i点ii"; a [label="i ii 界"] }'
  expect(padDot(source)).toContain('用i户i -> "ii 节ii点iii"')
  expect(unpadDot(padDot(source))).toBe(source)
  expect(padDot('a [fontname="Comic Sans", fontname=Consolas]')).toBe('a [fontname="Arial", fontname="Courier"]')
})
