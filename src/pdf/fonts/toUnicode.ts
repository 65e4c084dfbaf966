/** A font's table of what its codes mean, as PDFs hold it (`<0001> <0041>`) ⇄ code to text. */
import { fromCodes } from '../../model/lists.js'
import { readUtf16, utf16Hex } from '../text.js'

const lists = /begin(bfchar|bfrange)([\s\S]*?)endbf/g
const pair = /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f\s]+)>/g
const range = /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f\s]+)>/g

/** @returns text by code; codes that mean nothing are not in it */
export function readToUnicode(map: string): Map<number, string> {
  const meanings = new Map<number, string>()
  for (const [, kind, list = ''] of map.matchAll(lists)) {
    if (kind === 'bfchar') {
      for (const [, code = '', text = ''] of list.matchAll(pair))
        meanings.set(Number.parseInt(code, 16), readUtf16(text))
      continue
    }
    for (const [, first = '', last = '', text = ''] of list.matchAll(range)) {
      const from = Number.parseInt(first, 16)
      const points = [...textOf(text)].map((character) => character.codePointAt(0) ?? 0)
      const end = points.pop() ?? 0
      // The last character counts up with the codes.
      for (let code = from; code <= Number.parseInt(last, 16); code++) {
        meanings.set(code, fromCodes([...points, end + code - from]))
      }
    }
  }
  return meanings
}

/** Nearly all are single characters, and a thousand of them are read faster this way. */
const textOf = (hex: string): string =>
  hex.length === 4 ? String.fromCharCode(Number.parseInt(hex, 16)) : readUtf16(hex)

/** Lists longer than this are more than a reader need take. */
const longestList = 100

/** @param meanings text by code of two bytes */
export function writeToUnicode(meanings: ReadonlyMap<number, string>): string {
  const lines = [...meanings]
    .sort(([a], [b]) => a - b)
    .map(([code, text]) => `<${code.toString(16).padStart(4, '0').toUpperCase()}> <${utf16Hex(text)}>`)
  const list: string[] = []
  for (let from = 0; from < lines.length; from += longestList) {
    const some = lines.slice(from, from + longestList)
    list.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${list.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
}
