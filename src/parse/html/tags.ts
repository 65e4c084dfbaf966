/** `<name …>` in a line of notes → its name and attributes, for whoever looks at lines before HTML is read; names that HTML doesn't know are text. */
import { blockNames } from './elements.js'
import { withoutPrefix } from './prefixed.js'

export interface Tag {
  readonly name: string
  readonly closes: boolean
  readonly attributes: ReadonlyMap<string, string>
}

const knownTags: ReadonlySet<string> = new Set(
  (
    'a abbr acronym address area article aside audio b base basefont bdi bdo big blockquote body br button canvas caption ' +
    'center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption ' +
    'figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label ' +
    'legend li link main map mark menu menuitem meta meter nav nobr noframes noscript object ol optgroup option output p ' +
    'param picture pre progress q rp rt ruby s samp script search section select small source span strike strong style sub ' +
    'summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr'
  ).split(' '),
)

/** Reads `<name …>` or `</name>`; nothing for tags that HTML doesn't know, such as `vector<int>`. */
export const readTag = (text: string): Tag | undefined => {
  const match = /^<(\/?)([A-Za-z][A-Za-z0-9-]*)/.exec(text)
  const name = match?.[2]?.toLowerCase() ?? ''
  if (match === null || !knownTags.has(name)) return undefined
  const attributes = new Map<string, string>()
  const pattern = /(?<![\w:.-])([A-Za-z_:][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/g
  for (const found of text.slice(match[0].length).matchAll(pattern)) {
    attributes.set((found[1] ?? '').toLowerCase(), found[2] ?? found[3] ?? found[4] ?? '')
  }
  return { name, closes: match[1] === '/', attributes }
}

/** Opening or closing, name (of components, too), attributes, and whether it ends itself. */
export const tagPattern = /<(\/?)([a-z][\w.:-]{0,60})((?:"[^"]{0,2000}"|'[^']{0,2000}'|[^<>"']){0,400}?)(\/?)>/gi

const tags = /<\/?[a-z][^<>]{0,400}>/gi

/** The tags of a reader's own HTML say nothing to the speaker; points stay points, and words of two blocks stay apart. */
export const withoutTags = (text: string): string =>
  text
    .replace(tags, (written) => {
      const tag = readTag(written)
      if (tag === undefined) return written
      if (tag.name === 'li') return tag.closes ? '' : '\n- '
      if (/^t[dh]$/.test(tag.name)) return ' '
      return tag.name === 'br' || tag.name === 'tr' ? '\n' : blockNames.has(tag.name) ? '\n\n' : ''
    })
    .replace(/^([ \t]*)\n+/, '$1')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()

/** Names of the elements that end somewhere in a text. */
export const endedIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/<\/([a-z][\w.:-]{0,60})\s*>/gi)].map(([, name = '']) => withoutPrefix(name.toLowerCase())))

export const isKnown = (name: string): boolean => knownTags.has(name)

/** They have no end. */
export const voidNames: ReadonlySet<string> = new Set(
  'area base basefont bgsound br col embed frame hr img input link meta param source track wbr'.split(' '),
)
