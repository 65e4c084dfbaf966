/** Three to six items that name something and say a little about it: a card each. */
import { most } from '../../model/lists.js'
import { displayWidth } from '../../model/text.js'
import { allLed } from './leads.js'
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
    const led = lines.length > mostItems ? undefined : allLed(lines)
    if (led === undefined || led.length < fewest) return undefined
    const said = led.map(({ rest }) => displayWidth(rest))
    if (most(said) > widest || (led[0]?.kind === 'label' && most(said) < fewestSaid)) return undefined
    return led.map(({ pieces }) => pieces)
  },
}
