import { describe, expect, test } from 'vitest'
import { readFenceInfo } from '../../src/parse/blocks/fenceInfo.js'

describe('readFenceInfo', () => {
  test.each([
    ['', { language: '' }],
    ['python', { language: 'python' }],
    ['c++', { language: 'c++' }],
    ['js {1|3-5|all}', { language: 'js', marks: [[[1, 1]], [[3, 5]], []] }],
    ['ts [1-3|5]', { language: 'ts', marks: [[[1, 3]], [[5, 5]]] }],
    [
      'go {2,4-5}',
      {
        language: 'go',
        marks: [
          [
            [2, 2],
            [4, 5],
          ],
        ],
      },
    ],
    [
      'js{1, 3}',
      {
        language: 'js',
        marks: [
          [
            [1, 1],
            [3, 3],
          ],
        ],
      },
    ],
    ['go title="cmd/main.go"', { language: 'go', title: 'cmd/main.go' }],
    ["go title='two words' {1}", { language: 'go', title: 'two words', marks: [[[1, 1]]] }],
    ['rust:src/main.rs', { language: 'rust', title: 'src/main.rs' }],
    ['src/main.rs', { language: 'rs', title: 'src/main.rs' }],
    ['ts [vite.config.ts]', { language: 'ts', title: 'vite.config.ts' }],
    ['java {.line-numbers}', { language: 'java', numbered: 1 }],
    ['{.haskell .numberLines startFrom="10"}', { language: 'haskell', numbered: 10 }],
    ['{#id .python .numberLines}', { language: 'python', numbered: 1 }],
    ['javascript=', { language: 'javascript', numbered: 1 }],
    ['javascript=10', { language: 'javascript', numbered: 10 }],
    ['js title="app.js" showLineNumbers', { language: 'js', title: 'app.js', numbered: 1 }],
    ['ts:line-numbers=7 {1}', { language: 'ts', numbered: 7, marks: [[[1, 1]]] }],
    ['ts {*}{lines:true,startLine:5}', { language: 'ts', numbered: 5, marks: [[]] }],
    [
      'py hl_lines="2 4-5" linenums="3"',
      {
        language: 'py',
        marks: [
          [
            [2, 2],
            [4, 5],
          ],
        ],
        numbered: 3,
      },
    ],
    [
      'go {linenos=table,hl_lines=[2,"4-6"],linenostart=199}',
      {
        language: 'go',
        numbered: 199,
        marks: [
          [
            [2, 2],
            [4, 6],
          ],
        ],
      },
    ],
    ['rust +exec +line_numbers {1-3|5}', { language: 'rust', numbered: 1, marks: [[[1, 3]], [[5, 5]]] }],
    ['{r, echo=FALSE}', { language: 'r' }],
    ['js twoslash copy', { language: 'js' }],
    ['text and words of somebody', { language: 'text', rest: 'and words of somebody' }],
  ])('%s', (info, said) => {
    expect(readFenceInfo(info)).toEqual({ rest: '', ...said })
  })

  test('what is longer than signs ever are is words', () => {
    expect(readFenceInfo(`js {1} ${'x '.repeat(800)}end`)).toMatchObject({ language: 'js', marks: [[[1, 1]]] })
    expect(readFenceInfo(`js {1} ${'x '.repeat(800)}end`).rest).toMatch(/^x x .* end$/)
  })
})
