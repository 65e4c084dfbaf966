/** What shows that notes are slides, and what the settings say → how they are read, and the hint that says so. */
import type { Finding } from '../../model/finding.js'
import type { WayOfReading } from '../../model/notes.js'
import type { FrontMatter } from '../frontMatter.js'
import type { DeckSigns } from './signs.js'

interface Way {
  readonly read: WayOfReading
  readonly deck?: DeckSigns
  readonly findings: readonly Finding[]
}

/** Slides of nobody's dialect in particular, as somebody says that they are slides. */
const told = ({ title }: FrontMatter['front']): DeckSigns => ({
  tool: 'rules',
  isCut: true,
  signs: [],
  line: 1,
  head: new Map(title ? [['title', String(title.value)]] : []),
  headLines: [],
})

export function wayOfReading(
  { deck, front }: Pick<FrontMatter, 'deck' | 'front'>,
  setting: 'auto' | WayOfReading,
): Way {
  if (setting === 'notes') return { read: 'notes', ...(deck ? { deck } : {}), findings: [] }
  if (setting === 'slides')
    return { read: 'slides', deck: deck && deck.tool !== 'rules' ? deck : told(front), findings: [] }
  if (deck === undefined || !deck.isCut) return { read: 'notes', ...(deck ? { deck } : {}), findings: [] }
  const { tool, signs, line } = deck
  const facts = { tool: tool === 'rules' ? '' : tool, signs }
  return { read: 'slides', deck, findings: [{ code: 'read-as-slides', place: { line }, facts }] }
}
