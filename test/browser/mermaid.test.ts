/** The page that diagrams are drawn in: what it makes of a drawing, what it refuses, what it gives up. Mermaid itself is played. */
import { describe, expect, test } from 'vitest'
import { drawMermaid } from '../../src/browser/drawMermaid.js'
import { readDiagramsScript } from '../../src/io/readRuntime.js'
import { drawingColours } from '../../src/model/drawingColours.js'
import { drawingOf } from '../../src/render/diagrams/drawing.js'
import { mermaidPalette } from '../../src/render/diagrams/roles.js'

const { ink, panel } = drawingColours

const drawing = `<svg id="diagram" viewBox="0 0 200 100" xmlns="http://www.w3.org/2000/svg">
<style>#diagram .node rect{fill:${panel};stroke:${ink};stroke-width:2px} #diagram text{font-size:16px;fill:${ink};text-anchor:middle} #diagram .node .mine{fill:#000080}
#diagram .flow{stroke:${ink};fill:none;marker-end:url(#end)} #diagram .gone{display:none}</style>
<defs><marker id="end" viewBox="0 0 10 10" refX="10" refY="5" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L10 5L0 10z" style="fill:${ink}"/></marker></defs>
<g class="node default"><rect x="10" y="10" width="60" height="30"/><text x="40" y="30">用户</text></g>
<a href="https://example.org/" transform="translate(100 0)"><g class="node"><rect class="mine" x="10" y="10" width="60" height="30"/><text x="40" y="30"><tspan x="40">two</tspan><tspan x="40" dy="1em">lines</tspan></text></g></a>
<path class="flow" d="M70,25L110,25"/><path class="flow" d="M0,80L180,80"/>
<g class="edgeLabel"><text x="90" y="85">label</text></g>
<text class="gone">hidden</text>
<switch><foreignObject x="10" y="50" width="180" height="20"><div xmlns="http://www.w3.org/1999/xhtml" style="font-size:16px;color:${ink}">in HTML</div></foreignObject><text x="10" y="60">in HTML</text></switch></svg>`

const played = `
globalThis.mermaid = {
  initialize(config) { this.config = config },
  async render(id, source) {
    if (source === 'broken') throw new Error('Parse error on line 2:\\n  A -->\\n  ----^\\nExpecting SEMI, got EOF')
    if (source === 'endless') for (;;);
    if (source === 'random') return { svg: '<svg viewBox="0 0 9 9"><text>' + Math.random() + '</text></svg>' }
    if (source === 'config') return { svg: '<svg viewBox="0 0 9 9"><text>' + JSON.stringify([this.config.securityLevel, this.config.htmlLabels, this.config.secure.includes('themeCSS')]) + '</text></svg>' }
    if (source === 'network') {
      const asked = await Promise.allSettled([fetch('http://127.0.0.1:9/'), fetch('file:///etc/hostname'), import('data:text/javascript,1')])
      document.body.innerHTML = '<img src=x onerror="globalThis.ran = 1"><svg onload="globalThis.ran = 2"></svg>'
      await new Promise((resolve) => setTimeout(resolve))
      return { svg: '<svg viewBox="0 0 9 9"><text>' + asked.map(({ status }) => status) + ' ' + globalThis.ran + '</text></svg>' }
    }
    return { svg: ${JSON.stringify(drawing)} }
  },
}`

const draw = async (sources: readonly string[], patience?: { diagram: number; page: number }) =>
  drawMermaid(sources, { scripts: [played, await readDiagramsScript()], css: '' }, undefined, patience)

const themed = (svg: string) => {
  const made = drawingOf(svg, mermaidPalette, 16)
  return 'svg' in made ? made : undefined
}

const labelsOf = async (source: string): Promise<readonly string[]> => {
  const [drawn] = await draw([source])
  return drawn && 'svg' in drawn ? (themed(drawn.svg)?.labels ?? []) : []
}

describe('a drawing', () => {
  test('needs no style sheet, refers to nothing, and has our colours', async () => {
    const [drawn] = await draw(['drawing'])
    const { svg = '', labels } = (drawn && 'svg' in drawn ? themed(drawn.svg) : undefined) ?? {}
    expect(svg).not.toMatch(/<style|<marker|url\(|id=|<foreignObject|<a\b/)
    expect(labels).toEqual(['用户', 'two lines', 'label', 'in HTML'])
    expect(svg).toContain(
      '<rect class="dg-fill-panel dg-stroke-ink" x="10" y="10" width="60" height="30" stroke-width="2">',
    )
    // Letters on a colour of the author's are light or dark as it wants; what a link wrapped stays in its place.
    expect(svg).toMatch(/<g transform="translate\(100 0\)">.*fill="rgb\(0, 0, 128\)".*<text x="40"[^>]*fill="#ffffff"/s)
    // An arrow stands at the end of its line.
    expect(svg).toMatch(
      /<g transform="translate\(110 25\) rotate\(0\) scale\(0\.8\) translate\(-10 -5\)"><path class="dg-fill-ink/,
    )
    // The line below the label has a gap.
    expect(svg.match(/ d="M0,80[^"]*M[^"]*"/g)).toHaveLength(1)
  })

  test('is the same every time', async () => {
    const both = [await labelsOf('random'), await labelsOf('random')]
    expect(both[0]).toEqual(both[1])
    expect(both[0]).toHaveLength(1)
  })
})

test('nothing is asked for, and no handler runs', async () => {
  expect(await labelsOf('network')).toEqual(['rejected,rejected,rejected undefined'])
  expect(await labelsOf('config')).toEqual(['["strict",false,true]'])
})

test('what is broken says so in a line, and the next one is drawn', async () => {
  const [broken, next] = await draw(['broken', 'drawing'])
  expect(broken).toEqual({ why: 'broken', says: 'Parse error on line 2, at EOF' })
  expect(next).toHaveProperty('svg')
})

test('what does not end is given up', async () => {
  expect(await draw(['endless'], { diagram: 300, page: 30_000 })).toEqual([{ why: 'slow', says: '' }])
})

test('without a browser the source stays', async () => {
  const drawn = await drawMermaid(['a', 'b'], { scripts: [], css: '' }, '/no/such/browser')
  expect(drawn).toMatchObject([{ why: 'no-browser' }, { why: 'no-browser' }])
})
