/** Three to six items that name something and say a little about it: a card each. */
import { most } from '../../model/lists.js'
import { displayWidth } from '../../model/text.js'
import { type Led, ledBy } from './leads.js'
import type { ListRule } from './pieces.js'

const fewest = 3
const mostItems = 6
/** Half-width letters that a card may say below its lead: four lines of a third of the width. */
const widest = 96

/** Told apart from facts (`place: Shanghai`) by saying more of each. */
const fewestSaid = 20

export const cards: ListRule = {
  name: 'cards',
  read: (lines) => {
    if (lines.length < fewest || lines.length > mostItems) return undefined
    const led = lines.flatMap((line) => ledBy(line) ?? [])
    if (led.length < lines.length || !isOfOneKind(led)) return undefined
    const said = led.map(({ rest }) => displayWidth(rest))
    if (most(said) > widest || (led[0]?.kind === 'label' && most(said) < fewestSaid)) return undefined
    return led.map(({ pieces }) => pieces)
  },
}

/** A talk between people, or questions and answers, says no names of things. */
export const isOfOneKind = (led: readonly Led[]): boolean =>
  led.every(({ kind }) => kind === led[0]?.kind) &&
  new Set(led.map(({ lead }) => lead.trim().toLowerCase())).size === led.length &&
  !led.some(({ lead }) => asks.test(lead))

const asks = /^\s*(?:Q|question|问|问题|提问)\s*\d*\s*$/i
