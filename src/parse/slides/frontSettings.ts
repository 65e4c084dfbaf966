/** Front matter of another tool's deck → the same with what our settings call otherwise. */
import type { FrontValue } from '../../model/notes.js'
import type { DeckSigns, Tool } from './signs.js'

type Front = Readonly<Record<string, FrontValue>>

interface Other {
  readonly tool: Tool
  /** In lower case. */
  readonly name: string
  readonly setting: string
  /** '' where it says nothing that the setting knows. */
  readonly value: (written: string) => string
}

const shape = (written: string): string => (/^\d{1,2}[:/]\d{1,2}$/.test(written) ? written.replace('/', ':') : '')

const others: readonly Other[] = [
  { tool: 'Marp', name: 'size', setting: 'canvas', value: (written) => (written === '4K' ? '16:9' : shape(written)) },
  { tool: 'presenterm', name: 'location', setting: 'place', value: (written) => written },
  { tool: 'Slidev', name: 'aspectratio', setting: 'canvas', value: shape },
]

export function withOwnSettings(front: Front, deck: DeckSigns | undefined): Front {
  if (deck === undefined) return front
  const found = others.flatMap(({ tool, name, setting, value }) => {
    const written = front[name]
    const said = tool === deck.tool && written !== undefined && !(setting in front) ? value(String(written.value)) : ''
    return written === undefined || said === '' ? [] : [[setting, { ...written, value: said }] as const]
  })
  return found.length === 0 ? front : { ...front, ...Object.fromEntries(found) }
}
