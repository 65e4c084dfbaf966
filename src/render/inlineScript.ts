/** A script → the element that holds it in a document, and the word by which the document's content policy lets it run. */
import { createHash } from 'node:crypto'

export interface InlineScript {
  readonly element: string
  /** For `script-src`. */
  readonly source: string
}

/**
 * Inside the document and allowed by its hash, as on `file:` no script beside it is: browsers count every file there as
 * the deck's own, or none.
 */
export function inlineScript(script: string): InlineScript {
  const text = betweenTags(script)
  const hash = createHash('sha256').update(text).digest('base64')
  return { element: `<script>${text}</script>`, source: `'sha256-${hash}'` }
}

/**
 * Script that can stand between tags. What would end it, or hide its end (`<!--` followed by `<script`), is inside a
 * string, a template or a regular expression, where `\x3C` means the same; operators are set apart by the bundler. Line
 * ends become what a reader of HTML makes of them, else the hash would be of another text.
 */
const betweenTags = (script: string): string => withLineEnds(script).replace(/<(?=!--|\/script)/gi, '\\x3C')

/** Scripts of ours have none of the others. */
const withLineEnds = (script: string): string => (script.includes('\r') ? script.replace(/\r\n?/g, '\n') : script)
