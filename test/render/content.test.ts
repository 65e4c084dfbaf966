import { describe, expect, it } from 'vitest'
import type { Pictures } from '../../src/model/bundle.js'
import type { Layout, Slide } from '../../src/model/deck.js'
import type { Block, Inline } from '../../src/model/notes.js'
import { deckWords } from '../../src/plan/deckWords.js'
import { chooseLayout } from '../../src/plan/layouts/choose.js'
import { renderBlocks } from '../../src/render/blocks.js'
import { withoutLostPictures } from '../../src/render/lostPictures.js'
import { h, list, p, picture, text } from '../plan/build.js'

const bytes = new Uint8Array()
const pictures: Pictures = new Map([
  ['wide.png', { state: 'ready', path: 'pictures/w.png', bytes, width: 1600, height: 900 }],
  ['tall.png', { state: 'ready', path: 'pictures/t.png', bytes, width: 400, height: 800 }],
  ['gone.png', { state: 'lost', reason: 'no such file' }],
])
const context = {
  pictures,
  targets: new Set<string>(),
  words: deckWords('en'),
  canvas: { width: 1280, height: 720 },
  level: 2,
}
const render = (...blocks: readonly Block[]) => renderBlocks(blocks, context)
const composed = (...blocks: readonly Block[]) => renderBlocks(chooseLayout(blocks).blocks, context)
const bare: Slide = {
  id: 'x',
  kind: 'content',
  layout: 'prose',
  title: [],
  blocks: [],
  speakerNotes: [],
  lines: [1, 1],
}
const shown = (src: string): Block => ({
  ...picture('A <caption>'),
  kind: 'picture',
  src,
  alt: '',
  caption: 'A <caption>',
})

describe('pictures', () => {
  it.each([
    ['the notes say', { alt: 'A mesh', caption: 'See' }, 'alt="A mesh"'],
    ['stands below', { alt: '', caption: 'See' }, 'alt="See"'],
    ['the file is called', { alt: '', caption: '' }, 'alt="Picture wide"'],
  ])('are told to those who can’t see them as what %s', (_, words, alt) => {
    expect(render({ ...picture(''), kind: 'picture', src: 'wide.png', ...words })).toContain(alt)
  })
})

describe('a picture in a link', () => {
  const inLink = (src: string, href: string): string =>
    render({ ...picture(''), kind: 'picture', src, alt: 'a', caption: 'A', href })

  it('is what the link shows; its caption is not', () => {
    expect(inLink('wide.png', 'https://h/')).toMatch(
      /<figure[^>]*><a href="https:\/\/h\/"[^>]*><img [^>]*><\/a><figcaption>/,
    )
  })

  it('that can’t be had leads there too', () => {
    expect(inLink('gone.png', 'https://h/')).toMatch(/<p>.* <a href="https:\/\/h\/"[^>]*>.*<\/a><\/p>/)
  })

  it('is shown without one that leads nowhere', () => {
    expect(inLink('wide.png', '#gone')).not.toContain('<a')
    expect(inLink('wide.png', 'other.md')).not.toContain('<a')
  })
})

it.each([
  ['wide.png', 'Picture wide'],
  ['https://h/a%20cat.png?from=https://x/dog#.b', 'Picture a cat'],
  ['图\\二.jpeg', 'Picture 二'],
  ['.png', 'Picture .png'],
  ['data:image/png;base64,AA/bb', 'Picture'],
  ['pictures/6b7fa434-picture.png', 'Picture'],
])('a picture without words, %s, is «%s»', (src, alt) => {
  const ready = { state: 'ready', path: 'pictures/w.png', bytes, width: 1600, height: 900 } as const
  const block: Block = { ...picture(''), kind: 'picture', src, alt: '', caption: '' }
  const html = renderBlocks([block], { ...context, pictures: new Map([[src, ready]]) })
  expect(html).toContain(`alt="${alt}"`)
})

