/** Fences that another tool fills in (`dataview`) or draws as a box (`ad-note`) → nothing, which is told, or the box. */
import { fenceStarts } from '../fences.js'
import type { Line, Mended } from '../lines.js'

const opening = /^([\s>]*)(`{3,}|~{3,})[ \t]*(dataview|dataviewjs|tasks|query|ad-([\w-]+))[ \t]*$/i
const setting = /^(?:title|collapse|icon|color):[ \t]*(.*)$/i

export function readToolFences(lines: readonly Line[]): Mended {
  if (!lines.some(({ isCode, text }) => isCode && opening.test(text))) return { lines, findings: [] }
  const starts = fenceStarts(lines)
  const kept: Line[] = []
  const told = new Map<string, number[]>()
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (line === undefined) break
    const [, indent = '', mark = '', name = '', kind] = starts.has(at) ? (opening.exec(line.text) ?? []) : []
    const end = mark === '' ? -1 : endOf(lines, at, mark)
    if (end < 0) {
      kept.push(line)
      continue
    }
    const inside = lines.slice(at + 1, end)
    if (kind === undefined) {
      const places = told.get(name) ?? []
      for (const one of lines.slice(at, end + 1)) places.push(one.line)
      told.set(name, places)
      kept.push({ text: indent, line: line.line })
    } else for (const one of boxOf(indent, kind, line, inside)) kept.push(one)
    at = end
  }
  const findings = [...told].map(([tool, places]) => ({
    code: 'comment-dropped' as const,
    place: { line: places[0] ?? 1 },
    facts: { tool, lines: places },
  }))
  return { lines: kept, findings }
}

function endOf(lines: readonly Line[], at: number, mark: string): number {
  for (let index = at + 1; lines[index]?.isCode; index++)
    if ((lines[index]?.text ?? '').replace(/^[\s>]*/, '').startsWith(mark)) return index
  return -1
}

function boxOf(indent: string, kind: string, first: Line, inside: readonly Line[]): readonly Line[] {
  const count = inside.findIndex(({ text }) => !setting.test(text.trim()))
  const settings = inside.slice(0, count < 0 ? inside.length : count)
  const title = settings.map(({ text }) => /^title:[ \t]*(.*)$/i.exec(text.trim())?.[1] ?? '').join('')
  const body = inside.slice(settings.length)
  return [
    { text: indent, line: first.line },
    { text: `${indent}> [!${kind}] ${title}`.trimEnd(), line: first.line },
    ...body.map(({ text, line }): Line => ({ text: `${indent}> ${text.slice(indent.length)}`, line })),
    { text: indent, line: body.at(-1)?.line ?? first.line },
  ]
}
