/** Text of the notes → Markdown that reads as that text: a backslash before what would be read as markup, and nowhere else. */
import type { Inline } from '../../model/notes.js'
import { mayBeBracketed } from '../../parse/formulas.js'

/** Signs that are markup only in company: whether a run of text has that company. */
export interface Company {
  readonly brackets: boolean
  /** Brackets with a backslash before them would be those of a formula. */
  readonly formulas: boolean
  readonly dollars: boolean
  readonly equals: boolean
  readonly tildes: boolean
  readonly carets: boolean
  readonly pluses: boolean
}

/** Inside a link, brackets would end it. */
export const inLink = (company: Company): Company => ({ ...company, brackets: true })

// `[a](b)`, `[a][b]`, `[a]: b`, `[^1]`, `[[page]]`, `[!NOTE]`, `^[note]`, `[name=Ann]`, `[key:: value]`.
const bracketed = /\]\s*[([:]|\[[\^[!]|\^\[|\[(?:name|time|color)=|\[[^\]]*::/

/** @param inlines all that stands in one paragraph, heading or cell */
export function companyIn(inlines: readonly Inline[]): Company {
  const shown = skeleton(inlines)
  const count = (sign: RegExp): number => shown.match(sign)?.length ?? 0
  return {
    brackets: bracketed.test(shown),
    formulas: mayBeBracketed(shown),
    dollars: count(/\$/g) > 1,
    equals: count(/==/g) > 1,
    tildes: count(/~+/g) > 1 || shown.includes('~~'),
    carets: count(/\^/g) > 1,
    pluses: count(/\+\+/g) > 1,
  }
}

/** The text, and of everything else the signs it begins with. */
const skeleton = (inlines: readonly Inline[]): string => inlines.map(signsOf).join('')

function signsOf(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return inline.text
    case 'math':
      return `$${inline.tex}$`
    case 'strike':
      return `~~${skeleton(inline.children)}~~`
    case 'ruby':
      return inline.base + inline.reading
    case 'link':
      return `[${skeleton(inline.children)} ${inline.href}`
    case 'image':
      return `[${inline.alt} ${inline.src}`
    case 'footnote':
      return '['
    case 'break':
      return ' '
    default:
      return skeleton(inline.children)
  }
}

/** Characters that reading would drop or take for a line end: they are written by their number. */
const unprintable =
  /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u200b\u2028\u2029\u2060\ue000-\uf8ff\ufdd0-\ufdef\ufeff\ufffd-\uffff]|[\udb80-\udbff][\udc00-\udfff]/g

/** A character by its number, which is read as the character itself and never as markup. */
export const byNumber = (character: string): string =>
  `&#x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()};`

/** Where nothing can be written by its number, such characters go, as they do when they are read. */
export const withoutUnprintable = (line: string): string => line.replace(unprintable, '')

export const isUnprintable = (character: string): boolean => withoutUnprintable(character) !== character

/** How many of a sign stand in a row, at most. */
export const longestRun = (text: string, sign: string): number => {
  let longest = 0
  for (let at = text.indexOf(sign); at >= 0; ) {
    let end = at
    while (text.charAt(end) === sign) end++
    longest = Math.max(longest, end - at)
    at = text.indexOf(sign, end)
  }
  return longest
}

/** Of a site generator: no backslash is known to them. */
const siteTag = /^\{(?:%|\{[<%])/
/** Of an emoji, by its name. */
const isShortcode = /^:[a-z\d_+-]{1,40}:/

const punctuation = /^[!-/:-@[-`{-~]/

/**
 * @param before the last character written before this text, '' at the start
 * @param after the first one after it
 */
export function escapeText(text: string, company: Company, before: string, after: string): string {
  let written = ''
  for (let at = 0; at < text.length; ) {
    const sign = text.charAt(at)
    const end = runEnd(text, at)
    const left = at === 0 ? before : text.charAt(at - 1)
    const right = end === text.length ? after : text.charAt(end)
    const rest = text.slice(at, at + 44)
    const said = text.slice(Math.max(0, at - 3), at)
    const isOtherwise = (sign === '[' && company.brackets && company.formulas) || (sign === '{' && siteTag.test(rest))
    if (isOtherwise) written += byNumber(sign)
    else
      written += isMarkup(sign, { left, right, said, rest, length: end - at, company })
        ? `\\${sign}`.repeat(end - at)
        : text.slice(at, end)
    at = end
  }
  return written.replace(unprintable, byNumber)
}

/** Signs that count by how many stand in a row. */
const runEnd = (text: string, from: number): number => {
  const sign = text.charAt(from)
  let end = from + 1
  if ('*_~=+'.includes(sign)) while (text.charAt(end) === sign) end++
  return end
}

interface Place {
  readonly left: string
  readonly right: string
  /** Right before it, a few characters. */
  readonly said: string
  readonly rest: string
  readonly length: number
  readonly company: Company
}

/** Not a line end: at the beginning of a line some of these signs are markers. */
const isBlank = (character: string): boolean => /^[^\S\n]$/.test(character)

function isMarkup(sign: string, { left, right, said, rest, length, company }: Place): boolean {
  switch (sign) {
    case '`':
      return true
    case '*':
      return !(isBlank(left) && isBlank(right))
    case '_':
      return !(isBlank(left) && isBlank(right)) && !(/^[a-z\d]$/i.test(left) && /^[a-z\d]$/i.test(right))
    case '[':
    case ']':
      return company.brackets
    case '!':
      return rest.length === 1 && right === '['
    case '^':
      return company.carets || (rest.length === 1 && right === '[') || left === '' || isBlank(left)
    case '+':
      return length > 1 && company.pluses
    // What editors propose, and how characters are read.
    case '{':
      return /^\{(?:\+\+|--|==|~~|[\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff]+\|)/.test(rest)
    case '<':
      return /^<(?:[a-z/!?]|$)/i.test(rest)
    case '&':
      return /^&(?:#[x\d]|[a-z][a-z\d]*;)/i.test(rest)
    case '\\':
      return right === '' || punctuation.test(right) || isUnprintable(right)
    case '$':
      return company.dollars
    case '=':
      return length > 1 && company.equals
    case '~':
      return company.tildes
    case ':':
      if (rest.startsWith('://') || rest.startsWith('::')) return rest[1] === ':' || /[a-z]/i.test(left)
      return isShortcode.test(rest) && !/[a-z\d:]/i.test(left)
    // Addresses without a scheme are links as well.
    case '.':
      return /^www$/i.test(said)
    case '@':
      return /\w/.test(left) && /^[a-z]/i.test(right)
    default:
      return false
  }
}
