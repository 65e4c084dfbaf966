/** An element → its text nodes in order, without those of formulas: these are one thing, and their letters stand where TeX puts them. */

export function textsIn(element: Node): readonly Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text) texts.push(node)
  const hasFormulas = element instanceof Element && element.querySelector('.formula') !== null
  return hasFormulas ? texts.filter((text) => !text.parentElement?.closest('.formula')) : texts
}
