/** CSS of a style sheet or an attribute → the same without what would load something: every notation of an address. */
import { tokenize, tokenTypes } from 'css-tree/tokenizer'
import { ident, string, url } from 'css-tree/utils'

/** What was taken out, and where. */
export interface CssRefusal {
  readonly what: 'import' | 'address' | 'unreadable'
  /** As written. */
  readonly text: string
  /** Where it begins. */
  readonly offset: number
}

export interface CleanCss {
  readonly css: string
  readonly refused: readonly CssRefusal[]
}

/** Gives what may stand in the place of an address; undefined when it may not stand anywhere. */
export type AddressRule = (address: string) => string | undefined

interface Token {
  readonly type: number
  readonly start: number
  readonly end: number
}

const { AtKeyword, BadUrl, Comment, LeftParenthesis, RightParenthesis, WhiteSpace } = tokenTypes

/** Functions whose strings are addresses, and the only ones that may stand inside of them: others could bring one. */
const WITH_ADDRESSES: readonly string[] = [
  'image-set',
  '-webkit-image-set',
  'image',
  '-webkit-cross-fade',
  'cross-fade',
]
const WITHIN_THEM = /^(?:url|src|type|rgba?|hsla?|(?:-webkit-)?(?:repeating-)?(?:linear|radial|conic)-gradient)$/
/** Stands where an address was: it leads nowhere, and what stands beside it counts as before. */
const NOWHERE = 'url(#)'

/**
 * Looks at tokens, which every browser reads alike, and not at rules, whose repair differs: so what stands in a broken or
 * unknown rule, in a custom property or in an attribute is read as well.
 */
export function cleanCss(css: string, allow: AddressRule): CleanCss {
  const tokens: Token[] = []
  tokenize(css, (type, start, end) => tokens.push({ type, start, end }))
  const parts: string[] = []
  const refused: CssRefusal[] = []
  for (let at = 0; at < tokens.length; ) {
    const found = addressAt(tokens, at, css, allow)
    const end = found?.end ?? at + 1
    const written = css.slice(tokens[at]?.start, tokens[end - 1]?.end)
    parts.push(found?.instead ?? written)
    if (found?.what) refused.push({ what: found.what, text: written, offset: tokens[at]?.start ?? 0 })
    at = end
  }
  return { css: parts.join(''), refused }
}

interface Found {
  /** Index of the token behind it. */
  readonly end: number
  /** Undefined: itself. */
  readonly instead?: string | undefined
  readonly what?: CssRefusal['what']
}

/** What to put in the place of the tokens from here on; undefined when this one loads nothing. */
function addressAt(tokens: readonly Token[], at: number, css: string, allow: AddressRule): Found | undefined {
  const token = tokens[at]
  if (token === undefined) return undefined
  const text = textOf(token, css)
  if (token.type === AtKeyword)
    return ident.decode(text).toLowerCase() === '@import'
      ? { end: at + 1, instead: '@none', what: 'import' }
      : undefined
  if (token.type === BadUrl) return { end: at + 1, instead: NOWHERE, what: 'unreadable' }
  if (token.type === tokenTypes.Url)
    return judged(text.startsWith('url(') ? url.decode(text) : undefined, at + 1, allow)
  if (token.type !== tokenTypes.Function) return undefined
  const name = ident.decode(text.slice(0, -1)).toLowerCase()
  if (name === 'url' || name === 'src') {
    const end = closingOf(tokens, at)
    return judged(onlyString(tokens.slice(at + 1, end - 1), css), end, allow)
  }
  if (!WITH_ADDRESSES.includes(name)) return undefined
  const end = closingOf(tokens, at)
  const inside = tokens.slice(at + 1, end)
  const isFine = inside.every((each, index) => standsIn(each, inside[index - 1], css, allow))
  return isFine ? { end } : { end, instead: 'none', what: 'address' }
}

/** Whether a token inside a function whose strings are addresses may stand there as it is. */
function standsIn(token: Token, before: Token | undefined, css: string, allow: AddressRule): boolean {
  const text = textOf(token, css)
  if (token.type === BadUrl) return false
  if (token.type === tokenTypes.Url) return same(url.decode(text), allow)
  if (token.type === tokenTypes.String) return nameOf(before, css) === 'type' || same(string.decode(text), allow)
  return token.type !== tokenTypes.Function || WITHIN_THEM.test(nameOf(token, css))
}

const nameOf = (token: Token | undefined, css: string): string =>
  token?.type === tokenTypes.Function ? ident.decode(textOf(token, css).slice(0, -1)).toLowerCase() : ''

const same = (address: string, allow: AddressRule): boolean => allow(address) === address

function judged(address: string | undefined, end: number, allow: AddressRule): Found {
  const kept = address === undefined ? undefined : allow(address)
  if (kept === undefined) return { end, instead: NOWHERE, what: 'address' }
  return { end, instead: kept === address ? undefined : `url("${kept.replace(/[^\w+/=:;,.#-]/g, escaped)}")` }
}

const escaped = (character: string): string => `\\${character.charCodeAt(0).toString(16)} `

/** What a function is given, when that is one string. */
function onlyString(tokens: readonly Token[], css: string): string | undefined {
  const [said, ...more] = tokens.filter(({ type }) => type !== WhiteSpace && type !== Comment)
  if (said === undefined || more.length > 0 || said.type !== tokenTypes.String) return undefined
  return string.decode(textOf(said, css))
}

/** Index behind the bracket that closes this function. */
function closingOf(tokens: readonly Token[], at: number): number {
  let depth = 0
  for (let index = at; index < tokens.length; index++) {
    const type = tokens[index]?.type
    if (type === tokenTypes.Function || type === LeftParenthesis) depth++
    else if (type === RightParenthesis) depth--
    if (depth === 0) return index + 1
  }
  return tokens.length
}

const textOf = (token: Token | undefined, css: string): string => (token ? css.slice(token.start, token.end) : '')
