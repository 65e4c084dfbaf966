/** The lines below the title of a page exported from Notion (`Created: …`, `Tags: …`) → which lines of the notes they are: data, not words of the talk. */
import { headingLevel, isBlank, type Line } from '../lines.js'

const names =
  'Created(?: time| by| at)?|Last edited(?: time| by)?|Updated(?: at)?|Edited|Tags?|Status|Owner|Person|Assign(?:ee)?|Priority|Type|Category|Property|URL|Parent item|Sub-item|ID|' +
  '创建时间|创建人|创建者|上次编辑(?:时间|者|人)?|最后编辑(?:时间|者|人)?|标签|状态|负责人|优先级|类型|分类'
const property = new RegExp(`^(?:${names})[:：][ \\t]*\\S.*$`, 'i')
/** Of these one at least is among them: `Type: talk` alone may be said to the room. */
const telling = /^(?:Created|Last edited|Updated|Edited|创建|上次编辑|最后编辑|Status[:：]|Parent item|状态[:：])/i
const anyEntry = /^[^\s:：][^:：]{0,30}[:：][ \t]*\S.*$/
const mostLines = 30

/** @returns indices of lines */
export function propertiesOf(lines: readonly Line[]): ReadonlySet<number> {
  const title = lines.findIndex(({ text }) => !isBlank(text))
  const none: ReadonlySet<number> = new Set()
  if (headingLevel(lines[title]?.text ?? '') !== 1) return none
  let first = title + 1
  while (isBlank(lines[first]?.text ?? 'x')) first++
  const found: number[] = []
  for (let at = first; at < Math.min(lines.length, first + mostLines); at++) {
    const text = lines[at]?.text ?? ''
    if (isBlank(text)) break
    if (!anyEntry.test(text) || lines[at]?.verbatim) return none
    found.push(at)
  }
  const texts = found.map((at) => lines[at]?.text ?? '')
  const known = texts.filter((text) => property.test(text)).length
  return first > title + 1 && known * 2 > texts.length && texts.length > 1 && texts.some((text) => telling.test(text))
    ? new Set(found)
    : none
}
