/** What stands behind a fence (`js {1|3-5} title="x"`, in the spellings of a dozen tools) → language, title, numbers and marked lines. */
import { pushAll } from '../../model/lists.js'
import type { LineMarks } from '../../model/notes.js'

export interface FenceInfo {
  readonly language: string
  /** The name of a file, a caption. */
  readonly title?: string
  /** The number of the first line, where lines are to be numbered. */
  readonly numbered?: number
  /** Numbers go on where those of the code before it ended. */
  readonly continues?: true
  /** Which lines matter, one step after another. */
  readonly marks?: readonly LineMarks[]
  /** It is MyST's: below the fence stand lines of options. */
  readonly directive?: true
  /** Where it comes from. */
  readonly link?: { readonly href: string; readonly text: string }
  /** Words that are nobody's sign. */
  readonly rest: string
}

interface Found {
  title?: string
  start?: number
  numbers?: boolean
  continues?: true
  directive?: true
  marks?: readonly LineMarks[]
}

const file = /^(?:[\w@~.-]+\/)*[\w@.-]*\.([A-Za-z][\w+-]{0,11})$/
const lineList = /^(?:all|\*|none|hide|\d+(?:\s*-\s*\d+)?(?:[,\s]+\d+(?:\s*-\s*\d+)?)*)$/
const word = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\[[^\]]*\]|\{[^{}]*\}|[^\s"'[\]{},]+/g
const titleNames = /^(?:title|filename|file|name|caption|lst-cap|label|path|src)$/i
const startNames =
  /^(?:start-?from|start-?line|line-?no-?start|linenostart|start|first[-_]?(?:number|line)|data-start)$/i
const numberNames =
  /^[.+]?(?:number-?lines|line-?numbers?|line_numbers|show-?line-?numbers|line-?nos|line-?nums|line[-_]number|lines|numbers|ln)$/i
const markNames =
  /^(?:hl(?:_?lines)?|highlight|mark|emphasize-lines|code-line-numbers|data-line-numbers|data-line|line-numbers)$/i
/** What Hexo's and Obsidian's say of how it is framed. */
const otherNames = /^(?:wrap|diff|highlight|line_threshold|fold|unfold|ref|img|lang)$/i
/** Signs that say how a tool runs or frames its code: of no meaning on a slide. */
const known =
  /^(?:[.#+-][\w:-]*|twoslash|copy|no-?copy|wrap|no-?wrap|exec|eval|live|editable|monaco(?:-\w+)?|runnable|ignore|no_run|should_panic|compile_fail|edition\d+|fold|collapse|expandable|nolinenos|noline|readonly|static|preview|playground|interactive|unfold|numbered|no-line-numbers|no-?number-?lines|frame|demo|render)$/i

/** Characters. Nobody writes more of signs: what stands behind them is words. */
const longest = 1000

export function readFenceInfo(written: string): FenceInfo {
  const info = written.trim().slice(0, longest)
  const found: Found = {}
  const { language, behind } = languageOf(info, found)
  const rest: string[] = []
  readWords(behind, found, rest)
  const { words, ...behindIt } = inWords(rest.join(' '), language)
  const { title = behindIt.title, start, numbers, marks } = found
  const first = start ?? (numbers ? 1 : undefined)
  return {
    language,
    ...(title ? { title } : {}),
    ...(first === undefined || numbers === false ? {} : { numbered: first }),
    ...(found.continues ? { continues: true } : {}),
    ...(found.directive ? { directive: true } : {}),
    ...(behindIt.link ? { link: behindIt.link } : {}),
    ...(marks?.length ? { marks } : {}),
    rest: [words, written.trim().slice(longest)].filter(Boolean).join(' '),
  }
}

interface Worded {
  readonly title?: string
  readonly link?: { readonly href: string; readonly text: string }
  readonly words: string
}

/** Words without a sign: Hexo's title, address and what the address is called; the name of a file. */
function inWords(words: string, language: string): Worded {
  const [, before = '', href, text] = /^(?:(.*?)\s+)?(https?:\/\/\S+)(?:\s+(.+))?$/.exec(words) ?? []
  const named = before === '' ? {} : { title: before }
  if (href !== undefined) return { ...named, link: { href, text: text ?? href }, words: '' }
  if (words !== '' && file.test(words)) return { title: words, words: '' }
  // `diff js`
  return { words: language === 'diff' && /^[a-z+#]+$/i.test(words) ? '' : words }
}

/** `js`, `{.js …}`, `js{1,3}`, `js=10`, `rust:src/main.rs`, `src/main.rs`. */
function languageOf(info: string, found: Found): { readonly language: string; readonly behind: string } {
  const head = /^\{?\s*(?:#[\w-]+\s+)?\.?([^\s{},=[\]"']*)/.exec(info)
  const first = head?.[1] ?? ''
  const behind = info.slice(head?.[0].length ?? 0)
  const braced = info.startsWith('{')
  const [, directive, options = '', after = ''] = /^\{([a-z][\w+#-]*)([\s,][^{}]*)?\}\s*([\s\S]*)$/i.exec(info) ?? []
  // MyST's `{code-block} python`.
  if (directive !== undefined && /^(?:code(?:-block|-cell)?|sourcecode)$/i.test(directive) && after !== '') {
    found.directive = true
    return languageOf(after, found)
  }
  if (directive !== undefined && !numberNames.test(directive)) {
    // Of `{r setup, echo=FALSE}` the name is for other cells.
    readWords(options, found, [])
    return { language: directive, behind: after }
  }
  // `{1,3}` and `{.numberLines}` alone name no language.
  if (braced && (/^\d/.test(first) || numberNames.test(first) || behind.startsWith('=')))
    return { language: '', behind: info }
  const counted = /^=(\d*|\+)(?=\s|$)/.exec(behind)
  if (counted) {
    found.numbers = true
    if (counted[1] === '+') found.continues = true
    else if (counted[1]) found.start = Number(counted[1])
  }
  const rest = counted ? behind.slice(counted[0].length) : behind
  const [name = '', ...named] = first.split(':')
  const behindName = named.join(':')
  if (name !== '' && behindName !== '') {
    const isNamed = rest.startsWith('=') && (titleNames.test(behindName) || markNames.test(behindName))
    if (isNamed || numberNames.test(behindName)) return { language: name, behind: `${behindName}${rest}` }
    if (!/no-line-numbers/i.test(behindName)) found.title = behindName
    return { language: name, behind: rest }
  }
  const extension = file.exec(first)?.[1]
  if (extension !== undefined && first.includes('.') && !/^\.?\d/.test(first) && first !== 'asp.net') {
    found.title = first
    return { language: extension, behind: rest }
  }
  return { language: first, behind: rest }
}

function readWords(text: string, found: Found, rest: string[]): void {
  const words = text.match(word) ?? []
  for (let index = 0; index < words.length; index++) {
    let sign = words[index] ?? ''
    // `title="a b"` was read as a name and what it stands for.
    if (/=$/.test(sign) && words[index + 1] !== undefined) sign += words[++index]
    const isMark = markNames.test(/^([\w-]+)[=:]/.exec(sign)?.[1] ?? '')
    if (!readSign(sign, found, rest)) rest.push(sign)
    // `hl_lines=1 3-4`
    for (; isMark && /^\d+(?:-\d+)?$/.test(words[index + 1] ?? ''); index++)
      found.marks = joinMarks(found.marks ?? [], marksOf(words[index + 1] ?? '') ?? [])
  }
}

function readSign(sign: string, found: Found, rest: string[]): boolean {
  const inner = /^[[{]([\s\S]*)[\]}]$/.exec(sign)?.[1]?.trim()
  if (inner !== undefined) return readBraced(inner, found, sign.startsWith('['), rest)
  const [, name = '', value = ''] = /^([^=]+)=([\s\S]*)$/.exec(sign) ?? []
  if (name !== '') {
    readNamed(name, value.replace(/^["'[{]+|["'\]}]+$/g, ''), found)
    return true
  }
  const [, key = '', said = ''] = /^([a-z][\w-]*):([^:/].*)$/i.exec(sign) ?? []
  if (otherNames.test(key)) return true
  if ([titleNames, startNames, numberNames, markNames].some((names) => names.test(key))) {
    readNamed(key, said, found)
    return true
  }
  if (numberNames.test(sign)) {
    found.numbers = true
    return true
  }
  return known.test(sign)
}

function readBraced(inner: string, found: Found, isTitle: boolean, rest: string[]): boolean {
  // reveal.js': the number of the first line, then the steps.
  const [, start, lines] = /^(\d+)\s*:\s*([\d|,\s-]*)$/.exec(inner) ?? []
  const steps = marksOf(lines ?? inner)
  if (start !== undefined) setStart(found, start)
  if (steps) found.marks = steps
  else if (start !== undefined) return true
  else if (isTitle && !/[=:]/.test(inner)) found.title = inner
  else {
    const inside: string[] = []
    readWords(inner.replace(/([\w-]+)\s*:\s*(?=["'\w[])/g, '$1='), found, inside)
    pushAll(rest, inside)
  }
  return true
}

function readNamed(name: string, value: string, found: Found): void {
  const steps = markNames.test(name) ? marksOf(value) : undefined
  if (titleNames.test(name)) found.title = value
  else if (startNames.test(name)) setStart(found, value)
  else if (steps && !(numberNames.test(name) && /^\d+$/.test(value))) found.marks = steps
  else if (numberNames.test(name)) {
    if (/^\d+$/.test(value)) setStart(found, value)
    found.numbers = !/^(?:false|0|off|no)$/i.test(value)
  }
}

function setStart(found: Found, value: string): void {
  if (/^\d{1,7}$/.test(value)) found.start = Number(value)
}

/** `1|3-5|all` → a list of lines a step; an empty one stands for all. */
function marksOf(text: string): readonly LineMarks[] | undefined {
  const steps = text.split('|').map((step) => step.replace(/["']/g, '').trim())
  if (!steps.every((step) => (step === '' ? steps.length > 1 : lineList.test(step)))) return undefined
  return steps.map((step) =>
    Array.from(step.matchAll(/(\d+)(?:\s*-\s*(\d+))?/g), ([, from = '', to = from]): readonly [number, number] => [
      Number(from),
      Number(to),
    ]),
  )
}

/** In one step. */
const joinMarks = (one: readonly LineMarks[], other: readonly LineMarks[]): readonly LineMarks[] => [
  [...one, ...other].flat(),
]
