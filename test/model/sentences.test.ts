import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentences } from '../../src/model/sentences.js'

/** `|` stands where a cut belongs. */
const examples = [
  'One. |Two! |Three?',
  '第一句。|第二句！|第三句？|没有句号',
  'It ran v1.12.3 at 3.5 GHz on node.js. |Then it stopped.',
  'Tools, e.g. Helm, i.e. charts, etc. are fine. |Next.',
  'Ask Dr. Smith and J. R. Tolkien. |They know.',
  'He said “Go. Now.” and left. |Then nothing.',
  '他说：“走。快走。”然后走了。|再见。',
  '（先说一句。再说一句。）这才是正文。|完。',
  'Really?! |Yes... |Well.',
  '看 https://example.com/a.b?c=d 就知道。|好。',
  'No space.After the stop',
  '中文English.|接着中文',
  '1. One is a number. |2 is another.',
  'An (unclosed bracket. |It opens nothing.',
  'It was approx. ten. |Or so.',
  '"Quoted." |"Quoted again."',
  'She said “Go.” |Then she went.',
]

describe('sentences', () => {
  it.each(examples)('%s', (marked) => {
    expect(sentences(marked.replaceAll('|', ''))).toEqual(marked.split('|'))
  })

  it('cuts inside a quotation that is longer than a slide', () => {
    const long = `“${'很长的一句话，没有完的时候。'.repeat(40)}”`
    expect(sentences(long).length).toBeGreaterThan(10)
  })

  it('loses nothing and makes no empty piece', () => {
    const pieces = fc.constantFrom('a', 'B', '。', '.', '!', '？', ' ', '(', ')', '“', '”', '"', '中', '3', 'e.g', '\n')
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        const text = parts.join('')
        const cut = sentences(text)
        expect(cut.join('')).toBe(text)
        expect(cut.every((piece) => piece !== '')).toBe(true)
      }),
    )
  })

  it('takes long texts in its stride', () => {
    expect(sentences('Next word. '.repeat(50_000)).length).toBe(50_000)
    expect(sentences('('.repeat(200_000))).toHaveLength(1)
  })
})