it('strips stand alone: in a row they would be strokes, or make one of their neighbours', () => {
  const sizes = { 'strip.png': [6000, 200], 'tower.png': [400, 6000], 'a.png': [1600, 900], 'b.png': [1600, 900] }
  const ready = Object.entries(sizes).map(([src, [width = 0, height = 0]]) => {
    return [src, { state: 'ready', path: src, bytes, width, height }] as const
  })
  const blocks = Object.keys(sizes).map(
    (src): Block => ({ ...picture(''), kind: 'picture', src, alt: src, caption: '' }),
  )
  const html = renderBlocks(blocks, { ...context, pictures: new Map(ready) })
  const rows = [...html.matchAll(/<figure class="row"[^>]*>(.*?)<\/figure><\/figure>/gs)].map(([row]) => row).join('')
  expect([...rows.matchAll(/alt="(\w+)/g)].map(([, name]) => name)).toEqual(['a', 'b'])
  expect(html).toMatch(/<figure [^>]*><img src="strip.png"/)
  expect(html).toMatch(/<figure class="tall"[^>]*><img src="tower.png"/)
})

describe('numbers', () => {
  it('sets the number apart from its words, which stay in order', () => {
    const html = composed(list('Stars: 12k', '42% of <all>'))
    expect(html).toContain('<ul class="composed numbers" style="--across:2;--columns:3">')
    const [stars, between] = ['<span class="item-rest">Stars</span>', '<span class="item-between">: </span>']
    expect(html).toContain(`${stars}${between}<span class="item-lead">12k</span>`)
    expect(html).toContain('<span class="item-lead">42%</span><span class="item-rest"> of &lt;all&gt;</span>')
  })
})

describe('a flow', () => {
  it('has its boxes in rows that go to and fro, and words at their arrows', () => {
    const html = composed(p('One -> Two -- by hand --> Three -> Four -> Five -> Six'))
    expect(html).toContain('<ul class="composed flow in-line" style="--link:')
    expect(
      [...html.matchAll(/<li class="(\w+)" style="grid-area:([^"]+)">(?:<span class="arrow">(.)<)?/g)].map(
        ([, ...all]) => all,
      ),
    ).toEqual([
      ['first', '1/1', undefined],
      ['on', '1/2/auto/span 2', '→'],
      ['on', '1/4/auto/span 2', '→'],
      ['down', '2/5/span 2/auto', '↓'],
      ['back', '3/3/auto/span 2', '←'],
      ['back', '3/1/auto/span 2', '←'],
    ])
    expect(html).toContain('<span class="item-rest">by hand</span>')
    expect(html).toContain('<span class="item-lead">Three</span>')
  })
})

describe('what is side by side', () => {
  it('wraps each sub-heading with what is under it', () => {
    const html = composed(p('Two:'), h(4, 'Old'), p('a'), h(4, 'New'), p('b'))
    const tracks = '--tracks:minmax(0,0.5fr) minmax(0,0.5fr)'
    expect(html.replace(/\n/g, '')).toBe(
      `<p>Two:</p><div class="side-by-side composed comparison" style="${tracks}"><div class="column"><h3>Old</h3><p>a</p></div><div class="column"><h3>New</h3><p>b</p></div></div>`,
    )
  })
})

describe('quotes', () => {
  const quote = (...blocks: readonly Block[]): Block => ({ kind: 'quote', blocks, lines: [1, 1] })

  it('set apart whose words they are, inside and behind', () => {
    expect(render(quote(p('Simple.'), p('— Rich')))).toContain('<p class="attribution">— Rich</p></blockquote>')
    expect(render(quote(p('Simple.')), p('— Rich'))).toContain('</blockquote>\n<p class="attribution">— Rich</p>')
    expect(render(p('Simple.'), p('— Rich'))).not.toContain('attribution')
  })
})

describe('pictures', () => {
  it('carry their shape, so that nothing waits for them', () => {
    expect(render(shown('wide.png'))).toBe(
      '<figure style="--ratio:1.778;--natural:1600px"><img src="pictures/w.png" alt="A &lt;caption&gt;" width="1600" height="900"><figcaption>A &lt;caption&gt;</figcaption></figure>',
    )
    expect(render(shown('tall.png'))).toContain('<figure class="tall" style="--ratio:0.5')
  })

  it('become rows when they follow one another, lost ones among them', () => {
    const html = render(shown('wide.png'), shown('tall.png'), shown('gone.png'))
    expect(html.match(/<figure class="row"/g)).toHaveLength(1)
    expect(html.match(/<img/g)).toHaveLength(2)
    expect(html).toMatch(/<figure class="lost">.*A &lt;caption&gt;/)
    expect(render(shown('wide.png'), p('and'), shown('wide.png'))).not.toContain('"row"')
  })
})

describe('captions of pictures in a row', () => {
  const said = (src: string, caption: string): Block => ({
    ...picture(caption),
    kind: 'picture',
    src,
    alt: '',
    caption,
  })
  const isRow = (...captions: readonly [string, string][]): boolean =>
    render(...captions.map(([src, caption]) => said(`${src}.png`, caption))).includes('"row"')
  const long = 'as many words as a picture of half of the slide has room for in a line or two'

  it('have the width that the picture’s shape gets', () => {
    expect(isRow(['wide', long], ['wide', 'After.'])).toBe(true)
    expect(isRow(['wide', long], ['tall', 'After.'])).toBe(true)
    expect(isRow(['wide', 'Before.'], ['tall', long])).toBe(false)
  })

  it('are narrower in several rows', () => {
    const short = 'a caption of two lines in a quarter of a slide'
    expect(isRow(['wide', short], ['wide', short])).toBe(true)
    expect(isRow(...Array.from({ length: 8 }, (): [string, string] => ['wide', long]))).toBe(false)
  })

  it('tear no word', () => {
    expect(isRow(['tall', 'Kubernetes'], ['wide', ''])).toBe(true)
    expect(isRow(['tall', 'Donaudampfschifffahrtsgesellschaft'], ['wide', ''])).toBe(false)
    expect(isRow(['tall', '这是一张很窄的图片的说明，有两三行'], ['wide', ''])).toBe(true)
  })
})

describe('pictures that can not be had', () => {
  /** What is read aloud, or copied: tags are no spaces. */
  const said = (html: string): string => html.replace(/<[^>]*>/g, '').trim()

  it('say in a line what they showed, or which file they are', () => {
    const lost = (src: string, words: { readonly alt?: string; readonly caption?: string } = {}): string =>
      said(render({ ...picture(''), kind: 'picture', src, alt: '', caption: '', ...words }))
    expect(lost('gone.png', { alt: 'A', caption: 'A' })).toBe('A')
    expect(lost('gone.png', { alt: 'A <map>', caption: 'See' })).toBe('A &lt;map&gt; · See')
    expect(lost('https://h.example/a/%E7%85%A7%20b.png?x=1#y')).toBe('照 b.png')
    expect(lost('https://h.example/%E7.png')).toBe('%E7.png')
    expect(lost('https://h.example/')).toBe('https://h.example/')
    expect(lost('data:image/png;base64,xx')).toBe('Picture not available')
  })

  it('stand below the others of a gallery', () => {
    const html = render(shown('gone.png'), shown('wide.png'), shown('tall.png'))
    expect(html).toMatch(/^<figure class="row".*<figure class="lost"><p>.*<\/p><\/figure>$/s)
  })

  const layoutOf = (layout: Layout, ...blocks: readonly Block[]): string =>
    withoutLostPictures({ ...bare, layout, blocks }, pictures).layout

  it('leave their slide to its text', () => {
    expect(layoutOf('beside', p('x'), shown('gone.png'))).toBe('prose')
    expect(layoutOf('full', shown('gone.png'))).toBe('prose')
    expect(layoutOf('gallery', shown('gone.png'), shown('gone.png'))).toBe('prose')
    expect(layoutOf('gallery', shown('gone.png'), shown('wide.png'))).toBe('gallery')
    expect(layoutOf('points', shown('gone.png'), list('a'))).toBe('points')
    expect(layoutOf('beside', p('x'), shown('wide.png'))).toBe('beside')
  })

  it.each([
    ['gone', 'gone'],
    ['gone | wide', 'gone wide'],
    ['wide | gone', 'wide gone'],
    ['wide | gone | tall', 'wide gone | tall'],
    ['gone | gone | wide | tall', 'gone gone wide | tall'],
    ['wide | tall', 'wide | tall'],
  ])('have no slide of their own: %s', (written, kept) => {
    const cut: Block = { kind: 'cut', lines: [1, 1] }
    const blocks = written.split(' ').map((name) => (name === '|' ? cut : shown(`${name}.png`)))
    const left = withoutLostPictures({ ...bare, layout: 'picture', blocks }, pictures).blocks
    const names = left.map((block) => (block.kind === 'picture' ? block.src.replace('.png', '') : '|'))
    expect(names.join(' ')).toBe(kept)
  })
})

describe('code', () => {
  it('of a dozen lines shows their numbers', () => {
    const code = (lines: number): Block => ({
      kind: 'code',
      language: '',
      text: 'x\n'.repeat(lines).trim(),
      lines: [1, 1],
    })
    expect(render(code(11))).not.toContain('numbered')
    expect(render(code(12))).toContain('numbered')
  })
})

describe('tables', () => {
  const table = (align: '' | 'left', ...cells: readonly string[]): Block => ({
    kind: 'table',
    align: ['', align],
    head: [{ inlines: text('Year') }, { inlines: text('Stars') }],
    rows: cells.map((cell) => [{ inlines: text('2018') }, { inlines: text(cell) }]),
    lines: [1, 1],
  })

  it.each([
    ['5,512', '−29%'],
    ['12ms', '90 ms', '—', ''],
    ['≈ 3 倍', '$1.5', '<5 MB/s'],
    ['20 万+', '3.5 万', '1 200'],
    ['↑ 12%', '↓3 %', '5% ↑'],
    ['(3)', '120,000', '±4'],
  ])('end columns of figures together: %s, %s', (...cells) => {
    expect(render(table('', ...cells))).toContain('<th>Year</th><th class="right">Stars</th>')
  })

  it.each([
    ['13800138000', '13900139000'],
    ['138 0013 8000', '139 0013 9000'],
  ])('but not columns of telephone numbers: %s, %s', (...cells) => {
    expect(render(table('', ...cells))).toContain('<th>Stars</th>')
  })

  it('unless these are one figure or words, or the notes say how they stand', () => {
    expect(render(table('', '5,512', 'many'))).toContain('<th>Stars</th>')
    expect(render(table('', '5,512', '-'))).toContain('<th>Stars</th>')
    expect(render(table('', '1', '2', '3', '4', '5', 'six'))).toContain('<th>Stars</th>')
    expect(render(table('', '3 people came', '4 left'))).toContain('<th>Stars</th>')
    expect(render(table('left', '1', '2'))).toContain('<th class="left">Stars</th>')
  })
})

it('a footnote that begins with code has its number before it, not in it', () => {
  const code: Block = { kind: 'code', language: '', text: 'a\n', lines: [1, 1] }
  const html = (...blocks: readonly Block[]) =>
    render({ kind: 'footnote', label: 'a', number: 1, blocks, lines: [1, 1] })
  expect(html(code)).toContain('<p><span class="footnote-number">1</span></p><pre')
  expect(html(p('b'))).toContain('<p><span class="footnote-number">1</span> b</p>')
})

it('marks of footnotes hold on to the Chinese character before them, however many there are', () => {
  const marked = (text: string): readonly Inline[] => [
    { kind: 'text', text },
    { kind: 'footnote', label: 'a', number: 1 },
  ]
  const html = (inlines: readonly Inline[]) => render({ kind: 'paragraph', inlines, lines: [1, 1] })
  const mark = '<sup class="footnote-mark">1</sup>'
  expect(html([...marked('两字'), ...marked(' word')])).toContain(`两<span class="held">字${mark}</span> word${mark}`)
  expect(html(Array.from({ length: 20_000 }, () => marked('字')).flat()).split('held')).toHaveLength(20_001)
})

it('marks of footnotes side by side do not read as one number', () => {
  const marks: readonly Inline[] = [1, 2].map((number) => ({ kind: 'footnote', label: `${number}`, number }))
  const html = render({ kind: 'paragraph', inlines: [{ kind: 'text', text: '字' }, ...marks], lines: [1, 1] })
  expect(html.replace(/<[^>]*>/g, '').trim()).toBe('字1,2')
})
