import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparable, findAll } from '../../../src/runtime/player/search/findText.js'

const found = (text: string, wanted: string): readonly string[] =>
  findAll(comparable(text), wanted).map(({ from, to }) => text.slice(from, to))

describe('findAll', () => {
  it.each([
    ['边缘计算是今年的主线，边缘计算', '边缘计算', ['边缘计算', '边缘计算']],
    ['KubeCon and kubecon', 'KUBECON', ['KubeCon', 'kubecon']],
    ['ＫｕｂｅＣｏｎ２０１８', 'kubecon2018', ['ＫｕｂｅＣｏｎ２０１８']],
    ['边缘 计算', '边缘计算', ['边缘 计算']],
    ['使用 Istio 的人', '使用istio的', ['使用 Istio 的']],
    ['Service   Mesh', 'service mesh', ['Service   Mesh']],
    ['soft\u00adhyphen', 'softhyphen', ['soft\u00adhyphen']],
    ['aaa', 'aa', ['aa']],
  ])('finds in %j the words %j', (text, wanted, expected) => {
    expect(found(text, wanted)).toEqual(expected)
  })

  it('takes neither two words for one nor two paragraphs for one', () => {
    expect(found('net working', 'networking')).toEqual([])
    expect(found('边缘\n计算', '边缘计算')).toEqual([])
  })

  it('finds nothing by a blank', () => {
    expect(found('text', '')).toEqual([])
    expect(found('some text', '  ')).toEqual([])
  })

  it('points into the text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), fc.nat(), (text, one, two) => {
        const [from = 0, to = 0] = [one % (text.length + 1), two % (text.length + 1)].sort((a, b) => a - b)
        const wanted = text.slice(from, to).trim()
        if (comparable(wanted.replace(/\s+/g, ' ')).text === '' || /\n/.test(wanted)) return
        for (const hit of findAll(comparable(text), wanted)) {
          expect(hit.from).toBeGreaterThanOrEqual(0)
          expect(hit.to).toBeLessThanOrEqual(text.length)
          expect(hit.to).toBeGreaterThan(hit.from)
        }
      }),
    )
  })
})
