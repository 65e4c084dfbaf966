/** Characters that PDFs give for others (`⼤` `⻓`, `ﬁ`, `Ｋｕｂｅ`), and kana of half a width, which no font at hand has → those they stand for; words cut at the end of a line → whole ones. */
import { isBlank, type Line, type Repair } from '../lines.js'

/** Radicals as characters of their own; those of Kangxi are folded by Unicode itself. */
const radicals: ReadonlyMap<string, string> = pairs(
  '⺁厂⺄乙⺏尣⺐尢⺒巳⺓幺⺕彐⺗心⺘扌⺙攵⺛旡⺝月⺟母⺠民⺡氵⺢氺⺣灬⺧牛⺨犭⺩王⺪疋⺫罒⺬示⺭礻⺯糸⺰纟⺲罒⺶羊⺻聿⺼月⺾艹⺿艹⻀艹⻁虎⻂衤⻄西⻅见⻆角⻈讠⻉贝⻊足⻋车⻌辶' +
    '⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟',
)

function pairs(text: string): ReadonlyMap<string, string> {
  const characters = [...text]
  return new Map(characters.flatMap((one, at) => (at % 2 === 0 ? [[one, characters[at + 1] ?? one] as const] : [])))
}

/** `ｶﾞ` → `ガ`; a mark of voicing that has nothing to go with stands by itself. */
const halfKana = /[ァ-ヺぁ-ん]?[\uff61-\uff9f]+/g
/** Radicals, ligatures, characters of old code pages that are others, kana of half a width, and Latin letters as wide as Chinese ones, two at least. */
const folded =
  /[ァ-ヺぁ-ん]?[\uff61-\uff9f]+|[\u2e80-\u2fd5\uf900-\ufad9\ufb00-\ufb06]|[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]{0,60}[\uff21-\uff3a\uff41-\uff5a][\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]{1,60}|(?<=[\u4e00-\u9fff])[\u200c\u200d](?=[\u4e00-\u9fff])/g
export const mayFold = /[\u2e80-\u2fd5\uf900-\ufad9\ufb00-\ufb06\uff21-\uff3a\uff41-\uff5a\uff61-\uff9f\u200c\u200d]/
/** What is no prose in a line: code, addresses. */
const verbatim = /(`+[^`\n]*`+|\]\([^()\s]{1,800}\)|https?:\/\/[!-~\ufb00-\ufb06\uff10-\uff5a]+)/

const fold = (text: string): string =>
  radicals.get(text) ??
  (/^[\u200c\u200d]$/.test(text)
    ? ''
    : text
        .normalize('NFKC')
        .replace(/\u3099/g, '゛')
        .replace(/\u309a/g, '゜'))

type Told = (written: string, meant: string) => void

const foldPart =
  (told: Told) =>
  (written: string): string => {
    const meant = fold(written)
    if (meant !== written) told(written, meant)
    return meant
  }

/** In code only what nobody could see. */
const foldCode = (text: string, told: Told): string => text.replace(halfKana, foldPart(told))

/** @param told hears of each that was folded */
export const foldCharacters = (text: string, told: Told = () => {}): string =>
  mayFold.test(text)
    ? text
        .split(verbatim)
        .map((piece, index) =>
          index % 2 === 0
            ? piece.replace(folded, foldPart(told))
            : piece.startsWith('`')
              ? foldCode(piece, told)
              : piece,
        )
        .join('')
    : text

const cut = /([A-Za-z]{2,})[-\u00ad]$/
/** They stand before a hyphen that is a part of the word. */
const compounds =
  /^(?:well|open|real|high|low|end|cloud|self|long|short|multi|cross|non|co|pre|post|state|on|off|in|up|out|built|third|large|small|full|half|two|three|four|one|first|second|time|data|user|event|test|server|client|machine|hard|soft|fine|coarse|zero|all|single|cost|fault|read|write|key|top|bottom|peer|case|role|rule|day|year|back|front|side|opt|sub|anti|ever|so|far|deep|general|special|object|command|security|production|enterprise|domain|container|platform|vendor|language)$/i

/** No line of a page is longer. */
const longest = 2000

/** @returns the two lines with a word whole that was cut between them, or undefined */
export function uncut(above: string, below: string): readonly [string, string] | undefined {
  if (above.length > longest) return undefined
  const first = cut.exec(above.slice(-60).trimEnd())?.[1]
  const [, indent = '', rest = ''] = /^(\s*)([a-z]{2,}[\s\S]*)$/.exec(below) ?? []
  if (first === undefined || rest === '') return undefined
  const word = /^\S+/.exec(rest)?.[0] ?? ''
  const bare = above.trimEnd().slice(0, compounds.test(first) ? undefined : -1)
  return [bare + word, indent + rest.slice(word.length).trimStart()]
}

export const foldText: Repair = (lines) => {
  const seen = new Map<string, string>()
  let count = 0
  let firstLine = 0
  const mended: Line[] = []
  for (const line of lines) {
    const told: Told = (written, meant) => {
      count++
      firstLine ||= line.line
      if (seen.size < 4) seen.set(written, meant)
    }
    const text = line.isCode ? foldCode(line.text, told) : foldCharacters(line.text, told)
    const above = mended.at(-1)
    const whole = line.verbatim || above?.verbatim || above === undefined ? undefined : uncut(above.text, text)
    if (whole !== undefined && above !== undefined) {
      mended[mended.length - 1] = { ...above, text: whole[0] }
      if (isBlank(whole[1])) continue
    }
    const said = whole?.[1] ?? text
    mended.push(said === line.text ? line : { ...line, text: said })
  }
  if (count === 0) return { lines: mended, findings: [] }
  const sample = [...seen].map(([written, meant]) => `${written} → ${meant || '∅'}`).join(', ')
  return {
    lines: mended,
    findings: [{ code: 'characters-folded', place: { line: firstLine }, facts: { count, sample } }],
  }
}
