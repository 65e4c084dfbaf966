/** The text of a layout → itself when it can be used, with what lies beside it put in; and what is wrong with it. */
import { openLiquid } from '../../render/liquid.js'
import { checkMarkup } from '../../trust/markup.js'
import { type Checked, type Fault, lineFinder } from './fault.js'
import { layoutPieces } from './layoutPieces.js'
import type { OwnSources } from './ownSources.js'

/** The one layout that fit leaves alone: everything on a title slide is one line each. */
const WITHOUT_FLOW = 'title'

/** @returns as content undefined when the layout has a fault */
export async function checkLayout(
  name: string,
  written: string,
  sources: OwnSources,
): Promise<Checked<string | undefined>> {
  const text = written.replace(/\r\n?/g, '\n')
  const fault = liquidFault(text) ?? flowFault(name, text)
  if (fault !== undefined) return { content: undefined, faults: [fault] }
  const { content, faults } = await markupOf(text, sources)
  return faults.length === 0 ? { content, faults } : { content: undefined, faults }
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

async function markupOf(text: string, sources: OwnSources): Promise<Checked<string>> {
  const liquid = openLiquid()
  const { pieces, faults } = layoutPieces(text, liquid, liquid.parse(text))
  const checked = checkMarkup(text, pieces)
  const refused = [...faults, ...checked.faults]
  let [content, done] = ['', 0]
  for (const { path, start, end } of checked.sources) {
    const { address } = await sources.take(path)
    if (address === undefined)
      refused.push({ offset: start, reason: `\`${path.slice(0, 60)}\` is no picture in the template's folder` })
    content += `${text.slice(done, start)}src="${address ?? ''}"`
    done = end
  }
  const lineAt = lineFinder(text)
  const places = refused.map(({ offset, reason }): Fault => ({ line: lineAt(offset), reason }))
  return { content: content + text.slice(done), faults: places.sort((one, other) => one.line - other.line) }
}
