import { describe, expect, it, test } from 'vitest'
import { formulaText } from '../../src/model/formulaText.js'
import { formulaCss } from '../../src/render/formulas/css.js'
import { typeset } from '../../src/render/formulas/typeset.js'

const htmlOf = (tex: string, display = false): string => {
  const made = typeset(tex, display)
  return 'html' in made ? made.html : `fault: ${made.fault}`
}

describe('a formula', () => {
  it('is drawn, and is MathML for those who listen', () => {
    const html = htmlOf('\\frac{a}{b}')
    expect(html).toContain('<mfrac><mi>a</mi><mi>b</mi></mfrac>')
    expect(html).toContain('aria-label="a/b"')
  })

  it.each([
    ['\\frac{a}{'],
    ['\\nosuchthing'],
    ['a_b_c'],
    ['\\begin{matrix} a'],
    [`${'{'.repeat(20_000)}`],
    [`${'\\frac{'.repeat(1500)}`],
    ['\\def\\a{\\a\\a}\\a'],
  ])('that can not be read says why: %.20s', (tex) => {
    expect(htmlOf(tex)).toMatch(/^fault: \S/)
  })

  it.each([
    ['\\href{javascript:alert(1)}{x}'],
    ['\\includegraphics{http://a.bc/x.png}'],
    ['\\htmlClass{frame}{x}'],
    ['\\htmlStyle{background:url(http://a.bc)}{x}'],
    ['\\text{<img src=x onerror=alert(1)>}'],
  ])('brings nothing of its own into the page: %s', (tex) => {
    expect(htmlOf(tex)).not.toMatch(/<(?:a|img|script|style)\b|class="frame|style="[^"]*url\(/)
  })

  it('is bounded: nothing grows over the slide', () => {
    expect(htmlOf('\\rule{9000em}{9000em}')).not.toMatch(/style="[^"]*9000em/)
  })

  it('says its numbers in what is read aloud, too', () => {
    const html = htmlOf('\\begin{align} a &= b \\tag{1}\\\\ c &= d \\notag \\\\ e &= f \\tag*{<x>} \\end{align}', true)
    expect(html.match(/mml-eqn-num"><mtext>[^<]*/g)).toEqual([
      'mml-eqn-num"><mtext>(1)',
      'mml-eqn-num"><mtext>&lt;x&gt;',
    ])
  })

  it('may be chemistry', () => {
    expect(htmlOf('\\ce{H2O}')).not.toMatch(/^fault/)
  })

  it('leaves no definitions to the next one', () => {
    htmlOf('\\gdef\\mine{x}\\mine')
    expect(htmlOf('\\mine')).toMatch(/^fault/)
  })
})

test('each character is asked of the face that draws it', () => {
  const made = typeset('\\mathbf{v} + \\mathbb{R} + \\text{中 a} + \\sum_i x', true)
  const faces = 'faces' in made ? made.faces : new Map<string, string>()
  expect(faces.get('Main-Bold')).toBe('v')
  expect(faces.get('AMS-Regular')).toBe('R')
  expect(faces.get('Math-Italic')).toBe('ix')
  expect(faces.get('Size2-Regular')).toBe('∑')
  expect(faces.get('Main-Regular')).toMatch(/\+/)
  expect(faces.get('Main-Regular')).toMatch(/中/)
})

test('the style sheet names no font of its authors, and loads nothing', () => {
  const css = formulaCss(
    '@font-face{font-family:KaTeX_AMS;src:url(fonts/x.woff2)}.katex{font:normal 1.21em KaTeX_Main,Times New Roman,serif}.katex .mathit{font-family:KaTeX_Main;font-style:italic}',
  )
  expect(css).not.toMatch(/KaTeX|Times|url|@font-face/)
  expect(css).toContain('.katex .mathit{font-family:"Formula Main",var(--text);font-style:italic}')
})

test.each([
  ['L = -\\sum_i y_i \\log p_i', 'L = -∑ᵢ yᵢ log pᵢ'],
  ['\\mathrm{softmax}(x_i) = \\frac{e^{x_i}}{\\sum_j e^{x_j}}', 'softmax(xᵢ) = (e^(xᵢ))/(∑_j e^(x_j))'],
  ['\\sum_{i=1}^{n} i^2', '∑ᵢ₌₁ⁿ i²'],
  ['\\begin{bmatrix} a & b \\\\ c & d \\end{bmatrix}', '[a, b; c, d]'],
  ['f = \\begin{cases} 1 & x > 0 \\\\ 0 & \\text{否则} \\end{cases}', 'f = {1, x > 0; 0, 否则'],
  ['\\left(\\begin{array}{c|c} a & b \\\\[2pt] \\hline c & d \\\\ \\end{array}\\right)', '(a, b; c, d)'],
  ['\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}', 'a = b; c = d'],
  ['\\left.\\frac{a}{b}\\right|_{x=0}', 'a/b|_(x=0)'],
  ['\\alpha*\\beta', 'α*β'],
  ['\\def\\R{\\mathbb{R}}\\def\\norm#1{\\|#1\\|} \\norm{x} \\in \\R^n', '‖x‖ ∈ Rⁿ'],
  ['\\def\\a{\\a\\a}\\a b', 'b'],
  ['\\hat{y}=\\sqrt[3]{x+1}', 'ŷ=³√(x+1)'],
  ['\\text{准确率} = 5\\% \\tag{1}', '准确率 = 5% (1)'],
  ['\\left( \\frac{a+b}{c} \\right)^T', '((a+b)/c)^T'],
  ['\\operatorname{argmax}_\\theta x % a comment', 'argmax_θ x'],
  [`${'{'.repeat(300)}x`, 'x'],
])('%.40s is said as %s', (tex, text) => {
  expect(formulaText(tex)).toBe(text)
})
