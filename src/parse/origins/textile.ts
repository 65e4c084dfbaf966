/** Textile: `h1. Title`, `bq. words`, `bc. code`, `# one` for numbers. */
import { type Origin, outsideCode } from './origin.js'

const heading = /^h([1-6])(?:[({[][^\s]{0,60}[)}\]])?[<>=]{0,2}\.[ \t]+(\S.*)$/

const signs = [
  heading,
  /^(?:bq|bc|p|pre|fn\d+)(?:[({[][^\s]{0,60}[)}\]])?[<>=]{0,2}\.{1,2}[ \t]+\S/,
  /^[*#]{2,6}[ \t]+\S|^\|_\.|(?<=^|\s)"[^"\n]{1,200}":https?:|(?<=^|\s)![^\s!]{1,200}\.(?:png|jpe?g|gif)!/,
]
/** What Textile has not, or as something else; `## one` counts on from `# one`. */
const markdown = /\]\([^\s()]{1,400}\)|^[-+] \[[ xX]\] |^(?:---|===)+[ \t]*$/

export const textile: Origin = {
  name: 'Textile',
  sign: /^h[1-6]/m,
  // A line that says `h1. x` may stand in any notes on HTML.
  is: (texts) =>
    texts.some((text) => heading.test(text)) &&
    texts.filter((text) => signs.some((sign) => sign.test(text))).length > 1 &&
    !texts.some((text, at) => markdown.test(text) || (/^##+ \S/.test(text) && !texts[at - 1]?.startsWith('#'))),
  marks: [
    /^h[1-6][^\s.]{0,60}\.(?=[ \t])/,
    /^(?:bq|bc|p|pre|fn\d+)[^\s.]{0,60}\.{1,2}(?=[ \t])/,
    /(?<=\|)_\./,
    /(?<="):https?:\S+/,
  ],
  write: (lines, pen) => {
    for (const line of lines) {
      const [, level = '', title = ''] = heading.exec(line.text) ?? []
      if (level !== '') {
        pen.put('', line)
        pen.put(`${'#'.repeat(Number(level))} ${inline(title)}`, line)
        continue
      }
      const [, signs = '', words = ''] = /^([*#]+)[ \t]+(\S.*)$/.exec(line.text) ?? []
      const [, block = '', rest = ''] =
        /^(bq|bc|p|pre)(?:[({[][^\s]{0,60}[)}\]])?\.{1,2}[ \t]+(\S.*)$/.exec(line.text) ?? []
      if (signs !== '')
        pen.put(`${'   '.repeat(signs.length - 1)}${signs.endsWith('#') ? '1.' : '-'} ${inline(words)}`, line)
      else if (block === 'bq') pen.put(`> ${inline(rest)}`, line)
      else if (/^(?:bc|pre)$/.test(block)) pen.code('', [{ ...line, text: rest }], { first: line, last: line })
      else if (block === 'p') pen.put(inline(rest), line)
      else if (/^\|.*\|\s*$/.test(line.text)) pen.put(line.text.replace(/\|_\.[ \t]*/g, '|'), line)
      else pen.put(inline(line.text), line)
    }
  },
}

const inline = (text: string): string =>
  outsideCode(text.replace(/(?<=^|[\s(])@(?=\S)([^@\n]{1,200}?)@(?=$|[\s.,;:)])/g, '`$1`'), (piece) =>
    piece
      .replace(
        /(?<=^|\s)!([^\s!]{1,400}\.(?:png|jpe?g|gif|svg|webp))(?:\(([^()\n]{0,200})\))?!/g,
        (_, file: string, words = '') => `![${words}](${file})`,
      )
      .replace(/"([^"\n]{1,400})":(https?:[^\s<>"]{1,800}?)(?=[.,;:]?(?:\s|$))/g, '[$1]($2)')
      .replace(/(?<=^|[\s(])\*(?=\S)([^*\n]{1,300}?)(?<=\S)\*(?=$|[\s.,;:)])/g, '**$1**')
      .replace(/(?<=^|[\s(])-(?=\S)([^-\n]{1,200}?)(?<=\S)-(?=$|[\s.,;:)])/g, '~~$1~~'),
  )
