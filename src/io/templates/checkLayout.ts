/** The text of a layout → itself when it can be used, and what is wrong with it. */
import { openLiquid } from '../../render/liquid.js'
import type { Checked, Fault } from './fault.js'

/** The one layout that fit leaves alone: everything on a title slide is one line each. */
const WITHOUT_FLOW = 'title'

/** @returns as content undefined when the layout has a fault */
export function checkLayout(name: string, text: string): Checked<string | undefined> {
  const fault = liquidFault(text) ?? flowFault(name, text)
  return fault === undefined ? { content: text, faults: [] } : { content: undefined, faults: [fault] }
}

function liquidFault(text: string): Fault | undefined {
  const liquid = openLiquid()
  try {
    // With nothing to show: what a layout does with a slide's own facts can't fail, what it includes or builds can.
    liquid.renderSync(liquid.parse(text), {})
    return undefined
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const [, line = '1'] = /line:(\d+), col:\d+/.exec(message) ?? []
    return { line: Number(line), reason: message.replace(/, (?:file:\S+, )?line:\d+, col:\d+[\s\S]*$/, '') }
  }
}

/** Without it nothing on the slide can be measured or cut. */
function flowFault(name: string, text: string): Fault | undefined {
  if (name === WITHOUT_FLOW || /class\s*=\s*["']?[^"'>]*\bflow\b/.test(text)) return undefined
  return { line: 1, reason: 'no element has the class `flow`, which holds what may be continued on a further slide' }
}
