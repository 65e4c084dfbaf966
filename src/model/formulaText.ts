/** A formula in TeX → what it says on one line of plain text, for wherever nothing can be typeset: titles in lists, alternative texts. */
import { once } from './once.js'
import { lowered, raised } from './raised.js'
import { argumentAt, definitionAt, pastSpaces, type TexDefinition, texTokens } from './tex.js'

const pairs = (text: string): (() => ReadonlyMap<string, string>) =>
  once(() => {
    const words = text.trim().split(/\s+/)
    return new Map(words.flatMap((name, index) => (index % 2 === 0 ? [[name, words[index + 1] ?? '']] : [])))
  })

const signs = pairs(`
alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν
xi ξ pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω
Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂
cdot · times × div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet • oplus ⊕ otimes ⊗ odot ⊙ cup ∪ cap ∩ setminus ∖ wedge ∧ land ∧ vee ∨ lor ∨
le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ ne ≠ neq ≠ equiv ≡ approx ≈ sim ∼ simeq ≃ cong ≅ propto ∝ ll ≪ gg ≫ prec ≺ succ ≻
in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ mid ∣ nmid ∤ parallel ∥ perp ⊥ models ⊨ vdash ⊢
to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ implies ⇒ Leftarrow ⇐ Leftrightarrow ⇔ iff ⇔ mapsto ↦
longrightarrow ⟶ longleftarrow ⟵ uparrow ↑ downarrow ↓ rightleftharpoons ⇌
forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ emptyset ∅ varnothing ∅ infty ∞ partial ∂ nabla ∇ ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ
angle ∠ triangle △ square □ blacksquare ■ therefore ∴ because ∵ prime ′ dagger † degree ° dots … ldots … cdots ⋯ vdots ⋮ ddots ⋱
langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lbrace { rbrace } lbrack [ rbrack ] vert | lvert | rvert | Vert ‖ lVert ‖ rVert ‖
backslash \\ colon : quad \u2003 qquad \u2003
`)
/** Signs that are written with a backslash. */
const escaped = pairs('{ { } } $ $ % % # # & & _ _ | ‖')
/** Over a letter. */
const accents = pairs(
  'hat \u0302 widehat \u0302 bar \u0304 overline \u0305 vec \u20d7 dot \u0307 ddot \u0308 tilde \u0303 widetilde \u0303',
)
/** Say nothing by themselves. */
const quiet =
  /^(?:left|right|middle|[bB]igg?[lrm]?|limits|nolimits|displaystyle|textstyle|scriptstyle|scriptscriptstyle|nonumber|notag|hline|mathstrut|strut|phantom|hphantom|vphantom|label)$/
/** Whose argument says how something looks, not what it is. */
const skips = /^(?:color|textcolor|label|hspace|vspace|phantom|hphantom|vphantom)$/

/** What is nested deeper goes on flat. */
const deepest = 40
/** Commands of its own that a formula is made of. */
const mostExpanded = 1000

/** What stands around the rows of an environment. */
const brackets: ReadonlyMap<string, readonly [open: string, close: string]> = new Map([
  ['pmatrix', ['(', ')']],
  ['bmatrix', ['[', ']']],
  ['Bmatrix', ['{', '}']],
  ['vmatrix', ['|', '|']],
  ['Vmatrix', ['‖', '‖']],
  ['cases', ['{', '']],
  ['dcases', ['{', '']],
  ['rcases', ['', '}']],
])
/** Whose columns are things of their own, and not halves of an equation. */
const tabular = /^(?:[bBpvV]?(?:small)?matrix|smallmatrix|[dr]?cases|array|subarray)$/
/** What stands behind its name says how its columns are set. */
const withColumns = /^(?:array|subarray|alignat|alignedat)$/

