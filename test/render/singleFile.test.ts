/** What the one file is made of, as text: what it may load, what could end its script early, what it carries twice. */
import { createHash } from 'node:crypto'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import type { Bundle } from '../../src/model/bundle.js'
import { readFrontMatter } from '../../src/parse/frontMatter.js'
import { parseNotes } from '../../src/parse/parse.js'
import { planDeck } from '../../src/plan/plan.js'
import { renderDocument } from '../../src/render/document.js'
import { singleFile as madeOf } from '../../src/render/singleFile.js'
import { resolveSettings } from '../../src/settings/resolve.js'

const deck = (() => {
  const source = { file: 'x.md', text: '# Talk' }
  const { settings } = resolveSettings({ front: {}, flags: {} })
  return planDeck(parseNotes(source, readFrontMatter(source), settings), settings)
})()

interface Parts {
  readonly sections?: readonly string[]
  readonly css?: string
  readonly script?: string
  readonly notices?: string
  readonly files?: Readonly<Record<string, Uint8Array>>
}

function bundle(parts: Parts): Bundle {
  const { sections = ['<section></section>'], css = '', script = '', notices = 'MIT', files = {} } = parts
  const texts = [
    ['index.html', renderDocument(deck, sections, { style: 'assets/deck.css', script })],
    ['assets/deck.css', css],
    ['LICENSES.txt', notices],
  ] as const
  return { files: new Map<string, string | Uint8Array>([...texts, ...Object.entries(files)]), findings: [] }
}

const singleFile = (bundle: Bundle): string => {
  const content = madeOf(bundle)
  if (typeof content !== 'string') throw new Error('It comes in pieces.')
  return content
}

const scriptIn = (html: string): string => /<script>(.*)<\/script>/s.exec(html)?.[1] ?? ''

describe('one file', () => {
  it('says whose it is made of, in a comment that nothing in it can end', () => {
    const html = singleFile(bundle({ notices: 'reveal.js <!-- --> --!> </script></body></html> MIT' }))
    expect(html).toMatch(/<!--\nreveal\.js <!-- -- > -- !> <\/script><\/body><\/html> MIT-->\n<\/body>\n<\/html>\n$/)
  })

  it('may load nothing but what it carries, and run nothing but its own script', () => {
    const html = singleFile(bundle({ script: 'let a = 1\r\na++\n' }))
    const hash = createHash('sha256').update(scriptIn(html)).digest('base64')
    expect(scriptIn(html)).toBe('let a = 1\na++\n')
    expect(/Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]?.split('; ')).toEqual([
      "default-src 'none'",
      `script-src 'sha256-${hash}'`,
      "style-src 'unsafe-inline'",
      'img-src data:',
      'font-src data:',
      "frame-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ])
  })

  it('has a script that nothing inside it can end, and that says what it said', () => {
    const script = `said = ["</script>", '</SCRIPT >', \`<!-- <script>\`, /^<!--(?=<\\/script)/u.test('<!--<\\/script')]`
    const html = singleFile(bundle({ script }))
    expect(scriptIn(html)).not.toMatch(/<!--|<\/script/i)
    const run = (text: string): unknown => runInNewContext(`let said; ${text}; said`)
    expect(JSON.stringify(run(scriptIn(html)))).toBe(JSON.stringify(run(script)))
  })

  it('has a style that nothing inside it can end', () => {
    const html = singleFile(bundle({ css: 'p::before{content:"</style><script>"}' }))
    expect(html).toContain('content:"<\\/style><script>"')
    expect(html.match(/<\/style>/g)).toHaveLength(2)
  })

  it('carries a picture that is shown once where it is shown, and one that is shown again in its style', () => {
    const files = {
      'pictures/a.png': Buffer.from('A'),
      'pictures/b.jpg': Buffer.from('B'),
      'fonts/f.ttf': Buffer.from('F'),
    }
    const sections = [
      '<section><img src="pictures/a.png" alt="a"><img src="pictures/b.jpg" alt="b"></section>',
      '<section><p>src=&quot;pictures/b.jpg&quot; <img class="x" src="pictures/b.jpg" alt=""></p></section>',
    ]
    const css = '@font-face{src:url("../fonts/f.ttf")}.logo{background:url("../pictures/b.jpg") left}.x{--y:url("#z")}'
    const html = singleFile(bundle({ sections, css, files }))
    expect(html).toContain('<img src="data:image/png;base64,QQ==" alt="a"><img data-picture="1" alt="b">')
    expect(html).toContain('src=&quot;pictures/b.jpg&quot; <img class="x" data-picture="1" alt="">')
    expect(html).toContain('@font-face{src:url("data:font/ttf;base64,Rg==")}.logo{background:var(--picture-1) left}')
    expect(html).toContain('.x{--y:url("#z")}')
    expect(html.match(/data:image\/jpeg;base64,Qg==/g)).toHaveLength(1)
  })

  it('has no use for a file that it can not carry', () => {
    const files = { 'pictures/a.tiff': Buffer.from('A') }
    const sections = ['<img src="pictures/a.tiff">']
    expect(() => singleFile(bundle({ sections, files }))).toThrow('pictures/a.tiff')
  })
})
