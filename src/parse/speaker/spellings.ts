/** How people write that something is for the speaker: every spelling that is a word or a sign on a line, one table a kind. */

/** Nobody writes these words for anyone but a speaker. */
const sureNames = [
  "speaker(?:'?s|s')?[ -]?notes?",
  "presenter(?:'?s|s')?[ -]?notes?",
  '(?:演讲者?|演講者?|讲者|講者|讲师|講師|主讲人?|主講人?|演讲人|演講人|发言人?|報告人|报告人)的?(?:备注|備註|備注|笔记|筆記|注释|註釋|注|註|备忘|備忘|讲稿|講稿|稿|提示)',
  '讲稿|講稿|讲解词|講解詞|口播稿?|逐字稿|发言稿|發言稿',
  '(?:発表者|スピーカー|登壇者|講演者)の?(?:ノート|メモ)',
  '発表原稿|読み原稿|トーク原稿',
  '발표자 ?(?:노트|메모)',
  '(?:sprecher|vortrags|moderations)-?(?:notiz(?:en)?|hinweise?)',
  "notes? (?:du |de l['’])(?:présentateur|orateur)|notas? del? (?:orador|presentador|ponente)|notas? do (?:orador|apresentador)|note (?:del |per il )relatore",
  'заметки (?:докладчика|спикера)',
]
/** These are common prose, too: they count at the end of a slide, or where the notes are a deck. */
const likelyNames = ['notes?', '备注|備註|備注|备忘|備忘|備考', 'メモ|ノート']
/** As headings, these call what somebody wrote down: they count in a deck alone. */
const titlesOfNotes = /^(?:notes?|メモ|ノート)$/i

const sure = sureNames.join('|')
const likely = likelyNames.join('|')

const signs = '[*_]{1,3}|'
/** `Note:`, `**备注：**`, `- Speaker notes:`, `> 讲稿：`, `【备注】`; groups say what stands around the word. */
const labelled = new RegExp(
  `^(?<indent>[ \\t]*)(?<quote>(?:>[ \\t]?)*)(?<bullet>(?:(?:[-*+•·]|\\d{1,3}[.)、）])[ \\t]+)?)(?<mark>${signs}|【)[ \\t]*(?:(?<sure>${sure})|(?<likely>${likely}))[ \\t]*(?<inner>${signs}|】)[ \\t]*(?:[:：]|(?<=】[ \\t]*))[ \\t]*(?<outer>${signs})[ \\t]*(?<text>.*)$`,
  'i',
)
/** `**Speaker notes**` by itself. */
const bold = new RegExp(`^(?<indent>[ \\t]*)(?<mark>[*_]{2,3})(?<sure>${sure})\\k<mark>[ \\t]*$`, 'i')
/** How all of these words end: the tables take long to be made ready, and few lines need them. */
const mayName =
  /(?:notes?|口播|[注註]|[备備][忘考]|[笔筆][记記]|注释|註釋|稿|提示|[词詞]|ノート|メモ|노트|메모|notiz(?:en)?|hinweise?|[oe]u?r|ador|ponente|relatore|докладчика|спикера)[\s*_】]*(?:[:：】]|[\s*_:：#]*$)/i
/** How those lines begin. */
const mayBeHeading = /^ {0,3}#{1,6}[ \t]*[*_]{0,2}[spnmvз演讲講主发發报報口逐発ス登読トメノ발备備]/i
const heading = new RegExp(
  `^ {0,3}(?<level>#{1,6})[ \\t]*[*_]{0,2}(?:(?<sure>${sure})|(?<likely>${likely}))[*_]{0,2}[ \\t]*[:：]?[*_]{0,2}[ \\t]*#*[ \\t]*$`,
  'i',
)

const anyName = new RegExp(`^(?:${sure}|${likely})$`, 'i')

/** Of an entry in front matter. */
export const isNameOfNotes = (name: string): boolean => mayName.test(`${name}:`) && anyName.test(name)

/** What is at hand as a link says where something lies, not what is said. */
const leadsAway = /^(?:<?https?:|!?\[[^\]]*\]\()/i

export interface Label {
  readonly indent: string
  readonly quote: string
  readonly bullet: string
  /** As written, with what marks it. */
  readonly spelling: string
  readonly isSure: boolean
  /** Behind it on its line. */
  readonly text: string
}

export function readLabel(line: string): Label | undefined {
  const start = line.slice(0, 60)
  const form = /[:：】]/.test(start) ? labelled : /^[ \t]*(?:\*\*|__)/.test(start) ? bold : undefined
  const found = form && mayName.test(line) ? form.exec(line)?.groups : undefined
  if (found === undefined) return undefined
  const { indent = '', quote = '', bullet = '', mark = '', inner = '', outer = '', text = '' } = found
  const name = found['sure'] ?? found['likely'] ?? ''
  // `**Note: all of it**`, `**Note:** the rest`, `**Note**: *the rest*`
  const isWhole = mark !== '' && inner === '' && outer === '' && text.endsWith(mark)
  const said = isWhole ? text.slice(0, -mark.length) : mark === '' || inner !== '' ? outer + text : text
  if (leadsAway.test(said)) return undefined
  return { indent, quote, bullet, spelling: `${name}:`, isSure: found['sure'] !== undefined, text: said.trim() }
}

export interface NotesHeading {
  readonly level: number
  readonly spelling: string
  /** `deck`: elsewhere it is a heading like any other. */
  readonly counts: 'always' | 'at the end' | 'in a deck'
}

export function readNotesHeading(line: string): NotesHeading | undefined {
  const found =
    line.length < 80 && mayBeHeading.test(line) && mayName.test(line) ? heading.exec(line)?.groups : undefined
  if (found === undefined) return undefined
  const name = found['sure'] ?? found['likely'] ?? ''
  const counts = found['sure'] !== undefined ? 'always' : titlesOfNotes.test(name) ? 'in a deck' : 'at the end'
  return { level: found['level']?.length ?? 1, spelling: line.trim(), counts }
}

const fencedNames = '(?:(?:speaker-?|presenter-?)?notes|(?:speaker|presenter)(?:-?note)?)'
/** Pandoc's and Quarto's `::: notes`, `::::{.notes}`, VuePress' `:::notes`. */
const fence = new RegExp(
  `^[ \\t]*(:{3,})[ \\t]*(?:${fencedNames}|\\{[^{}]*\\.${fencedNames}(?![\\w-])[^{}]*\\})[ \\t]*:*[ \\t]*$`,
  'i',
)
const anyFence = /^[ \t]*:{3,}[ \t]*[^\s:]/
const fenceEnd = /^[ \t]*(:{3,})[ \t]*$/

/** How many colons open notes on this line; 0 when none do. */
export const colonsOfNotes = (line: string): number => (line.includes(':::') ? (fence.exec(line)?.[1]?.length ?? 0) : 0)
export const opensFence = (line: string): boolean => anyFence.test(line)
/** How many colons end a block on this line; 0 when none do. */
export const closingColons = (line: string): number => fenceEnd.exec(line)?.[1]?.length ?? 0

/** remark's: all that follows on the slide is for the speaker. */
export const isQuestionMarks = (line: string): boolean => /^\?{3}[ \t]*$/.test(line)

/** Deckset's: a paragraph that begins with a caret. `^[…]` is a footnote, `^2` a power. */
export const afterCaret = (line: string): string | undefined => /^ {0,3}\^[ \t]+(\S.*)$/.exec(line)?.[1]
