/** An HTML comment → what it is: a note of the author's, speaker notes, or what some tool reads, with what that means here. */
import type { NoteOrigin } from '../../model/notes.js'
import { dedented } from '../lines.js'

export type Comment =
  | { readonly kind: 'note'; readonly origin: NoteOrigin; readonly text: string; readonly spelling?: string }
  /** It says that something appears by itself (blocks/steps.ts). */
  | { readonly kind: 'step'; readonly text: string }
  /** A new slide begins. */
  | { readonly kind: 'cut' }
  /** Nothing here: whose it is. */
  | { readonly kind: 'dropped'; readonly tool: string }

type Meaning = 'step' | 'cut' | 'dropped'

/** Comments that tools read; a new one is one line here. The first that matches counts. */
const tools: readonly (readonly [pattern: RegExp, meaning: Meaning])[] = [
  // reveal.js
  [/^\.element:.{0,200}\bclass\s*=\s*["'][^"']{0,200}\bfragment\b/i, 'step'],
  [/^\.(?:slide|element|slide-element)\s*:/i, 'dropped'],
  [/^element\s+[\w-]+\s*=/i, 'dropped'],
  // presenterm
  [/^pause$/i, 'step'],
  [/^end[_ ]slide$/i, 'cut'],
  [/^(?:new_?lines?|reset_layout|jump_to_middle|no_footer|skip_slide)(?::\s*\d+)?$/i, 'dropped'],
  [/^(?:column|column_layout|font_size|incremental_lists|list_item_newlines|alignment|snippet_output)\s*:/i, 'dropped'],
  // Marp
  [/^[_$](?:theme|class|paginate|header|footer|background\w+|color|size|style|transition)\s*:/i, 'dropped'],
  [
    /^(?:theme|class|paginate|background(?:Color|Image|Position|Repeat|Size)|color|headingDivider|math|marp)\s*:/i,
    'dropped',
  ],
  [/^fit$/i, 'dropped'],
  // Markdown Preview Enhanced
  [/^(?:slide|page-?break|new-?page)(?:\s+[\w-]+=.*)?$/i, 'cut'],
  [/^(?:@import\b.*|\/?code_chunk_output)$/i, 'dropped'],
  // Tables of contents
  [/^\/?\s*toc(?:\s*(?:start|stop|end|begin|depth.*))?$/i, 'dropped'],
  [
    /^(?:toc:.*|(?:START|END) doctoc\b.*|(?:BEGIN|END) mktoc\b.*|markdown-toc\b.*|DON'T EDIT THIS SECTION\b.*|(?:omit|no|ignore)(?: (?:in|from))?[ -]toc)$/is,
    'dropped',
  ],
  // Blogs
  [/^(?:more|truncate|excerpt|read-?more|end-?excerpt)$/i, 'dropped'],
  [/^\/?wp:/i, 'dropped'],
  // Linters, formatters, spell checkers, editors, clipboards
  [
    /^(?:markdownlint|textlint|eslint|stylelint|prettier|pymarkdown|pyml|rumdl|mdformat|biome|deno|dprint|zhlint|autocorrect|lychee|ltex|languagetool|cspell)[-:]/i,
    'dropped',
  ],
  [
    /^(?:alex|vale|lint|mdl|proselint|remark|cspell|markdownlint|textlint|ltex)\s+(?:disable|enable|off|on|ignore|allow)\b/i,
    'dropped',
  ],
  [/^c?spell-?check(?:er)?\s*[:-]/i, 'dropped'],
  [
    /^(?:codespell:|editorconfig-checker-|markdown-link-check-|linkcheck|htmlmin:|SPDX-|@(?:format|prettier)$|no-?toc$)/i,
    'dropped',
  ],
  // Converters from PowerPoint
  [/^slide number:\s*\d+$/i, 'dropped'],
  [/^(?:(?:vim?|ex):\s*(?:set?\b|\w+=)|-\*-.*-\*-$|#(?:end)?region\b)/i, 'dropped'],
  [/^(?:ALL-CONTRIBUTORS\b|(?:start|end)fragment$|\[(?:if|endif)\b)/i, 'dropped'],
]

/** presenterm's are YAML: `speaker_note: |`, and lines that are set in. */
const written =
  /^\s*(?:(?:speaker|presenter)[ _-]?notes?|notes|(?:演讲者|演講者|讲者|講者)(?:备注|備註)|讲稿|講稿|発表者ノート)[ \t]*[:：][ \t]*(?:[|>][+-]?[ \t]*\n)?/i

/** What it says to people, at its place; '' where it tells a tool something. */
export const saidIn = (text: string): string =>
  readComment(text, false).kind === 'note' ? text.replace(written, (name) => name.replace(/[^\n]/g, ' ')) : ''

/** @param isPresented the notes are a deck of a tool whose presenters have their notes in comments */
export function readComment(text: string, isPresented: boolean): Comment {
  const said = text.trim()
  const [, meaning] = tools.find(([pattern]) => pattern.test(said)) ?? []
  if (meaning === 'step') return { kind: 'step', text: said }
  if (meaning === 'cut') return { kind: 'cut' }
  if (meaning === 'dropped') return { kind: 'dropped', tool: /^[^\s:=]{1,40}/.exec(said)?.[0] ?? '' }
  const spoken = written.exec(said)
  if (spoken !== null) {
    const text = dedented(said.slice(spoken[0].length).split('\n')).join('\n').trim()
    return { kind: 'note', origin: 'written', text, spelling: `<!-- ${spoken[0].replace(/[|>][+-]?\s*$/, '').trim()}` }
  }
  const own = /^\/\/[ \t]*/.exec(said)
  if (own !== null) return { kind: 'note', origin: 'comment', text: said.slice(own[0].length).trim() }
  return { kind: 'note', origin: isPresented ? 'written' : 'comment', text: said }
}
