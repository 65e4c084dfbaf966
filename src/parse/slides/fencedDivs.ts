/** Lines of Pandoc and Quarto → the same without the fences (`::: {.r-stack}`) that say nothing here, and with what a slide's footer says taken out. */
import { attributesIn } from '../attributeList.js'
import { isBlank, type Line } from '../lines.js'
import type { Telling } from './dialect.js'

export const opening =
  /^\s{0,12}:{3,}[ \t]*(\{[^{}\n]{0,600}\}|[\w.-]{1,60}(?:[ \t]+\{[^{}\n]{0,600}\})?)[ \t]*:*[ \t]*$/
export const closing = /^\s{0,12}:{3,}[ \t]*$/

/** Columns, steps, notes and callouts, which are read further on. */
const readElsewhere =
  /^(?:columns?|cols?|(?:non)?incremental|fragment|(?:speaker-?|presenter-?)?notes|block|(?:callout-)?(?:note|tip|important|warning|caution|info|danger|success|question|example|abstract|bug|quote))$/i

interface Fence {
  readonly isKept: boolean
  readonly isFooter: boolean
  readonly isForOthers: boolean
}

export interface WithoutDivs {
  readonly lines: readonly Line[]
  readonly footer?: string
}

export function withoutDivs(lines: readonly Line[], told: Telling): WithoutDivs {
  if (!lines.some(({ text }) => text.includes(':::'))) return { lines }
  const open: Fence[] = []
  const footer: string[] = []
  let footers = 0
  let others = 0
  const left = lines.map((line): Line => {
    const { text, verbatim } = line
    const gone = { text: '', line: line.line }
    if (verbatim && others === 0) return line
    const head = verbatim ? undefined : opening.exec(text)?.[1]
    if (head !== undefined) {
      const classes = classesIn(head)
      const isFooter = classes.includes('footer')
      const isForOthers = isForOtherFormats(head, classes)
      if (isFooter) footers++
      if (isForOthers && others++ === 0) told.hide([line.line])
      open.push({ isKept: isKnown(head, classes) && others === 0, isFooter, isForOthers })
      if (others > 0) return gone
      if (open.at(-1)?.isKept) return line
      const note = isFooter || classes.includes('aside') ? told.obey : told.drop
      note.call(told, `::: ${classes[0] ?? '{…}'}`, [line.line])
      return gone
    }
    if (!verbatim && closing.test(text)) {
      const ended = open.pop()
      if (ended?.isFooter) footers--
      if (ended?.isForOthers) others--
      return ended?.isKept ? line : gone
    }
    if (others > 0) {
      if (!isBlank(text)) told.hide([line.line], text)
      return gone
    }
    if (footers === 0) return line
    if (!isBlank(text)) told.obey('::: footer', [line.line])
    footer.push(text.trim())
    return gone
  })
  const said = wordsOf(footer.join(' '))
  return { lines: left, ...(said === '' ? {} : { footer: said }) }
}

/** @param text the line that opens one */
export const isReadElsewhere = (text: string): boolean => {
  const head = opening.exec(text)?.[1] ?? /^\s*:+[ \t]*([\w-]+)/.exec(text)?.[1] ?? ''
  return isKnown(head, classesIn(head))
}

const isKnown = (head: string, classes: readonly string[]): boolean =>
  /[\s{]layout-ncol\s*=/.test(head) || classes.some((each) => readElsewhere.test(each))

const ours = /^(?:revealjs|html(?::\w+)?)$/

/** `.content-visible when-format="pdf"`, `.content-hidden unless-format="docx"`, `.content-hidden`. */
function isForOtherFormats(head: string, classes: readonly string[]): boolean {
  const isShown = classes.includes('content-visible')
  if (!isShown && !classes.includes('content-hidden')) return false
  const [, when, format = ''] = /\b(when|unless)-format\s*=\s*["']?([\w:.-]+)/.exec(head) ?? []
  // What else it may hang on is not known here.
  if (when === undefined) return !isShown && !/\b(?:when|unless)-/.test(head)
  return isShown !== (ours.test(format) === (when === 'when'))
}

const classesIn = (head: string): readonly string[] => {
  const [, name, braces = ''] = /^([\w.-]+)?[ \t]*(?:\{([^{}]*)\})?$/.exec(head) ?? []
  const { classes } = attributesIn(braces)
  return name === undefined ? classes : [name, ...classes]
}

/** A foot is one line of plain text. */
export const wordsOf = (text: string): string =>
  text
    .replace(/\{\{<[^{}\n]{0,300}>\}\}/g, '')
    .replace(/<(https?:[^<>\s]{1,300})>/g, '$1')
    .replace(/!\[[^\]\n]{0,400}\]\([^()\n]{0,800}\)/g, '')
    .replace(/\[([^\]\n]{0,400})\]\([^()\n]{0,800}\)/g, '$1')
    .replace(/\{[^{}\n]{0,300}\}/g, '')
    .replace(/(\*\*|__|[*_`])(\S(?:[^\n]{0,300}?\S)?)\1/g, '$2')
    .replace(/\s+/g, ' ')
    .trim()

/** Which of the lines stand in a fenced div that ends somewhere: no heading there opens a slide. */
export function linesInDivs(lines: readonly Line[]): readonly boolean[] {
  const open: number[] = []
  const changes = new Map<number, number>()
  const change = (at: number, by: number): void => void changes.set(at, (changes.get(at) ?? 0) + by)
  for (const [index, { text, verbatim }] of lines.entries()) {
    if (verbatim || !text.includes(':::')) continue
    if (opening.test(text)) open.push(index)
    else if (closing.test(text)) {
      const from = open.pop()
      if (from === undefined) continue
      change(from, 1)
      change(index, -1)
    }
  }
  let depth = 0
  return lines.map((_, index) => {
    depth += changes.get(index) ?? 0
    return depth > 0
  })
}
