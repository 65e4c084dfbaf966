import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { galleryRows } from '../../src/render/gallery.js'

const room = 2.2
const rowsOf = (...ratios: readonly number[]) => galleryRows(ratios, room).map(({ rows }) => rows)

describe('galleryRows', () => {
  it.each<[string, readonly number[], readonly number[]]>([
    ['two photos side by side', [1.5, 1.5], [2]],
    ['two panoramas one below the other', [4, 4], [1, 1]],
    ['three photos in a row', [1.5, 1.5, 1.5], [3]],
    ['three posters in a row', [0.67, 0.67, 0.67], [3]],
    ['four photos two by two', [1.5, 1.5, 1.5, 1.5], [2, 2]],
    ['six photos three by three', [1.5, 1.5, 1.5, 1.5, 1.5, 1.5], [3, 3]],
    ['five as three and two', Array.from({ length: 5 }, () => 1.78), [3, 2]],
    ['seven as four and three', Array.from({ length: 7 }, () => 1.5), [4, 3]],
    ['eight as four and four', Array.from({ length: 8 }, () => 1.5), [4, 4]],
  ])('%s', (_, ratios, rows) => {
    expect(rowsOf(...ratios)).toEqual([rows])
  })

  it('gives pictures of one shape one size', () => {
    expect(galleryRows([1.5, 1.5, 1.5, 1.5, 1.5], room)).toEqual([{ rows: [3, 2], across: 3, shape: 2.25 }])
    expect(galleryRows([1.5, 1.5, 0.7], room)[0]?.across).toBeUndefined()
  })

  it('counts with what gaps and captions take of the height', () => {
    expect(galleryRows([1.78, 1.78, 1.78], room, 0.033)[0]?.rows).toEqual([3])
    const seven = Array.from({ length: 7 }, () => 1.78)
    expect(galleryRows(seven, room, 0.12)[0]?.rows).toEqual([4, 3])
  })

  it('puts pictures below one another where the slide is taller', () => {
    const [page] = galleryRows([1.6, 1.6], 0.9)
    expect(page?.rows).toEqual([1, 1])
  })

  it('says how wide the rows are for their height', () => {
    expect(galleryRows([1.5, 1.5], room)[0]?.shape).toBeCloseTo(3)
    expect(galleryRows([4, 4], room)[0]?.shape).toBeCloseTo(2)
  })

  it('shares more than eight evenly among slides', () => {
    const pages = rowsOf(...Array.from({ length: 17 }, () => 1.5))
    const counts = pages.map((rows) => rows.reduce((a, b) => a + b))
    expect(counts).toEqual([6, 5, 6])
  })

  it('takes every picture once, whatever the shapes', () => {
    const ratio = fc.double({ min: 0.05, max: 20, noNaN: true })
    fc.assert(
      fc.property(fc.array(ratio, { maxLength: 20 }), (ratios) => {
        const pages = galleryRows(ratios, room)
        const taken = pages.flatMap(({ rows }) => rows)
        expect(taken.reduce((sum, count) => sum + count, 0)).toBe(ratios.length)
        expect(taken.every((count) => count > 0)).toBe(true)
        expect(pages.every(({ shape }) => shape > 0 && Number.isFinite(shape))).toBe(true)
      }),
    )
  })
})
