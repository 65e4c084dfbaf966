import { describe, expect, it } from 'vitest'
import type { Block } from '../../src/model/notes.js'
import { makeRoomForPictures } from '../../src/plan/longCaptions.js'
import { h, list, p, picture, plan } from './build.js'

const words = (count: number): string => 'word '.repeat(count).trim()
const said = (blocks: readonly Block[]): readonly string[] =>
  blocks.map((block) => {
    if (block.kind === 'picture') return `picture ${block.caption.split(' ').filter(Boolean).length}`
    if (block.kind === 'paragraph')
      return `text ${block.inlines.flatMap((each) => (each.kind === 'text' ? each.text.split(' ') : [])).length}`
    return block.kind
  })
const made = (...blocks: readonly Block[]): readonly string[] => said(makeRoomForPictures(blocks))

describe('captions', () => {
  it('stay below their pictures where they leave them room', () => {
    expect(made(picture(words(100)))).toEqual(['picture 100'])
    expect(made(picture(words(30)), p('x'))).toEqual(['picture 30', 'text 1'])
    const row = [picture(words(25)), picture('b')]
    expect(makeRoomForPictures(row)).toBe(row)
  })

  it('that would leave no room are text, beside the picture or on the next slide', () => {
    expect(made(picture(words(150)))).toEqual(['picture 0', 'text 150'])
    expect(made(picture(words(80)), list('x'))).toEqual(['picture 0', 'text 80', 'list'])
  })

  it('are not said again for those who can not see', () => {
    const [first] = makeRoomForPictures([picture(words(150))])
    expect(first).toMatchObject({ kind: 'picture', alt: '', caption: '' })
    const [named] = makeRoomForPictures([
      { kind: 'picture', src: 'x.png', alt: 'A graph', caption: words(150), lines: [1, 1] },
    ])
    expect(named).toMatchObject({ alt: 'A graph' })
  })

  it('of pictures in a row leave their pictures a slide each', () => {
    expect(made(picture(words(40)), picture('b'))).toEqual(['picture 40', 'cut', 'picture 1'])
    expect(made(picture('a'), picture(words(20)), picture('c'))).toEqual([
      'picture 1',
      'cut',
      'picture 20',
      'cut',
      'picture 1',
    ])
    expect(made(picture(words(150)), picture('b'))).toEqual(['picture 0', 'text 150', 'cut', 'picture 1'])
  })

  it('inside of lists are found, too', () => {
    const item = { blocks: [p('x'), picture(words(80))], lines: [1, 1] } as const
    const inside: Block = { kind: 'list', ordered: false, items: [item], lines: [1, 1] }
    const [found] = makeRoomForPictures([inside])
    expect(found?.kind === 'list' && said(found.items[0]?.blocks ?? [])).toEqual(['text 1', 'picture 0', 'text 80'])
  })

  it('choose the layout that has room for both', () => {
    const layoutOf = (...blocks: readonly Block[]) =>
      plan([h(1, 'T'), h(2, 'One'), ...blocks, h(2, 'Two'), p('x')]).slides.find(({ id }) => id === 'one')?.layout
    expect(layoutOf(picture(words(60)), list('x', 'y'))).toBe('beside')
    expect(layoutOf(picture(words(40)), picture('b'))).toBe('picture')
  })
})
