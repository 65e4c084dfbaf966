/** Code and its grammar → its HTML, a keyword as `<c-k>`, a string as `<c-s>`…, no element over the end of a line. The only file that knows highlight.js. */
import type { LanguageFn } from 'highlight.js'
import highlighter from 'highlight.js/lib/core'
import { escapeHtml } from '../escape.js'

/** What a deck's code is written in is loaded, and nothing else. */
export async function loadGrammars(grammars: Iterable<string>): Promise<void> {
  for (const name of grammars) {
    if (highlighter.getLanguage(name)) continue
    const loaded: unknown = await import(`highlight.js/lib/languages/${name}`)
    const grammar = grammarIn(loaded)
    if (grammar) highlighter.registerLanguage(name, grammar)
  }
}

function grammarIn(loaded: unknown): LanguageFn | undefined {
  if (loaded === null || typeof loaded !== 'object' || !('default' in loaded)) return undefined
  return isGrammar(loaded.default) ? loaded.default : undefined
}

const isGrammar = (value: unknown): value is LanguageFn => typeof value === 'function'

/** What a piece of code is, as far as readers tell apart: the template has a colour for each. */
type Ink = 'keyword' | 'string' | 'comment' | 'name' | 'added' | 'removed'

interface Run {
  readonly ink: Ink | undefined
  readonly text: string
}

const piece = /<span class="([^"]*)">|<\/span>|&(amp|lt|gt|quot|#x27);|[^<&]+/g
const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }

/** Its grammar must have been loaded; without one, code is one ink. */
export function highlight(text: string, grammar: string): string {
  if (!highlighter.getLanguage(grammar)) return escapeHtml(text)
  const { value } = highlighter.highlight(text, { language: grammar, ignoreIllegals: true })
  const lines: Run[][] = [[]]
  const around: (Ink | undefined)[] = []
  for (const [written, scope, character] of value.matchAll(piece)) {
    if (scope !== undefined) around.push(inkOf(scope, around.at(-1)))
    else if (written === '</span>') around.pop()
    else add(lines, character === undefined ? written : (characters[character] ?? ''), around.at(-1))
  }
  return lines.map((runs) => runs.map(written).join('')).join('\n')
}

/** In names that are short, as a page has thousands of them: of an element, as their first letters all differ. */
function written({ ink, text }: Run): string {
  const name = ink?.charAt(0)
  return name === undefined ? escapeHtml(text) : `<c-${name}>${escapeHtml(text)}</c-${name}>`
}

function add(lines: Run[][], text: string, ink: Ink | undefined): void {
  text.split('\n').forEach((part, index) => {
    if (index > 0) lines.push([])
    const line = lines.at(-1)
    if (!line || part === '') return
    // White space shows no ink: what stands before and behind it may be one run.
    const [before, last] = [line.at(-2), line.at(-1)]
    const joined = last?.ink === ink ? 1 : last && isBlank(last) && before?.ink === ink ? 2 : 0
    const runs = line.splice(Math.max(0, line.length - joined), joined)
    line.push({ ink, text: runs.map((run) => run.text).join('') + part })
  })
}

const isBlank = ({ ink, text }: Run): boolean => ink === undefined && text.trim() === ''

// Few inks, each for something a reader looks for; what is left is written as all text is.
const inks: Readonly<Record<string, Ink | undefined>> = {
  ...all('keyword', 'keyword selector-tag doctag meta-keyword tag operator-keyword selector-pseudo section'),
  ...all('string', 'string regexp number literal symbol char link code template-tag meta-string selector-attr'),
  ...all('comment', 'comment quote'),
  ...all('name', 'title built_in type attr attribute name class selector-class selector-id bullet meta'),
  ...all('added', 'addition'),
  ...all('removed', 'deletion'),
}

function all(ink: Ink, scopes: string): Readonly<Record<string, Ink>> {
  return Object.fromEntries(scopes.split(' ').map((scope) => [scope, ink]))
}

/** @param classes `hljs-title function_`; of a language within another: `language-xml` */
function inkOf(classes: string, outside: Ink | undefined): Ink | undefined {
  const scope = classes.split(' ')[0]?.replace(/^hljs-/, '') ?? ''
  // A comment stays one ink; what is put into a string is code again.
  if (outside === 'comment') return outside
  if (scope === 'subst' || scope.startsWith('language-')) return undefined
  return Object.hasOwn(inks, scope) ? inks[scope] : outside
}
