import { describe, expect, it } from 'vitest'
import { cleanSvg } from '../../src/trust/svg.js'

const open = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"'
const drawn = (inside: string, attributes = '') => cleanSvg(`${open}${attributes}>${inside}</svg>`)
const kept = (inside: string) => `${open}>${inside}</svg>`

describe('a drawing that is nothing but one', () => {
  it.each([
    '<rect width="9" height="9" fill="red"></rect>',
    '<defs><linearGradient id="a"><stop offset="0"></stop></linearGradient></defs><path d="M0 0h9" fill="url(#a)"></path>',
    '<use xlink:href="#a" x="1"></use>',
    '<style>.a &#62; .b{fill:url(#a);transform:translate(1px)}</style>',
    '<text font-family="A &#38; B">中文 &#60;b&#62;</text>',
    '<animate attributeName="x" values="1;2" dur="1s"></animate>',
    '<image href="data:image/png;base64,AAAA" width="9"></image>',
  ])('keeps %s', (inside) => {
    expect(drawn(inside)).toEqual({ text: kept(inside), dropped: [] })
  })

  it('goes without what programs keep in it for themselves, and says nothing of that', () => {
    const inside =
      '<metadata><rdf:RDF xmlns:rdf="r">x</rdf:RDF></metadata><s:view xmlns:s="s" zoom="1"/><g s:label="l" xmlns:s="s"/>'
    expect(drawn(`<!-- made by -->${inside}`)).toEqual({ text: kept('<g></g>'), dropped: [] })
  })

  it('reads the names that a document type gives to text, but none that hold others', () => {
    const type = '<!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg"><!ENTITY c "red">]>'
    const { text } = cleanSvg(`<?xml version="1.0"?>${type}<svg xmlns="&ns;"><rect fill="&c;"/></svg>`)
    expect(text).toContain('<rect fill="red"></rect>')
    const nested = '<!DOCTYPE svg [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;">]>'
    expect(cleanSvg(`${nested}<svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>`).text).not.toContain('xx')
  })

  it('gets the name of its language where it has none, as in a page', () => {
    expect(cleanSvg('<svg viewBox="0 0 9 9"><rect/></svg>').text).toBe(kept('<rect></rect>').replace(open, () => named))
  })

  it('is read as HTML reads it where it is no XML', () => {
    const { text } = cleanSvg('<p><SVG viewbox="0 0 9 9"><path d=M0,0h9><text>a&nbsp;<b onclick=x>c</svg>')
    expect(text).toBe(`${named}><path d="M0,0h9"><text>a\u00a0</text></path></svg>`)
  })

  it('is nothing where there is no drawing', () => {
    expect(cleanSvg('<html><body>svg</body></html>').text).toBe('')
    expect(cleanSvg('').text).toBe('')
  })

  const named = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"'
})

describe('what runs, loads or leads out', () => {
  it.each([
    ['<script>alert(1)</script>', '<script>'],
    ['<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>', '<script>'],
    ['<rect onload="alert(1)"/>', 'onload'],
    [
      '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="file:///etc/passwd"/></foreignObject>',
      '<foreignObject>',
    ],
    ['<a href="javascript:alert(1)"/>', 'href'],
    ['<a xlink:href=" java&#10;script:alert(1)"/>', 'href'],
    ['<use href="../elsewhere/secret.svg#a"/>', 'href'],
    ['<use href="data:image/svg+xml,&lt;svg/&gt;#a"/>', 'href'],
    ['<image href="../elsewhere/secret.svg"/>', 'href'],
    ['<feImage xlink:href="file:///secret.png"/>', 'href'],
    ['<animate attributeName="href" to="javascript:alert(1)"/>', '<animate>'],
    ['<set attributeName=" xlink:href" to="javascript:alert(1)"/>', '<set>'],
    ['<set attributeName="onclick" to="alert(1)"/>', '<set>'],
    ['<style>@import "a.css";</style>', '@import'],
    ['<style><![CDATA[@\\69mport "a.css";]]></style>', '@import'],
    ['<style>rect{fill:u\\72l(secret.svg#a)}</style>', 'url()'],
    ['<style>rect{background:image-set("secret.png" 1x)}</style>', 'url()'],
    ['<rect style="fill:url( \'secret.svg#a\' )"/>', 'url()'],
    ['<rect fill="url(secret.svg#a)"/>', 'url()'],
    ['<animate attributeName="fill" values="red;url(secret.svg#a)"/>', 'url()'],
    ['<video src="secret.mp4"/>', '<video>'],
  ])('goes: %s', (inside, dropped) => {
    const { text, dropped: said } = drawn(inside)
    expect(said).toEqual([dropped])
    expect(text).not.toMatch(/secret|alert|passwd|script|@\S*import/)
  })

  it('goes with what stands around the drawing', () => {
    const text = `<?xml-stylesheet href="secret.css"?>${open} onload="alert(1)" xml:base="file:///"><g/></svg>`
    expect(cleanSvg(text)).toEqual({ text: kept('<g></g>'), dropped: ['xml-stylesheet', 'onload', 'base'] })
  })

  it('goes with what a document type would bring', () => {
    const type = '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd"><!ATTLIST svg onload CDATA "alert(1)">]>'
    expect(cleanSvg(`${type}${open}><g/></svg>`).text).toBe(kept('<g></g>'))
    expect(cleanSvg(`${type}${open}><text>&x;</text></svg>`).text).not.toContain('passwd')
  })

  it('goes from drawings that it carries in an address, which stay, and is said', () => {
    const inner = `${open}><script>alert(1)</script><g/></svg>`
    const { text, dropped } = drawn(`<image href="data:image/svg+xml,${encodeURIComponent(inner)}"/>`)
    const [, carried = ''] = /base64,([^"]*)/.exec(text) ?? []
    expect(Buffer.from(carried, 'base64').toString()).toBe(kept('<g></g>'))
    expect(dropped).toEqual(['<script>'])
  })
})

it('comes to an end, however deep or broken', () => {
  expect(cleanSvg(`${open}>${'<g>'.repeat(200_000)}`).text).toBe('')
  expect(cleanSvg(`${open}>${'<a b="'.repeat(10_000)}`).text).not.toContain('onload')
})
