import { expect, it } from 'vitest'
import { breakNames, hangQuote, holdLast, setText } from '../../src/render/setText.js'

it.each([
  ['方向 ，因为', '方向，因为'],
  ['a ， b ；c', 'a， b；c'],
  ['（好 ）', '（好）'],
  [' ，因为', ' ，因为'],
  ['words , and : marks (of ) English', 'words , and : marks (of ) English'],
  ['x <b> & “y”', 'x &lt;b&gt; &amp; “y”'],
])('no space stands before a wide mark: %s', (text, html) => {
  expect(setText(text)).toBe(html)
})

it.each([
  ['说“Cloud Native”是', '说<span class="quoted">“Cloud Native”</span>是'],
  ['“云原生”与“A & B”', '“云原生”与<span class="quoted">“A &amp; B”</span>'],
  ['“K8s 集群”', '“K8s 集群”'],
  ['“不完', '“不完'],
  ['it’s', 'it’s'],
])('English quotations in Chinese decks are set in marks of their own width: %s', (text, html) => {
  expect(setText(text, true)).toBe(html)
})

it.each([
  ['cache/events_unified.json', 'cache/<wbr>events_<wbr>unified.<wbr>json'],
  ['short_name.py', 'short_name.py'],
  ['2018-11-14/2018-11-15', '2018-11-14/2018-11-15'],
  ['<a href="https://example.com/a_b_c_d_e">word</a>', '<a href="https://example.com/a_b_c_d_e">word</a>'],
  ['internationalisation', 'internationalisation'],
])('long names break at their joints: %s', (html, broken) => {
  expect(breakNames(html)).toBe(broken)
})

it('keeps the last characters of a Chinese paragraph together', () => {
  const text = '并且很多的人也都认为这样的方向是对的方向啊'
  expect(holdLast(`${text}很多人用它。`)).toBe(`${text}很<span class="held">多人用它。</span>`)
  expect(holdLast(`${text}很多人用“它”。`)).toContain('</span>')
  expect(holdLast(`${text} Kubernetes`)).not.toContain('held')
  expect(holdLast('短句也是。')).toBe('短句也是。')
})

it('hangs the mark that a paragraph opens with, by its width', () => {
  expect(hangQuote('“好”', true)).toBe('<span class="hung wide">“</span>好”')
  expect(hangQuote('“Fine”')).toBe('<span class="hung">“</span>Fine”')
  expect(hangQuote('<span class="quoted">“Fine”</span>', true)).toBe(
    '<span class="quoted"><span class="hung">“</span>Fine”</span>',
  )
  expect(hangQuote('他说“好”', true)).toBe('他说“好”')
})
