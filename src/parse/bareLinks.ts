/** Text → the addresses in it that GitHub makes links of, without a scheme: `www.example.org/a`, `ann@example.org`. */

export interface BareLink {
  readonly from: number
  readonly to: number
  readonly href: string
}

const site = /(?<![\w.@/:-])www(?:\.[a-z\d][a-z\d-]*){2,}(?:[/?#:][!-;=?-~]*)?/gi
const mail = /(?<![\w.+@/:=-])[a-z\d][\w.+-]{0,63}@[a-z][a-z\d-]*(?:\.[a-z\d][a-z\d-]*)*\.[a-z]+(?![\w-]|[:/]\S)/gi

export function bareLinks(text: string): readonly BareLink[] {
  const links: BareLink[] = []
  if (/www\./i.test(text))
    for (const { 0: found, index } of text.matchAll(site)) {
      const address = trimmed(found)
      links.push({ from: index, to: index + address.length, href: `http://${address}` })
    }
  if (text.includes('@'))
    for (const { 0: address, index } of text.matchAll(mail))
      links.push({ from: index, to: index + address.length, href: `mailto:${address}` })
  return links.sort((one, other) => one.from - other.from)
}

/** Marks at its end are the sentence's, and so is a bracket that nothing in it opens. */
function trimmed(address: string): string {
  let end = address.length
  let opened = 0
  for (const character of address) opened += character === '(' ? 1 : character === ')' ? -1 : 0
  for (; end > 0; end--) {
    const last = address.charAt(end - 1)
    if (last === ')' && opened < 0) opened++
    else if (!/[?!.,:;*_~'"]/.test(last)) break
  }
  return address.slice(0, end)
}
