/** Lines that put another file in their place, as each tool writes them → nothing, and a finding that names the file. */
import type { Finding } from '../../model/finding.js'
import type { Line, Mended } from '../lines.js'

/** Of reveal-md's preprocessor, Quarto, presenterm, Markdown Preview Enhanced, PlantUML's way that others took over. */
const includes: readonly RegExp[] = [
  /^FILE:[ \t]+(\S+)[ \t]*$/,
  /^\{\{<[ \t]*include[ \t]+(\S+)[ \t]*>\}\}[ \t]*$/,
  /^<!--[ \t]*include[ \t]*:[ \t]*(\S+)[ \t]*-->[ \t]*$/,
  /^@import[ \t]+"([^"\n]{1,300})"[ \t]*$/,
  /^!include(?:d)?(?:[ \t]+|\()["']?([^\s"')]{1,300})["']?\)?[ \t]*$/,
]

export function takeIncludes(lines: readonly Line[]): Mended {
  const findings: Finding[] = []
  let fence = ''
  const kept = lines.map((line): Line => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line.text)?.[1] ?? ''
    if (fence === '' ? mark !== '' : mark.startsWith(fence)) fence = fence === '' ? mark : ''
    const path = fence === '' && line.text.length < 500 ? pathIn(line.text) : undefined
    if (path === undefined) return line
    findings.push({ code: 'include-unread', place: { line: line.line }, facts: { path } })
    return { text: '', line: line.line }
  })
  return { lines: findings.length === 0 ? lines : kept, findings }
}

function pathIn(text: string): string | undefined {
  for (const pattern of includes) {
    const path = pattern.exec(text)?.[1]
    if (path !== undefined) return path
  }
  return undefined
}
