/** VitePress's and Slidev's `<<< @/a.js#region{2,4}`, VuePress's `@[code](a.js)` → the lines of that file, as code. */
import type { Asker, Placed } from './ask.js'
import { excerpt, type Part, rangesIn } from './excerpt.js'

interface CodeFile {
  readonly path: string
  readonly part?: Part
  /** What stands behind the fence. */
  readonly info: string
}

const arrows =
  /^ {0,3}<<<[ \t]+(?:"(?<quoted>[^"\n]{1,300})"|(?<bare>[^\s{}#[\]]{1,300}))(?:#(?<region>[\w*.-]{1,100}))?[ \t]*(?<rest>(?:[[{\w][^\n]{0,200})?)$/
const vuePress = /^ {0,3}@\[code(?<rest>[^\]\n]{0,100})\]\((?<bare>[^\s()]{1,300})\)[ \t]*$/

export const codeFile: Asker = ({ texts }, at) => {
  const found = codeFileIn(texts[at] ?? '')
  if (found === undefined) return undefined
  const { path, part, info } = found
  const own = (text: string): Placed => ({ text, line: 1, own: at })
  return {
    at,
    taken: 1,
    by: at,
    path,
    place: (whole) => {
      const lines = excerpt(whole, part)
      if (lines === undefined) return undefined
      const code = setOut(trimmed(lines.filter(({ text }) => !/^\W{0,8}#(?:end)?region\b/.test(text))))
      const mark = '`'.repeat(code.reduce((most, { text }) => Math.max(most, ticksIn(text)), 2) + 1)
      return [own(''), own(mark + info), ...code, own(mark), own('')]
    },
  }
}

function codeFileIn(text: string): CodeFile | undefined {
  if (text.length > 500) return undefined
  const groups = (arrows.exec(text) ?? vuePress.exec(text))?.groups
  const path = groups?.['quoted'] ?? groups?.['bare'] ?? ''
  // What has no ending and lies in no folder is no file: AsciiDoc's `<<<` is a new page.
  if (groups === undefined || !/[./]/.test(path)) return undefined
  const { region, rest = '' } = groups
  if (text.trimStart().startsWith('@')) return ofVuePress(path, rest)
  // `{2,4-6 c#:line-numbers}` says the language behind the lines, `ts {2|3}` before them.
  const [, named = '', braces = '', more = ''] = /^([\w+#-]*)[ \t]*(?:\{([^{}]*)\})?(.*)$/.exec(rest) ?? []
  const [, lines = '', within = '', modes = ''] =
    /^([\d,|\s-]*|all\b[\d,|\s-]*)([\w+#-]*)(:[^\s]*)?$/.exec(braces.trim()) ?? []
  const language = named || within || endingOf(path)
  const numbered = modes.includes('line-numbers') && !modes.includes('no-line-numbers') ? ' {lines:true}' : ''
  const marked = lines.trim() === '' ? '' : ` {${lines.trim()}}`
  const info = `${language}${marked}${numbered}${more.trim() === '' ? '' : ` ${more.trim()}`}`
  return { path, info, ...(region === undefined ? {} : { part: { kind: 'named', name: region } }) }
}

/** There braces right behind the word are the lines to take; those behind the language, the lines to mark. */
function ofVuePress(path: string, rest: string): CodeFile {
  const [, range = '', info = ''] = /^(?:\{([\d,-]*)\})?(.*)$/.exec(rest) ?? []
  const [, language = '', marks = ''] = /^\s*([\w+#-]*)(.*)$/.exec(info) ?? []
  const part = range === '' ? {} : { part: { kind: 'lines', ranges: rangesIn(range) } as const }
  return { path, info: `${language || endingOf(path)} ${marks.trim()}`.trim(), ...part }
}

const endingOf = (path: string): string => /\.(\w{1,12})$/.exec(path)?.[1] ?? ''

const ticksIn = (text: string): number => /^ {0,3}(`{3,})/.exec(text)?.[1]?.length ?? 0

function trimmed(lines: readonly Placed[]): readonly Placed[] {
  const isSaid = ({ text }: Placed): boolean => text.trim() !== ''
  return lines.slice(Math.max(0, lines.findIndex(isSaid)), lines.findLastIndex(isSaid) + 1)
}

/** What is set in as a whole, as lines out of the middle of a file are, begins at the left. */
function setOut(lines: readonly Placed[]): readonly Placed[] {
  const indents = lines.flatMap(({ text }) => (text.trim() === '' ? [] : [/^[ \t]*/.exec(text)?.[0] ?? '']))
  const [first = ''] = indents
  const shared = indents.reduce((one, other) => {
    let length = 0
    while (length < one.length && one[length] === other[length]) length++
    return one.slice(0, length)
  }, first)
  return shared === '' ? lines : lines.map((line) => ({ ...line, text: line.text.slice(shared.length) }))
}
