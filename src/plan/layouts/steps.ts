/** Numbered items that each begin with what is to be done, and say a little more: one step after another. */
import { most } from '../../model/lists.js'
import { displayWidth } from '../../model/text.js'
import { allLed } from './leads.js'
import type { ListRule } from './pieces.js'

const fewest = 3
const mostItems = 8
/** Half-width letters that may be said of a step. */
const widest = 110

export const steps: ListRule = {
  name: 'steps',
  read: (lines, { ordered }) => {
    if (!ordered || lines.length < fewest || lines.length > mostItems) return undefined
    const led = allLed(lines)
    if (led === undefined) return undefined
    return most(led.map(({ rest }) => displayWidth(rest))) <= widest ? led.map(({ pieces }) => pieces) : undefined
  },
}
