import { expect, it } from 'vitest'
import { remarksOf } from '../../src/plan/remarks.js'

it('parts what is said at empty lines and at points, and joins what was wrapped by hand', () => {
  const written =
    'A paragraph that\n  was wrapped.\n\n\n第二段，手工\n换行。\n- one\n- two\n  and more\n1. 先\n2、后\n1.12 版本\n| a | b |\n| 1 | 2 |'
  expect(remarksOf(written)).toEqual([
    'A paragraph that was wrapped.',
    '第二段，手工换行。',
    '- one',
    '- two and more',
    '1. 先',
    '2、后 1.12 版本',
    '| a | b |\n| 1 | 2 |',
  ])
})

it('keeps the lines of code and of tables', () => {
  const written = 'Say:\n```yaml\n  a: 1\n\n    b: 2\n```\nthen\n| a | b |\n|---|---|\n| 1 | 2 |\nand go on'
  expect(remarksOf(written)).toEqual([
    'Say:',
    'a: 1\n\n  b: 2\n',
    'then',
    '| a | b |\n|---|---|\n| 1 | 2 |',
    'and go on',
  ])
  expect(remarksOf('```\nnever closed')).toEqual(['``` never closed'])
})

it('loses no line', () => {
  expect(remarksOf('a\n\nb\nc\n\n')).toEqual(['a', 'b c'])
  expect(remarksOf('- only\n')).toEqual(['- only'])
})

it('takes as long as the text is, however long a paragraph gets', () => {
  expect(remarksOf('a line\n'.repeat(100_000))).toHaveLength(1)
  expect(remarksOf(`\`\`\`\n${'  code\n'.repeat(150_000)}\`\`\``)).toHaveLength(1)
  expect(remarksOf('```js\n'.repeat(60_000))).toHaveLength(1)
  expect(remarksOf('```\n~~~js\n'.repeat(30_000))).toHaveLength(30_000)
})
