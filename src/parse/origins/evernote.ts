/** What Evernote exports (`.enex`): XML around pages of HTML, a page a note → those pages, each under its title. */
import type { Origin } from './origin.js'

const said = /<title>([^<>]*)<\/title>/g
/** What is in them says nothing to a reader: dates, places, files in letters. */
const data =
  /<(created|updated|tag|author|source|source-url|source-application|latitude|longitude|altitude|data|mime|width|height|duration|recognition|recoIndex|hash|file-name|timestamp|reminder-[a-z-]+|subject-date)\b[^<>]*>[^<>]*<\/\1>/g
const shell =
  /<\?xml[^<>]*\?>|<!DOCTYPE[^<>]*>|<\/?(?:en-export|note|content|note-attributes|resource|resource-attributes|en-note)\b[^<>]*>|<!\[CDATA\[|\]\]>/g

export const evernote: Origin = {
  name: 'Evernote',
  sign: /<en-(?:export|note)/,
  is: (texts) =>
    texts.some((text) => /^\s*(?:<\?xml[^<>]*>\s*)?(?:<!DOCTYPE[^<>]*>\s*)?<en-(?:export|note)\b/.test(text)),
  takesLongLines: true,
  marks: [data, shell, /^[A-Za-z0-9+/=]{60,}\s*$/],
  write: (lines, pen) => {
    let isData = false
    for (const line of lines) {
      const { text } = line
      if (/<data\b/.test(text)) isData = true
      const isOver = isData && /<\/data>/.test(text)
      if (isData) {
        pen.drop(line)
        if (isOver) isData = false
        continue
      }
      const kept = text
        .replace(data, '')
        .replace(said, (_, title: string) => `\n# ${title}\n`)
        .replace(shell, '')
      if (kept.trim() === '' && text.trim() !== '') pen.drop(line)
      else for (const part of kept.split('\n')) pen.put(part, line)
    }
  },
}
