/** Facts, `place: Shanghai`, a name and a few words each: two columns without lines between them. */
import { most } from '../../model/lists.js'
import { displayWidth } from '../../model/text.js'
import { allLed } from './leads.js'
import type { ListRule } from './pieces.js'

const fewest = 3
const mostItems = 9
/** Half-width letters. */
const widestName = 24
const widestFact = 48

export const pairs: ListRule = {
  name: 'pairs',
  read: (lines) => {
    const led = lines.length > mostItems ? undefined : allLed(lines)
    if (led === undefined || led.length < fewest) return undefined
    if (most(led.map(({ lead }) => displayWidth(lead))) > widestName) return undefined
    if (most(led.map(({ rest }) => displayWidth(rest))) > widestFact) return undefined
    return led.map(({ pieces }) => pieces)
  },
}
