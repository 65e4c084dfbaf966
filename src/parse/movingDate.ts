/** `date: today`, and what else is another day in every build → the day that was written elsewhere, or none. */
import type { Finding } from '../model/finding.js'
import type { FrontValue } from '../model/notes.js'

type Front = Readonly<Record<string, FrontValue>>

/** Quarto's words, and what R Markdown, LaTeX and templates compute. */
const MOVING = /^(?:today|now|last-modified|auto|\\today|\{\{.*\}\}|[`'"]?r\b.*Sys\..*|.*Sys\.(?:Date|time)\(\).*)$/i

/** When the notes were changed last, as blogs write it down. */
const CHANGED = ['lastmod', 'last_modified_at', 'last-modified', 'updated', 'modified', 'date-modified']

export function withoutMovingDate(front: Front): { readonly front: Front; readonly findings: readonly Finding[] } {
  const { date, ...rest } = front
  if (date === undefined || !MOVING.test(String(date.value).trim())) return { front, findings: [] }
  const changed = CHANGED.map((key) => front[key]).find(
    (each) => each !== undefined && !MOVING.test(String(each.value)),
  )
  if (changed !== undefined) return { front: { ...front, date: { ...date, value: changed.value } }, findings: [] }
  const facts = { value: String(date.value) }
  return { front: rest, findings: [{ code: 'date-moving', place: { line: date.line }, facts }] }
}