export const formulaText = (tex: string): string =>
  new TexReader(texTokens(tex))
    .read()
    .replace(/[ \t\n]+/g, ' ')
    .replace(/(?:[;,] )+(?=[)\]|‖}]|$)|(?<=^|[([{|‖]) ?[;,] /g, '')
    .replace(/ ([,;:.)\]])/g, '$1')
    .replace(/([([{]) /g, '$1')
    .trim()
    .normalize('NFC')

/** How deep a reader is, and what it knows. */
interface Knowledge {
  readonly depth: number
  readonly definitions: Map<string, TexDefinition>
  readonly expanded: { count: number }
}

class TexReader {
  private at = 0
  private depth: number
  /** Environments that are open. */
  private readonly open: string[] = []

  constructor(
    private readonly tokens: readonly string[],
    private readonly known: Knowledge = { depth: 0, definitions: new Map(), expanded: { count: 0 } },
  ) {
    this.depth = known.depth
  }

  read(): string {
    let text = ''
    while (this.at < this.tokens.length) text += this.next()
    return text
  }

  private next(): string {
    const piece = this.tokens[this.at++] ?? ''
    if (piece === '{') return this.group()
    if (piece === '^') return script(this.argument(), '^', raised)
    if (piece === '_') return script(this.argument(), '_', lowered)
    if (piece === '&') return tabular.test(this.open.at(-1) ?? '') ? ', ' : ' '
    if (piece === '~') return ' '
    if (piece === '}') return ''
    return piece.startsWith('\\') && piece.length > 1 ? this.command(piece.slice(1)) : piece
  }

  /** What stands up to the brace that closes it. */
  private group(): string {
    if (this.depth >= deepest) return ''
    this.depth++
    let text = ''
    while (this.at < this.tokens.length && this.tokens[this.at] !== '}') text += this.next()
    this.at++
    this.depth--
    return text
  }

  private argument(): string {
    this.at = pastSpaces(this.tokens, this.at)
    return this.next().trim()
  }

  /** In square brackets, where there is one. */
  private option(): string {
    if (this.tokens[this.at] !== '[') return ''
    this.at++
    let text = ''
    while (this.at < this.tokens.length && this.tokens[this.at] !== ']') text += this.next()
    this.at++
    return text
  }

  private command(name: string): string {
    const defined = definitionAt(this.tokens, this.at - 1)
    if (defined) {
      this.known.definitions.set(defined.definition.name, defined.definition)
      this.at = defined.end
      return ''
    }
    const own = this.known.definitions.get(`\\${name}`)
    if (own) return this.expand(own)
    const sign = signs().get(name) ?? escaped().get(name)
    if (sign !== undefined) return sign
    const accent = accents().get(name)
    if (accent !== undefined) return over(this.argument(), accent)
    if (name === '\\' || name === 'cr' || name === 'newline') {
      this.option()
      return '; '
    }
    if (/^[dtc]?frac$/.test(name)) return `${held(this.argument())}/${held(this.argument())}`
    if (/^[dt]?binom$/.test(name)) return `C(${this.argument()}, ${this.argument()})`
    if (name === 'sqrt') {
      const root = this.option()
      return `${raised(root) ?? root}√${held(this.argument())}`
    }
    if (name === 'tag') return this.tag()
    if (name === 'not') return `${this.argument()}\u0338`
    if (name === 'begin') return this.begin()
    if (name === 'end') {
      this.argument()
      return ` ${brackets.get(this.open.pop() ?? '')?.[1] ?? ''}`
    }
    if (skips.test(name)) {
      this.star()
      this.argument()
      return ' '
    }
    if (quiet.test(name)) return name === 'left' || name === 'right' ? this.delimiter() : ''
    if (!/^[A-Za-z]/.test(name)) return name === '!' ? '' : ' '
    // `\log`, `\operatorname{softmax}`, and what nobody knows.
    if (name === 'operatorname') this.star()
    return this.tokens[this.at] === '{' ? '' : `${name} `
  }

  private star(): boolean {
    const isStarred = this.tokens[this.at] === '*'
    if (isStarred) this.at++
    return isStarred
  }

  private tag(): string {
    const isBare = this.star()
    const text = this.argument()
    return isBare ? ` ${text}` : ` (${text})`
  }

  /** `\left.` draws nothing. */
  private delimiter(): string {
    if (this.tokens[this.at] === '.') this.at++
    return ''
  }

  private begin(): string {
    const name = this.argument().replace(/\*$/, '')
    this.open.push(name)
    if (withColumns.test(name)) {
      this.option()
      this.argument()
    }
    return ` ${brackets.get(name)?.[0] ?? ''}`
  }

  /** A command that the formulas before it, or it itself, made up. */
  private expand({ parameters, body }: TexDefinition): string {
    const given = Array.from({ length: parameters }, () => {
      const found = argumentAt(this.tokens, this.at)
      this.at = found?.end ?? this.at
      return found?.inner ?? []
    })
    if (this.depth >= deepest || ++this.known.expanded.count > mostExpanded) return ''
    const filled = body.flatMap((token, index) => {
      if (body[index - 1] === '#' && /^[1-9]$/.test(token)) return given[Number(token) - 1] ?? []
      return token === '#' ? [] : [token]
    })
    return new TexReader(filled, { ...this.known, depth: this.depth + 1 }).read()
  }
}

/** In brackets, unless it is one sign, number or word. */
const held = (text: string): string => (/^[\p{L}\p{N}.\p{M}]*$/u.test(text) || text.length === 1 ? text : `(${text})`)

const over = (text: string, accent: string): string => ([...text].length === 1 ? text + accent : text)

function script(text: string, sign: string, as: (text: string) => string | undefined): string {
  const short = text.replaceAll(' ', '')
  return as(short) ?? ([...short].length === 1 ? `${sign}${short}` : `${sign}(${text})`)
}
