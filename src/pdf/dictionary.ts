/** The text of a PDF dictionary (`<</Type /Page /Kids [1 0 R]>>`) ⇄ its entries, each value kept as text. */

/** Name without its slash → value as text, its tokens set apart by one space. */
export type Dictionary = ReadonlyMap<string, string>

/** One token: bracket, (string), <hex>, /name, or number and word. Chrome escapes every bracket inside a string. */
const token = /\s*(<<|>>|[[\]]|\((?:\\[\s\S]|[^\\()])*\)|<[0-9A-Fa-f\s]*>|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+)/y

/**
 * Reads the dictionary that `text` starts with; what follows it does not matter.
 *
 * @param text bytes as latin1, so that one character is one byte
 * @returns undefined when no whole dictionary is there
 */
export function readDictionary(text: string): Dictionary | undefined {
  if (!/^\s*<</.test(text)) return undefined
  const pattern = new RegExp(token)
  const entries = new Map<string, string>()
  let depth = 0
  let name = ''
  let value: string[] = []
  for (let word = pattern.exec(text)?.[1]; word !== undefined; word = pattern.exec(text)?.[1]) {
    if (word === '>>' || word === ']') depth -= 1
    if (depth === 0 && word !== '<<') {
      if (name !== '') entries.set(name, value.join(' '))
      return word === '>>' ? entries : undefined
    }
    if (depth === 1 && word.startsWith('/') && (name === '' || value.length > 0)) {
      if (name !== '') entries.set(name, value.join(' '))
      name = word.slice(1)
      value = []
    } else if (name !== '') value.push(word)
    if (word === '<<' || word === '[') depth += 1
  }
  return undefined
}

export function writeDictionary(entries: Dictionary): string {
  return `<<${[...entries].map(([name, value]) => `/${name} ${value}`).join('\n')}>>`
}

/** `12 0 R` → 12; undefined for anything else. */
export function readReference(value: string | undefined): number | undefined {
  const number = /^(\d+) 0 R$/.exec(value ?? '')?.[1]
  return number === undefined ? undefined : Number(number)
}

/** `[1 0 R 2 0 R]` → [1, 2]. */
export function readReferences(value: string | undefined): readonly number[] {
  return [...(value ?? '').matchAll(/(\d+) 0 R/g)].map((match) => Number(match[1]))
}

/** `[0 0 960 540]` → [0, 0, 960, 540]. */
export function readNumbers(value: string | undefined): readonly number[] {
  return [...(value ?? '').matchAll(/-?\d*\.?\d+/g)].map((match) => Number(match[0]))
}
