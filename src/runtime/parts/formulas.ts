/** A formula in the page → its MathML as a plain tree. */
import type { FormulaRun, MathNode } from '../../model/parts.js'

export function formulaOf(element: Element): { readonly formula: FormulaRun; readonly text: string } | undefined {
  const math = element.querySelector('.katex-mathml math')
  const text =
    element
      .querySelector('.katex-html')
      ?.getAttribute('aria-label')
      ?.replace(/^\u2061/, '') ?? ''
  if (!math || text === '') return undefined
  return { formula: { math: nodeOf(math), display: element.localName === 'div' }, text }
}

function nodeOf(element: Element): MathNode {
  const children = [...element.children].map(nodeOf)
  return {
    name: element.localName,
    text: children.length > 0 ? '' : (element.textContent ?? ''),
    attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
    children,
  }
}
