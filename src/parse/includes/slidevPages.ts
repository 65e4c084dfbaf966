/** Slidev's `src: ./pages/x.md#2,4-6` in the settings of a slide → the slides of that file, each with what these settings say. */
import { asComment, isBlank } from '../lines.js'
import { outsideOfCode } from '../slides/outsideOfCode.js'
import { anyHead } from '../slides/slideHead.js'
import type { Asker, Placed } from './ask.js'
import { rangesIn } from './excerpt.js'

const rule = /^---+[ \t]*$/

export const slidevPages: Asker = ({ texts, tool }, at) => {
  const head = tool === 'Slidev' && rule.test(texts[at] ?? '') ? anyHead(texts, at) : undefined
  const said = head?.entries.get('src')
  if (head === undefined || said === undefined) return undefined
  const [, path = '', range = ''] = /^([^#]*)(?:#(.*))?$/.exec(said) ?? []
  const end = slideEnd(texts, at + head.lines)
  const own = (from: number, to: number): readonly Placed[] =>
    texts.slice(from, to).map((text, index) => ({ text, line: 1, own: from + index }))
  const settings = entriesIn(own(at + 1, at + head.lines - 1)).filter(({ key }) => key !== 'src')
  const aside = asAside(own(at + head.lines, end))
  return {
    at,
    taken: end - at,
    by:
      at +
      Math.max(
        0,
        texts.slice(at, at + head.lines).findIndex((text) => text.startsWith('src')),
      ),
    path,
    place: (whole) => {
      const slides = chosen(slidesIn(whole), range)
      if (slides.length === 0) return undefined
      const between = { text: '', line: 1, own: at }
      return slides.flatMap((slide, index): readonly Placed[] => {
        const others = slide.settings.filter(({ key }) => settings.every((each) => each.key !== key))
        const entries = [...settings, ...others].flatMap(({ lines }) => lines)
        const fence = { ...between, text: '---' }
        // The first of them may be the head of the whole deck.
        const above = at === 0 && index === 0 ? [] : [between]
        const headed = entries.length > 0 ? [fence, ...entries, fence] : [fence]
        return [...above, ...headed, between, ...(index === 0 ? aside : []), ...slide.lines]
      })
    },
  }
}

interface Entry {
  readonly key: string
  readonly lines: readonly Placed[]
}

interface PageSlide {
  readonly settings: readonly Entry[]
  readonly lines: readonly Placed[]
}

function slideEnd(texts: readonly string[], from: number): number {
  for (const { text, line } of outsideOfCode(texts, from + 1)) if (rule.test(text)) return line - 1
  return texts.length
}

function entriesIn(lines: readonly Placed[]): readonly Entry[] {
  const entries: { key: string; lines: Placed[] }[] = []
  for (const line of lines) {
    const key = /^([\w$-]+)[ \t]*:/.exec(line.text)?.[1]
    if (key === undefined) entries.at(-1)?.lines.push(line)
    else entries.push({ key, lines: [line] })
  }
  return entries
}

function slidesIn(text: string): readonly PageSlide[] {
  const texts = text.split('\n')
  const placed = texts.map((text, index): Placed => ({ text, line: index + 1 }))
  const slides: PageSlide[] = []
  let at = texts.findIndex((each) => !isBlank(each))
  while (at >= 0 && at < texts.length) {
    const isRule = rule.test(texts[at] ?? '')
    const head = isRule ? anyHead(texts, at) : undefined
    const from = at + (head?.lines ?? (isRule ? 1 : 0))
    const end = slideEnd(texts, from)
    const settings = head ? entriesIn(placed.slice(at + 1, at + head.lines - 1)) : []
    slides.push({ settings, lines: placed.slice(from, end) })
    at = end
  }
  return slides
}

/** `2,4-6`, counted from 1. */
function chosen(slides: readonly PageSlide[], range: string): readonly PageSlide[] {
  if (/^(?:all|\*)?$/.test(range.trim())) return slides
  const ranges = rangesIn(range)
  return slides.filter((_, index) => ranges.some(([from, to]) => from <= index + 1 && index + 1 <= to))
}

/** Slidev shows nothing of what stands below `src:`, so it is the author's own. */
function asAside(lines: readonly Placed[]): readonly Placed[] {
  const first = lines.findIndex(({ text }) => !isBlank(text))
  const from = lines[first]
  if (from === undefined) return []
  const words = lines.slice(first).map(({ text }) => text.replace(/<!--|-->/g, ' '))
  const kept = asComment(`// ${words.join('\n').trim()}`).split('\n')
  const blank = { ...from, text: '' }
  return [...kept.map((text, index): Placed => ({ ...(lines[first + index] ?? from), text })), blank]
}
