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
    ['python=+', { language: 'python', numbered: 1, continues: true }],
    [
      'js title.js https://a.bc/d its source',
      { language: 'js', title: 'title.js', link: { href: 'https://a.bc/d', text: 'its source' } },
    ],
    [
      'python https://a.bc/d.py',
      { language: 'python', link: { href: 'https://a.bc/d.py', text: 'https://a.bc/d.py' } },
    ],
    ['python main.py', { language: 'python', title: 'main.py' }],
    [
      'jsx:title=src/a.js{1,3-4}',
      {
        language: 'jsx',
        title: 'src/a.js',
        marks: [
          [
            [1, 1],
            [3, 4],
          ],
        ],
      },
    ],
    [
      'cpp ln:true title:foo.cpp hl:2-3,5 fold',
      {
        language: 'cpp',
        numbered: 1,
        title: 'foo.cpp',
        marks: [
          [
            [2, 3],
            [5, 5],
          ],
        ],
      },
    ],
    [
      'rust,linenos,hl_lines=1 3-4,linenostart=20',
      {
        language: 'rust',
        numbered: 20,
        marks: [
          [
            [1, 1],
            [3, 4],
          ],
        ],
      },
    ],
    ['js [712: 1|3]', { language: 'js', numbered: 712, marks: [[[1, 1]], [[3, 3]]] }],
    ['js {|1|2-3}', { language: 'js', marks: [[], [[1, 1]], [[2, 3]]] }],
    ['{r setup, include=FALSE}', { language: 'r' }],
    ['{python}', { language: 'python' }],
    ['{code-block} python', { language: 'python', directive: true }],
    ['diff js', { language: 'diff' }],
    ["ts {2|7}{maxHeight:'200px'}", { language: 'ts', marks: [[[2, 2]], [[7, 7]]] }],
    ['ts {monaco}', { language: 'ts' }],
    ['rust,no_run,editable', { language: 'rust' }],
    ['text and words of somebody', { language: 'text', rest: 'and words of somebody' }],
  ])('%s', (info, said) => {
    expect(readFenceInfo(info)).toEqual({ rest: '', ...said })
  })

  test('what is longer than signs ever are is words', () => {
    expect(readFenceInfo(`js {1} ${'x '.repeat(800)}end`)).toMatchObject({ language: 'js', marks: [[[1, 1]]] })
    expect(readFenceInfo(`js {1} ${'x '.repeat(800)}end`).rest).toMatch(/^x x .* end$/)
  })
})
