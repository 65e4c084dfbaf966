/** The blocks of one file among several, and its front matter → its title, and what stands under it. */
import type { Block, Heading, Inline } from '../../model/notes.js'
import { plainText } from '../../model/text.js'
import type { FrontMatter } from '../../parse/frontMatter.js'
import { titleOfFile } from '../../plan/fileName.js'
import { ownFacts } from './headOf.js'

export interface TitledPart {
  readonly title: Heading
  readonly rest: readonly Block[]
}

/**
 * Its one heading above all others is its title, unless the front matter has another: then that goes down with the rest.
 * @param all front matter of the whole deck: what that says is not said again
 * @param first its first line
 */
export function titledPart(
  blocks: readonly Block[],
  own: FrontMatter,
  all: FrontMatter,
  file: string,
  first: number,
): TitledPart {
  const tops = blocks.filter(isTop)
  const opening = blocks.find(({ kind }) => kind === 'heading')
  const [lone] = tops.length === 1 && tops[0] === opening ? tops : []
  const said = own.front['title']
  const written = said === undefined || said.value === null ? '' : [said.value].flat().join(', ')
  const isTitle = lone !== undefined && (written === '' || written === plainText(lone.inlines))
  const line = said?.line ?? first
  const made: Heading = {
    kind: 'heading',
    level: 1,
    inlines: [textOf(written || titleOfFile(file))],
    lines: [line, line],
  }
  const title = isTitle ? lone : made
  const below = isTitle ? blocks.filter((block) => block !== lone) : tops.length > 0 ? blocks.map(lowered) : blocks
  return { title, rest: [...aboutPart(ownFacts(own, all), title), ...below] }
}

function aboutPart(facts: readonly string[], { lines: [, line] }: Heading): readonly Block[] {
  return facts.length === 0 ? [] : [{ kind: 'paragraph', inlines: [textOf(facts.join(' · '))], lines: [line, line] }]
}

const isTop = (block: Block): block is Heading => block.kind === 'heading' && block.level === 1

const lowered = (block: Block): Block =>
  block.kind === 'heading' ? { ...block, level: Math.min(6, block.level + 1) } : block

const textOf = (text: string): Inline => ({ kind: 'text', text })
