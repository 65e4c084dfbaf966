/** The tokens of a formula by itself → the same with a `\tag` in each of its rows that has a number, and without names of rows. */
import { pushAll } from '../model/lists.js'
import { argumentAt, texTokens } from '../model/tex.js'

type Tokens = readonly string[]

export interface Numbering {
  /** The number of one more equation. */
  readonly next: () => string
  /** Whether some formula refers to a row of this name. */
  readonly isMeant: (label: string) => boolean
  readonly say: (label: string, number: string) => void
}

/** Environments that are numbered, by row or as a whole; those with a star are not. Two of them KaTeX knows by another name alone. */
const environments: ReadonlyMap<string, { readonly as: string; readonly rows: boolean }> = new Map([
  ['equation', { as: 'equation', rows: false }],
  ['align', { as: 'align', rows: true }],
  ['alignat', { as: 'alignat', rows: true }],
  ['gather', { as: 'gather', rows: true }],
  ['eqnarray', { as: 'align', rows: true }],
  ['multline', { as: 'gather', rows: false }],
])

export function numberedRows(tokens: Tokens, numbering: Numbering): Tokens {
  const scribe = new RowScribe(tokens, numbering)
  return withoutEnvironment(scribe.write())
}

/** An equation of one row is one without its environment, too, and goes on in further lines then, where it is long. */
function withoutEnvironment(tokens: Tokens): Tokens {
  const text = tokens.join('')
  const [, inner] = /^\s*\\begin\{equation\*?\}([\s\S]*)\\end\{equation\*?\}\s*$/.exec(text) ?? []
  if (inner === undefined || inner.includes('\\end{equation')) return tokens
  return texTokens(inner).filter((token) => token !== '\\notag' && token !== '\\nonumber')
}

/** One that is open: the outermost one has the rows that are numbered. */
interface Open {
  readonly name: string
  readonly isStarred: boolean
}

class RowScribe {
  private readonly written: string[] = []
  private readonly open: Open[] = []
  private depth = 0
  private tag: string | undefined
  private labels: string[] = []
  private isQuiet = false
  private isBlank = true
  private signs = 0

  constructor(
    private readonly tokens: Tokens,
    private readonly numbering: Numbering,
  ) {}

  write(): Tokens {
    let at = 0
    while (at < this.tokens.length) at = this.take(at)
    // What stands in no environment, or behind one, is one row.
    if (!this.isBlank) this.endRow(false)
    return this.written
  }

  /** @returns where to go on */
  private take(at: number): number {
    const token = this.tokens[at] ?? ''
    const found = /^\\(?:begin|end|tag|label)$/.test(token) ? this.takeCommand(token, at) : undefined
    if (found !== undefined) return found
    if (token === '{') this.depth++
    if (token === '}') this.depth--
    const { name, isStarred } = this.open[0] ?? { name: '', isStarred: true }
    const isOwn = this.open.length === 1 && this.depth === 0
    if (token === '\\notag' || token === '\\nonumber') this.isQuiet = true
    if (token === '\\\\' && isOwn && environments.has(name)) {
      if (environments.get(name)?.rows) this.endRow(!isStarred)
      else this.written.push('\\notag')
      this.signs = 0
    }
    // `a &=& b`
    if (token === '&' && isOwn && name === 'eqnarray' && ++this.signs === 2) return at + 1
    if (!/^\s$/.test(token)) this.isBlank &&= token === '\\\\'
    this.written.push(token)
    return at + 1
  }

  private takeCommand(token: string, at: number): number | undefined {
    const isStarred = token === '\\tag' && this.tokens[at + 1] === '*'
    const found = argumentAt(this.tokens, isStarred ? at + 2 : at + 1)
    if (found === undefined) return undefined
    const said = found.inner.join('')
    if (token === '\\label') {
      this.labels.push(said.trim())
      return found.end
    }
    if (token === '\\tag') {
      this.tag = said
      pushAll(this.written, this.tokens.slice(at, found.end))
      return found.end
    }
    const name = said.trim().replace(/\*$/, '')
    const isOuter = this.open.length === (token === '\\begin' ? 0 : 1) && this.depth === 0
    const known = isOuter ? environments.get(name) : undefined
    if (token === '\\end' && known) this.endRow(!said.includes('*'))
    if (token === '\\begin') {
      if (known) this.forget()
      this.open.push({ name, isStarred: said.includes('*') })
      this.signs = 0
    } else this.open.pop()
    this.isBlank &&= known !== undefined
    this.written.push(token, '{', ...(known ? known.as + (said.includes('*') ? '*' : '') : said), '}')
    return found.end
  }

  private endRow(isCounted: boolean): void {
    const isMeant = this.labels.some(this.numbering.isMeant)
    const number = this.tag ?? ((isCounted && !this.isQuiet && !this.isBlank) || isMeant ? this.numbering.next() : '')
    if (this.tag === undefined && number !== '') this.written.push('\\tag', '{', ...number, '}')
    for (const label of this.labels) this.numbering.say(label, number)
    this.forget()
  }

  private forget(): void {
    this.tag = undefined
    this.labels = []
    this.isQuiet = false
    this.isBlank = true
  }
}
