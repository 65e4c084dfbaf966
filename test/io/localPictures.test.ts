import { rm, symlink, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { reportFindings } from '../../src/check/report.js'
import { openCache } from '../../src/io/cache.js'
import { getPictures } from '../../src/io/pictures/getPictures.js'
import { Listings } from '../../src/io/pictures/listings.js'
import { wholeOf } from '../../src/model/content.js'
import { jpeg, png, svg } from './drawnPictures.js'
import { folderWith } from './folders.js'

async function get(folder: string, ...sources: string[]) {
  const wanted = sources.map((src, index) => ({ src, lines: [index + 1, index + 1] as const }))
  const cache = openCache('pictures', join(folder, 'cache'))
  return getPictures(wanted, { folder, cache, offline: true, refresh: false, pictures: 'fit', now: 0 })
}

/** What became of one source: `400×300`, or the finding and its reason. */
async function outcome(folder: string, source: string): Promise<string> {
  const { pictures, findings } = await get(folder, source)
  const picture = pictures.get(source)
  const [finding] = findings
  if (picture?.state === 'ready') return `${picture.width}×${picture.height}`
  const told = finding && 'reason' in finding.facts ? finding.facts.reason : ''
  // The author is told of a place on their machine, which a card is not to name.
  const reason = told.startsWith(`outside ${folder}, `) ? 'out of reach for notes' : told
  expect(picture).toEqual({ state: 'lost', reason })
  return `${finding?.code}: ${picture?.reason}`
}

const icon = Buffer.from('0000010001001010000001002000680400001600000000', 'hex')

const FILES = {
  'a.png': png(400, 300),
  'with space.png': png(5, 5),
  '图.png': png(6, 6),
  'img/deep.png': png(7, 7),
  'attachments/pasted.png': png(8, 8),
  'turned.jpg': jpeg(400, 300, 6),
  'upright.jpg': jpeg(400, 300, 1),
  'cut.jpg': jpeg(400, 300, 1).subarray(0, -6),
  'strip.png': png(30_000, 10),
  'pole.png': png(10, 30_000),
  'line.png': png(1200, 2),
  'empty.png': '',
  'text.png': 'no picture at all',
  'c#%20&d.png': png(9, 9),
  'Δοκιμή/α β.png': png(10, 10),
  // As macOS spells it: accents apart, and a narrow space before AM.
  'e\u0301te\u0301/cafe\u0301.png': png(11, 11),
  'Screenshot at 10.00\u202fAM.png': png(12, 12),
  'icon.ico': icon,
  'photo.heic': Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
  'film.mp4': Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isommp42', 'latin1'),
  'paper.pdf': '%PDF-1.7',
  'page.svg': '<!doctype html><html><body><svg/></body></html>',
} as const

describe('finding files', () => {
  test.each([
    ['a.png', '400×300'],
    ['./img/../a.png', '400×300'],
    ['a.png?raw=true', '400×300'],
    ['with%20space.png', '5×5'],
    ['%E5%9B%BE.png', '6×6'],
    ['img\\deep.png', '7×7'],
    ['pasted.png', '8×8'],
    ['img/Deep.PNG', '7×7'],
    ['turned.jpg', '300×400'],
    ['upright.jpg', '400×300'],
    ['cut.jpg', 'picture-refused: not a picture that browsers show'],
    ['strip.png', 'picture-refused: 30000 × 10 pixels, too slender to be seen'],
    ['pole.png', 'picture-refused: 10 × 30000 pixels, too slender to be seen'],
    ['line.png', '1200×2'],
    ['empty.png', 'picture-refused: not a picture that browsers show'],
    ['text.png', 'picture-refused: not a picture that browsers show'],
    ['page.svg', 'picture-refused: not a picture that browsers show'],
    ['%61.png', '400×300'],
    ['a.png#clientId=u1&width=375', '400×300'],
    ['c%23%2520&d.png', '9×9'],
    ['Δοκιμή/α β.png', '10×10'],
    ['ÉTÉ/Café.png', '11×11'],
    ['Screenshot at 10.00 AM.png', '12×12'],
    ['icon.ico', '16×16'],
    ['photo.heic', "picture-refused: HEIC, which browsers don't show: save it as JPEG"],
    ['paper.pdf', "picture-refused: a PDF, which browsers don't show: save it as PNG or JPEG"],
    ['film.mp4', "picture-refused: a film, which browsers don't show: save it as PNG or JPEG"],
    ['b.jpeg', 'picture-missing: no such file'],
    ['aa.png', 'picture-missing: no such file; a.png is near'],
    ['img/dep.png', 'picture-missing: no such file; img/deep.png is near'],
    ['../secret.png', 'picture-refused: out of reach for notes'],
    ['..%2fsecret.png', 'picture-refused: out of reach for notes'],
    ['..\\secret.png', 'picture-refused: out of reach for notes'],
    ['/etc/passwd', 'picture-missing: no such file'],
    ['/.hidden/a.png', 'picture-missing: no such file; a.png is near'],
    ['C:\\secret.png', 'picture-refused: out of reach for notes'],
    ['file:///etc/passwd', 'picture-refused: out of reach for notes'],
    ['javascript:alert(1)', 'picture-refused: javascript: is not a place for pictures'],
    ['', 'picture-missing: no such file'],
  ])('%s → %s', async (source, expected) => {
    // Case-blind disks find the odd capitals by themselves, with the same outcome.
    const folder = join(await folderWith({ 'secret.png': png(1, 1) }), 'notes')
    const inside = await folderWith(FILES)
    expect(await outcome(source.includes('secret') ? folder : inside, source)).toBe(expected)
  })

  test('links out of the folder are refused, links within it are not', async () => {
    const outside = await folderWith({ 'secret.png': png(1, 1) })
    const folder = await folderWith({ 'a.png': png(2, 2) })
    await symlink(join(outside, 'secret.png'), join(folder, 'out.png'))
    await symlink(outside, join(folder, 'img'))
    await symlink('a.png', join(folder, 'in.png'))
    expect(await outcome(folder, 'out.png')).toBe('picture-refused: out of reach for notes')
    expect(await outcome(folder, 'img/secret.png')).toBe('picture-refused: out of reach for notes')
    expect(await outcome(folder, 'in.png')).toBe('2×2')
  })

  test('a file address, within the bound of the notes', async () => {
    const folder = await folderWith(FILES)
    expect(await outcome(folder, `file://${folder}/img/deep.png`)).toBe('7×7')
  })

  test('too large', async () => {
    const folder = await folderWith({ 'a.png': Buffer.concat([png(1, 1), Buffer.alloc(65 * 1024 * 1024)]) })
    expect(await outcome(folder, 'a.png')).toBe('picture-refused: larger than 64 MB')
  })
})

describe('sites and vaults', () => {
  const notes = 'content/posts/deep/talk.md'
  const at = (root: string) => join(root, 'content/posts/deep')

  test.each([
    ['Jekyll', '_config.yml', 'assets/a.png', '/assets/a.png', ''],
    ['Jekyll, with its address', '_config.yml', 'assets/a.png', '{{ site.baseurl }}/assets/a.png', ''],
    ['Hugo', 'hugo.toml', 'static/images/a.png', '/images/a.png', 'static'],
    ['Hexo', '_config.yml', 'source/images/a.png', '/images/a.png', 'source'],
    ['VuePress', '.git/HEAD', 'content/.vuepress/public/a.png', '/a.png', 'content/.vuepress/public'],
    ['Slidev', '.git/HEAD', 'content/posts/deep/public/a.png', '/a.png', 'content/posts/deep/public'],
    ['other capitals', '_config.yml', 'Static/Images/A.PNG', '/images/a.png', 'static'],
  ])('%s', async (_, sign, file, source, folder) => {
    const root = await folderWith({ [sign]: '', [notes]: '', [file]: png(5, 4) })
    const { pictures, findings } = await get(at(root), source, source.replace('a.png', 'A.png'))
    expect(pictures.get(source)).toMatchObject({ state: 'ready', width: 5 })
    expect(findings).toEqual([{ code: 'pictures-root', place: { line: 1 }, facts: { source, folder } }])
  })

  test('the nearest of several', async () => {
    const files = { 'static/a.png': png(1, 1), 'content/static/a.png': png(2, 2) }
    expect(await outcome(at(await folderWith({ '.git/HEAD': '', [notes]: '', ...files })), '/a.png')).toBe('2×2')
  })

  test('what the notes name without a folder, in those where a vault keeps what was pasted', async () => {
    const root = await folderWith({ '.obsidian/app.json': '', [notes]: '', 'attachments/x 1.png': png(3, 2) })
    expect(await outcome(at(root), 'x%201.png')).toBe('3×2')
  })

  test('nothing above the bound, and nothing hidden', async () => {
    const root = await folderWith({ 'static/a.png': png(1, 1), 'site/.git/a.png': png(1, 1), 'site/notes/n.md': '' })
    expect(await outcome(join(root, 'site/notes'), '/a.png')).toBe('picture-missing: no such file')
    expect(await outcome(join(root, 'site/notes'), '/.git/a.png')).toBe('picture-missing: no such file')
  })

  test('a folder of a site that is a link out of it is not looked into', async () => {
    const outside = await folderWith({ 'a.png': png(1, 1) })
    const root = await folderWith({ '.git/HEAD': '', '.vuepress/x': '' })
    await symlink(outside, join(root, '.vuepress/public'))
    await symlink(outside, join(root, 'static'))
    expect(await outcome(root, '/a.png')).not.toBe('1×1')
  })
})

describe('pictures in the address itself', () => {
  const base64 = png(3, 4).toString('base64')
  test.each([
    [`data:image/png;base64,${base64}`, '3×4'],
    [`data:image/png;base64,${base64.replaceAll('+', '%2B')}`, '3×4'],
    [`data:image/svg+xml,${encodeURIComponent(svg('width="20" height="10"'))}`, '20×10'],
    ['data:text/html,<script>', 'picture-refused: not a picture that browsers show'],
    ['data:image/png;base64,AAAA', 'picture-refused: not a picture that browsers show'],
    ['data:', 'picture-refused: not a picture that browsers show'],
  ])('%s → %s', async (source, expected) => expect(await outcome(await folderWith(), source)).toBe(expected))
})

test('a drawing runs nothing and loads nothing, and what it is shown without is said', async () => {
  const hostile = '<svg xmlns="http://www.w3.org/2000/svg" onload="x" width="9" height="9"><script>x</script><g/></svg>'
  const { pictures, findings } = await get(await folderWith({ 'a.svg': Buffer.from(hostile) }), 'a.svg')
  const picture = pictures.get('a.svg')
  expect(picture).toMatchObject({ state: 'ready', width: 9, height: 9 })
  const text = picture?.state === 'ready' ? Buffer.from(await wholeOf(picture.bytes)).toString() : ''
  expect(text).toMatch(/^<svg [^>]*><g><\/g><\/svg>$/)
  expect(text).not.toContain('onload')
  const facts = { source: 'a.svg', dropped: 'onload, <script>' }
  expect(findings).toEqual([{ code: 'drawing-cleaned', place: { line: 1 }, facts }])
})

describe('a drawing with HTML in it', () => {
  const page = '<foreignObject width="9" height="9"><p xmlns="http://www.w3.org/1999/xhtml">a</p></foreignObject>'
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60" onload="x">${page}</svg>`
  const wanted = [{ src: 'a.svg', lines: [3, 3] as const }]
  const source = 'a.svg'

  test('is what a browser drew, in the size of the drawing; and without a browser once that was kept', async () => {
    const folder = await folderWith({ 'a.svg': Buffer.from(drawing) })
    const cache = openCache('pictures', join(folder, 'cache'))
    const options = { folder, cache, offline: true, refresh: false, pictures: 'fit', now: 0 } as const
    let draws = 0
    const draw = async () => {
      draws++
      return png(180, 120)
    }
    for (const also of [{ draw }, { draw }, {}]) {
      const { pictures, findings } = await getPictures(wanted, { ...options, ...also })
      expect(pictures.get('a.svg')).toMatchObject({ width: 90, height: 60, bytes: png(180, 120) })
      expect(pictures.get('a.svg')).toHaveProperty('path', expect.stringMatching(/-a\.png$/))
      expect(findings).toEqual([
        { code: 'drawing-drawn', place: { line: 3 }, facts: { source } },
        { code: 'drawing-cleaned', place: { line: 3 }, facts: { source, dropped: 'onload' } },
      ])
    }
    expect(draws).toBe(1)
    await getPictures(wanted, { ...options, refresh: true, draw })
    expect(draws).toBe(2)
  })

  test('is shown without it where nobody can draw it', async () => {
    const folder = await folderWith({ 'a.svg': Buffer.from(drawing) })
    const { findings } = await get(folder, 'a.svg')
    const facts = { source, dropped: 'onload, <foreignObject>' }
    expect(findings).toEqual([{ code: 'drawing-cleaned', place: { line: 1 }, facts }])
  })
})

describe('sizes of SVG', () => {
  test.each([
    ['width="20" height="10"', '20×10'],
    ["width='2in' height='1cm'", '192×38'],
    ['viewBox="0 0 640 480"', '640×480'],
    ['width="320" viewBox="0,0,640,480"', '320×240'],
    ['width="100%" height="100%" viewBox="0 0 640 480"', '640×480'],
    ['', '300×150'],
  ])('%s → %s', async (attributes, expected) => {
    expect(await outcome(await folderWith({ 'a.svg': svg(attributes) }), 'a.svg')).toBe(expected)
  })
})

test('the same content is one file, named after the first that has it', async () => {
  const folder = await folderWith({ '主 Slide 1.PNG': png(9, 9), 'copy.png': png(9, 9), 'other.png': png(9, 9, 1) })
  const { pictures, findings } = await get(folder, '主 Slide 1.PNG', 'copy.png', 'other.png', 'copy.png')
  const paths = [...pictures.values()].map((picture) => (picture.state === 'ready' ? picture.path : picture.reason))
  expect(findings).toEqual([])
  expect(paths[0]).toMatch(/^pictures\/[0-9a-f]{8}-slide-1\.png$/)
  expect(paths[1]).toBe(paths[0])
  expect(paths[2]).toMatch(/^pictures\/[0-9a-f]{8}-other\.png$/)
})

test('a finding says where the picture is wanted first', async () => {
  const folder = await folderWith()
  const cache = openCache('pictures', join(folder, 'cache'))
  const wanted = [
    { src: 'x.png', lines: [4, 6] as const },
    { src: 'x.png', lines: [9, 9] as const },
  ]
  const { findings } = await getPictures(wanted, {
    folder,
    cache,
    offline: true,
    refresh: false,
    pictures: 'fit',
    now: 0,
  })
  expect(findings).toEqual([
    {
      code: 'picture-missing',
      place: { line: 4, endLine: 6 },
      facts: { source: 'x.png', reason: 'no such file', trouble: 'missing' },
    },
  ])
})

test.each([
  ['../x.png', /Copy it into the folder/],
  ['x.png', /counts from the folder of the notes/],
  ['text.png', /Save it as PNG/],
  ['huge.png', /Save it smaller/],
  ['ftp://x.org/a.png', /Save it beside the notes/],
  ['https://10.0.0.1/a.png', /machines of your own network/],
])('%s is a card, and the finding says what to do about it', async (src, advice) => {
  const folder = await folderWith({ 'text.png': 'no picture', 'huge.png': '' })
  await truncate(join(folder, 'huge.png'), 65 * 1024 * 1024)
  const cache = openCache('pictures', join(folder, 'cache'))
  const options = { folder, cache, offline: false, refresh: false, now: 0, pictures: 'fit' } as const
  const { findings } = await getPictures([{ src, lines: [1, 1] }], options)
  expect(reportFindings(findings, 'x.md')).toEqual([expect.objectContaining({ hint: expect.stringMatching(advice) })])
})

test('a folder is listed once, however many pictures are looked for in it', async () => {
  const folder = await folderWith({ 'B.png': '', 'b.png': '', 'c.png': '' })
  const listings = new Listings()
  expect(await listings.find('b.png', folder, folder)).toBe('b.png')
  expect(await listings.find('C.PNG', folder, folder)).toBe('c.png')
  await rm(join(folder, 'c.png'))
  expect(await listings.find('C.png', folder, folder)).toBe('c.png')
  expect(await listings.find('d.png', folder, folder)).toBeUndefined()
})
