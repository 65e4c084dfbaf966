/** Which slides are led by their picture, how wide it may be, and whether it may be cropped. */
import { describe, expect, it } from 'vitest'
import type { Pictures, ReadyPicture } from '../../src/model/bundle.js'
import type { Slide } from '../../src/model/deck.js'
import type { Block, Picture } from '../../src/model/notes.js'
import { ledBy } from '../../src/render/pictureLed.js'
import { code, p, picture } from '../plan/build.js'

const ready = (path: string, width: number, height: number): ReadyPicture => ({
  state: 'ready',
  path,
  bytes: new Uint8Array(),
  width,
  height,
})
const pictures: Pictures = new Map([
  ['photo', ready('p.jpg', 1440, 1080)],
  ['small photo', ready('p.jpg', 400, 300)],
  ['tall photo', ready('p.jpg', 1080, 1440)],
  ['square photo', ready('p.jpg', 1200, 1200)],
  ['wide photo', ready('p.jpg', 1600, 900)],
  ['screen', ready('s.png', 1440, 1080)],
  ['tall screen', ready('s.png', 500, 1500)],
  ['small screen', ready('s.png', 300, 200)],
  ['icon', ready('i.png', 64, 64)],
  ['clean', ready('p.svg', 800, 600)],
])
const context = { pictures, targets: new Set<string>() }
const shown = (src: string, words: Partial<Picture> = {}): Block => ({
  ...picture(''),
  kind: 'picture',
  src,
  alt: '',
  caption: '',
  ...words,
})
const slide = (...blocks: readonly Block[]): Slide => ({
  id: 'x',
  kind: 'content',
  layout: 'beside',
  candidates: ['stacked', 'led'],
  title: [],
  blocks,
  speakerNotes: [],
  lines: [1, 1],
})
const wide = { width: 1280, height: 720 }
const squarer = { width: 1280, height: 960 }
const led = (block: Block, canvas = wide) => ledBy(slide(p('Words.'), block), canvas, context)

describe('a picture beside short text', () => {
  it.each([
    ['photo', { fit: 'cover', width: 704 }],
    ['tall photo', { fit: 'cover', width: 540 }],
    ['square photo', { fit: 'cover', width: 704 }],
    ['wide photo', { fit: 'contain', width: 704 }],
    ['small photo', { fit: 'contain', width: 704 }],
    ['screen', { fit: 'contain', width: 704 }],
    ['tall screen', { fit: 'contain', width: 486 }],
    ['small screen', { fit: 'contain', width: 560 }],
    ['clean', { fit: 'contain', width: 704 }],
    ['icon', undefined],
  ])('%s', (name, expected) => {
    expect(led(shown(name))).toEqual(expected)
  })

  it('is cropped by the shape of the slide', () => {
    expect(led(shown('tall photo'), squarer)).toEqual({ fit: 'cover', width: 704 })
    expect(led(shown('photo'), squarer)).toEqual({ fit: 'contain', width: 704 })
  })

  it.each(['第二页幻灯片', '左边是架构师', 'The slide with the chart', 'Screenshot of it', '白板'])(
    'is whole where its words are about parts of it: %s',
    (caption) => {
      expect(led(shown('photo', { caption }))?.fit).toBe('contain')
      expect(led(shown('photo', { alt: caption }))?.fit).toBe('contain')
    },
  )

  it.each(['现场', 'The hall', 'Bright people', 'Landslides'])('is not for other words: %s', (caption) => {
    expect(led(shown('photo', { caption }))?.fit).toBe('cover')
  })

  it('keeps the size that the notes ask for', () => {
    expect(led(shown('photo', { size: { width: { of: 'px', amount: 200 } } }))).toBeUndefined()
  })

  it('leaves code its lines', () => {
    const beside = (length: number) => ledBy(slide(code('x'.repeat(length)), shown('screen')), wide, context)
    expect(beside(20)?.width).toBe(704)
    expect(beside(40)?.width).toBe(552)
    expect(beside(46)).toBeUndefined()
  })

  it('is as it always was where nothing else is wanted', () => {
    const { candidates: _, ...plain } = slide(p('Words.'), shown('photo'))
    expect(ledBy(plain, wide, context)).toBeUndefined()
    expect(ledBy({ ...slide(p('Words.'), shown('photo')), layout: 'prose' }, wide, context)).toBeUndefined()
  })
})
