/** Lines without a mark behind quotes: read as markdown-it reads them, also where it looks ahead in vain. */
import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { boundLazyQuotes } from '../../src/parse/lazyQuotes.js'

const html = (parser: InstanceType<typeof MarkdownIt>, text: string): string => parser.render(text)
const plain = new MarkdownIt()
const bounded = boundLazyQuotes(new MarkdownIt())

describe('quotes with lines that lack their mark', () => {
  it('are what markdown-it makes of them', () => {
    const part = fc.constantFrom('> ', '>', '- ', '1. ', '  ', '    ', '# h', 'a', '```', '---', '[a]: b', '\n', '\n')
    const notes = fc.array(part, { maxLength: 40 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(notes, (text) => {
        expect(html(bounded, text)).toBe(html(plain, text))
      }),
      { numRuns: 2000 },
    )
  })

  it('are one quote, however often a mail program broke its lines', () => {
    const mail = '> a line that was too long\nfor it\n'.repeat(200)
    expect(html(bounded, mail)).toBe(html(plain, mail))
  })

  it('keep all words beyond what is looked ahead in vain', () => {
    const text = '> # h\nx\n'.repeat(3000) + '> y\nz\n'.repeat(3000)
    const made = html(bounded, text)
    expect(['h1>h', '<p>x', '<p>y\nz', '<blockquote>'].map((part) => made.split(part).length - 1)).toEqual([
      3000, 3000, 3000, 6000,
    ])
  })
})
