/** TeX → its tokens (commands, escaped signs, characters), and what commands it defines. */

type Tokens = readonly string[]

const token = /\\[A-Za-z]+|\\[\s\S]|[\s\S]/gu

/** Without comments. */
export const texTokens = (tex: string): Tokens => tex.replace(/(?<!\\)%.*$/gm, '').match(token) ?? []

export const isSpace = (token: string | undefined): boolean => token !== undefined && /^\s$/.test(token)

/** The first that is no space. */
export function pastSpaces(tokens: Tokens, at: number): number {
  let index = at
  while (isSpace(tokens[index])) index++
  return index
}

export interface Argument {
  readonly inner: Tokens
  /** Right behind it. */
  readonly end: number
}

/** A group in braces, or one token; nothing at the end, and where no brace closes it. */
export function argumentAt(tokens: Tokens, from: number): Argument | undefined {
  const at = pastSpaces(tokens, from)
  const first = tokens[at]
  if (first === undefined || first === '}') return undefined
  if (first !== '{') return { inner: [first], end: at + 1 }
  let depth = 0
  for (let index = at; index < tokens.length; index++) {
    if (tokens[index] === '{') depth++
    else if (tokens[index] === '}' && --depth === 0) return { inner: tokens.slice(at + 1, index), end: index + 1 }
  }
  return undefined
}

/** What a formula lays down for all that follow it: `\newcommand{\R}{\mathbb{R}}`. */
export interface TexDefinition {
  /** With its backslash. */
  readonly name: string
  readonly parameters: number
  readonly body: Tokens
}

const newCommand = /^\\(?:new|renew|provide)command$/
const plainDef = /^\\(?:def|gdef|edef|xdef)$/

export const mayDefine = (tex: string): boolean =>
  /\\(?:(?:new|renew|provide)command|[gex]?def|DeclareMathOperator)(?![A-Za-z])/.test(tex)

/** One that begins at `at`; `end` is right behind it. */
export function definitionAt(
  tokens: Tokens,
  at: number,
): { readonly definition: TexDefinition; readonly end: number } | undefined {
  const command = tokens[at] ?? ''
  const isOperator = command === '\\DeclareMathOperator'
  if (!isOperator && !newCommand.test(command) && !plainDef.test(command)) return undefined
  let next = pastSpaces(tokens, at + 1)
  const isStarred = tokens[next] === '*'
  if (isStarred) next++
  const named = argumentAt(tokens, next)
  const name = named?.inner.filter((each) => !isSpace(each)).join('') ?? ''
  if (named === undefined || !/^\\(?:[A-Za-z]+|[^A-Za-z])$/u.test(name)) return undefined
  const counted = plainDef.test(command) ? parametersOf(tokens, named.end) : optionOf(tokens, named.end)
  const body = counted === undefined ? undefined : argumentAt(tokens, counted.end)
  if (counted === undefined || body === undefined) return undefined
  const said = isOperator ? ['\\operatorname', ...(isStarred ? ['*'] : []), '{', ...body.inner, '}'] : body.inner
  return { definition: { name, parameters: counted.count, body: said }, end: body.end }
}

interface Counted {
  readonly count: number
  readonly end: number
}

/** `#1#2` */
function parametersOf(tokens: Tokens, at: number): Counted | undefined {
  let end = at
  let count = 0
  while (tokens[end] === '#' && tokens[end + 1] === String(count + 1)) {
    end += 2
    count++
  }
  return tokens[pastSpaces(tokens, end)] === '{' ? { count, end } : undefined
}

/** `[2]` */
function optionOf(tokens: Tokens, from: number): Counted | undefined {
  const at = pastSpaces(tokens, from)
  if (tokens[at] !== '[') return { count: 0, end: at }
  const count = Number(tokens[at + 1])
  return Number.isInteger(count) && tokens[at + 2] === ']' ? { count, end: at + 3 } : undefined
}

/** In the plainest way there is, which lays it down whether or not there is one of its name. */
export const definitionTex = ({ name, parameters, body }: TexDefinition): string =>
  `\\def${name}${Array.from({ length: parameters }, (_, index) => `#${index + 1}`).join('')}{${body.join('')}}`
