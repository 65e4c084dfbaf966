/** Links of the notes that leave out where on the web they lead → links to slides, and findings about those that lead nowhere. */
import type { Slide } from '../model/deck.js'
import type { Finding } from '../model/finding.js'
import type { Block, Inline, Notes } from '../model/notes.js'
import { inlinesOf, visitBlocks, visitInlines } from '../model/visit.js'
import { withLinks } from '../model/withLinks.js'
import { type Anchors, anchorsOf, slideMeant } from './anchors.js'

interface Link {
  readonly href: string
  readonly line: number
}

/** @param slides of the whole deck, as it is shown */
export function settleLinks(
  slides: readonly Slide[],
  { blocks }: Pick<Notes, 'blocks'>,
): { readonly slides: readonly Slide[]; readonly findings: readonly Finding[] } {
  const links = linksIn(blocks).filter(({ href }) => !leadsOut(href))
  if (links.length === 0) return { slides, findings: [] }
  const anchors = anchorsOf(blocks, slides)
  const nowhere = new Map<string, Finding>()
  for (const { href, line } of links)
    if (leadsWithin(href) && !nowhere.has(href) && slideMeant(href, anchors) === undefined)
      nowhere.set(href, { code: 'link-nowhere', place: { line }, facts: { href } })
  return {
    slides: slides.map((slide) => (slide.kind !== 'agenda' && holdsWithin(slide) ? leading(slide, anchors) : slide)),
    findings: [...nowhere.values(), ...besideOf(links.filter(({ href }) => !leadsWithin(href)))],
  }
}

/** One for all of them: an article out of a site has a dozen. */
function besideOf(links: readonly Link[]): readonly Finding[] {
  const [first] = links
  if (first === undefined) return []
  const { href, line } = first
  return [
    { code: 'link-beside', place: { line }, facts: { href, lines: [...new Set(links.map((link) => link.line))] } },
  ]
}

const leadsWithin = (href: string): boolean => href.startsWith('#')
const leadsOut = (href: string): boolean => /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(href)

/** All but those of pictures that lead to the picture itself, as it is shown. */
function linksIn(blocks: readonly Block[]): readonly Link[] {
  const links: Link[] = []
  visitBlocks(blocks, (block) => {
    const [line] = block.lines
    for (const inlines of inlinesOf(block))
      visitInlines(inlines, (inline) => {
        if (inline.kind === 'link' && !inline.children.some((one) => one.kind === 'image' && one.src === inline.href))
          links.push({ href: inline.href, line })
      })
    if (block.kind === 'picture' && block.href !== undefined && block.href !== block.src)
      links.push({ href: block.href, line })
  })
  return links
}

const holdsWithin = ({ title, eyebrow = [], blocks }: Slide): boolean =>
  linksIn([...[title, eyebrow].map((inlines) => lineOf(inlines)), ...blocks]).some(({ href }) => leadsWithin(href))

const lineOf = (inlines: readonly Inline[]): Block => ({ kind: 'paragraph', inlines, lines: [1, 1] })

function leading(slide: Slide, anchors: Anchors): Slide {
  return withLinks(slide, (href) => {
    if (!leadsWithin(href)) return href
    // What the deck gathers at its end leads to slides by their ids already.
    if (slide.kind === 'closing' && anchors.ids.has(href.slice(1))) return href
    const id = slideMeant(href, anchors)
    return id === undefined ? href : `#${id}`
  })
}
