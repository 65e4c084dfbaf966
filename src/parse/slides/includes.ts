/** Lines that put another file in their place, as each tool writes them → nothing, and a finding that names the file. */
import type { Finding } from '../../model/finding.js'
import type { Line, Mended } from '../lines.js'

/** Of reveal-md, Quarto, presenterm and VitePress, Markdown Preview Enhanced, PlantUML and who took that over, Obsidian, Jekyll, MkDocs, mdBook, DocFX. */
const includes: readonly RegExp[] = [
  /^FILE:[ \t]+(\S+\.\w{2,8})[ \t]*$/,
  /^\{\{<[ \t]*include[ \t]+(\S+)[ \t]*>\}\}[ \t]*$/,
  /^<!--[ \t]*[@#]?include(?:[ \t]*:[ \t]*|[ \t]+(?:file=|virtual=)?)["']?([^\s"']{1,300}\.\w{2,8})["']?[ \t]*-->[ \t]*$/,
  /^@import[ \t]+["']([^"'\n]{1,300})["'][ \t]*$/,
  /^!include(?:d)?(?:[ \t]+|\()["']?([^\s"')]{1,300})["']?\)?[ \t]*$/,
  /^!\[\[([^[\]|#\n]{1,300}\.(?:md|markdown|mdx|qmd))(?:#[^[\]|\n]{0,200})?(?:\|[^[\]\n]{0,200})?\]\][ \t]*$/i,
  /^\{%-?[ \t]*include(?:_relative)?[ \t]+["']?([^\s"'%]{1,300}\.(?:md|markdown))["']?[^%\n]{0,200}%\}[ \t]*$/i,
  /^-{1,2}8<-{1,3}[ \t]+["']([^"'\n]{1,300})["'][ \t]*$/,
  /^\{\{[ \t]*#include[ \t]+([^\s{}]{1,300})[ \t]*\}\}[ \t]*$/,
  /^\{!>?[ \t]*([^\s{}!]{1,300})[ \t]*!\}[ \t]*$/,
  /^\[!include(?:[ \t]*\[[^[\]\n]{0,200}\])?\(([^()\s]{1,300})\)\][ \t]*$/i,
]

/** Nothing of theirs is text. */
export const isInclude = (text: string): boolean => mayInclude.test(text) && pathIn(text) !== undefined

const mayInclude = /include|import|FILE:|8<-|!\[\[|\{!/i

export function takeIncludes(lines: readonly Line[]): Mended {
  const findings: Finding[] = []
  let fence = ''
  const kept = lines.map((line): Line => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line.text)?.[1] ?? ''
    if (fence === '' ? mark !== '' : mark.startsWith(fence)) fence = fence === '' ? mark : ''
    const path = fence === '' && line.text.length < 500 && mayInclude.test(line.text) ? pathIn(line.text) : undefined
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
