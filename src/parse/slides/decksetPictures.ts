/** Pictures of Deckset (`![left fit](a.jpg)`, `![inline 50%](a.jpg)`) → backgrounds where there is text on the slide, else pictures with their sizes. */
import { pushAll } from '../../model/lists.js'
import type { Background } from '../../model/notes.js'
import { mediumOf } from '../html/media.js'
import { isBlank, type Line } from '../lines.js'
import { withoutCode } from '../speaker/tags.js'
import { backgroundOf } from './background.js'
import type { Telling } from './dialect.js'

const image = /!\[([^\]\n]{0,400})\]\(([^()\n]{0,600}(?:\([^()\n]{0,200}\)[^()\n]{0,600})?)\)/g
const sign =
  /^(?:inline|fit|fill|left|right|original|filtered|autoplay|loop|mute|hide|\d{1,3}%|corner-radius\(\d{1,3}\))$/

export function placePictures(
  lines: readonly Line[],
  told: Telling,
): { readonly lines: readonly Line[]; readonly backgrounds: readonly Background[] } {
  if (!lines.some(({ text }) => text.includes('!['))) return { lines, backgrounds: [] }
  const hasText = lines.some((line) => holdsText(line))
  const backgrounds: Background[] = []
  const left = lines.map((line): Line => {
    if (line.verbatim || !line.text.includes('![')) return line
    let text = ''
    let from = 0
    for (const found of withoutCode(line.text).matchAll(image)) {
      const [whole, said = '', written = ''] = found
      const words = said.split(/[\s,]+/).filter(Boolean)
      if (!words.every((word) => sign.test(word))) continue
      const address = written
        .trim()
        .replace(/^<(.*)>$/, '$1')
        .replace(/\s+["'].*$/, '')
      text += line.text.slice(from, found.index)
      from = found.index + whole.length
      const isBehind = hasText && !words.includes('inline') && mediumOf(address) === undefined && !isFilm(address)
      if (words.length > 0 || isBehind) told.obey(`![${words[0] ?? ''}]`, [line.line])
      if (isBehind) pushAll(backgrounds, asBackground(address, words))
      else text += asPicture(written, words)
    }
    return from === 0 ? line : { ...line, text: text + line.text.slice(from) }
  })
  return { lines: left, backgrounds }
}

const isFilm = (address: string): boolean =>
  /^https?:\/\/(?:www\.)?(?:youtube\.com|youtu\.be|vimeo\.com)\//i.test(address)

/** Pictures and what the speaker says aside. */
const holdsText = ({ text, isCode }: Line): boolean =>
  isCode === true ||
  (!text.startsWith('^') &&
    !/^\[\^[^\]]+\]:/.test(text) &&
    !isBlank(text.replace(image, '').replace(/<br\s*\/?>|[#>]/gi, '')))

const asBackground = (picture: string, words: readonly string[]): readonly Background[] =>
  backgroundOf({
    picture,
    side: words.find((word) => word === 'left' || word === 'right'),
    fit: words.includes('fit') ? 'contain' : undefined,
  })

/** Larger than they are is as large as they can be. */
function asPicture(address: string, words: readonly string[]): string {
  const percent = Number(words.find((word) => word.endsWith('%'))?.slice(0, -1))
  return `![](${address})${percent > 0 && percent < 100 ? `{width=${percent}%}` : ''}`
}
