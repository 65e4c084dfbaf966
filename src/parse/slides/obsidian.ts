/** Obsidian's Advanced Slides: reveal.js with comments that begin without a dot, `+` for points that come later, blocks, icons and templates. */
import { isBlank, type Line } from '../lines.js'
import { asBackgrounds, backgroundOf, pictureOrColour } from './background.js'
import { type Dialect, Telling } from './dialect.js'
import { withoutDivs } from './fencedDivs.js'
import { reveal } from './reveal.js'

export const obsidian: Dialect = {
  cut: reveal.cut,
  asker: (deck) => {
    const ask = reveal.asker?.(deck)
    const always = backgroundOf(pictureOrColour(deck.head.get('bg')))
    return (stretch) => {
      const told = new Telling()
      const { lines } = withoutDivs(
        stretch.lines.map((line) => plainLine(line, told)),
        told,
      )
      const asked = ask?.({ ...stretch, lines }) ?? { lines, wish: {}, met: [], unmet: [] }
      return {
        lines: asked.lines,
        wish: { ...asBackgrounds(always), ...asked.wish },
        met: [...told.met, ...asked.met],
        unmet: [...told.unmet, ...asked.unmet],
      }
    }
  },
}

const icon = /!\[[^\]\n]{0,40}\]\(fa[a-z]?[ \t]+fa-[^()\n]{1,100}\)|(?<![\w:]):fa[a-z]?_[\w-]{1,40}:/g
const ofTemplate = /^\s*<%\??[ \t]*[\w-]{1,40}[ \t]*%>[ \t]*$/

function plainLine(line: Line, told: Telling): Line {
  if (line.isCode || isBlank(line.text)) return line
  if (ofTemplate.test(line.text)) {
    told.drop('<% … %>', [line.line])
    return { text: '', line: line.line }
  }
  const text = line.text
    // How a block looks.
    .replace(/^(\s*:{3,}[^<\n]{0,200})<!--[^\n]{0,400}-->[ \t]*$/, (_, colons: string) => {
      told.drop('element', [line.line])
      return colons
    })
    .replace(/<!--(\s*)element(?=\s+[\w-]+\s*=)/g, '<!--$1.element:')
    // Of a vault, in braces of its own.
    .replace(/^(\s*<!--\s*\.?slide\b[^\n]{0,400}?["'])\[\[([^[\]\n]{1,300})\]\]/, '$1$2')
    .replace(icon, (written) => {
      told.drop(written.slice(0, 20), [line.line])
      return ''
    })
  const point = line.verbatim ? null : /^(\s*)(?:\+(?=[ \t])|(\d{1,9})\)(?=[ \t]))/.exec(text)
  if (point === null) return text === line.text ? line : { ...line, text }
  const [written, indent = '', number] = point
  const sign = number === undefined ? '-' : `${number}.`
  return { ...line, text: indent + sign + text.slice(written.length), isStep: true }
}
