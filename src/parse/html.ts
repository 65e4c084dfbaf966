/** HTML in the notes → what of it is text: no tag passes through, the words between tags stay. */

/** A piece of a block of HTML. */
export type HtmlPiece =
  /** Markdown text, as inline HTML leaves it; `level` when it stood in `<h1>`…`<h6>`. */
  | { readonly kind: 'text'; readonly text: string; readonly level?: number; readonly offset: number }
  | { readonly kind: 'comment'; readonly text: string; readonly offset: number }
  /** What is marked as the speaker's. */
  | { readonly kind: 'spoken'; readonly text: string; readonly offset: number }
  | { readonly kind: 'code'; readonly text: string; readonly offset: number }
  /** A tag that went, or a script or style with all that was in it. */
  | { readonly kind: 'dropped'; readonly tag: string; readonly offset: number; readonly length: number }

export interface Tag {
  readonly name: string
  readonly closes: boolean
  readonly attributes: ReadonlyMap<string, string>
}

const knownTags = new Set(
  (
    'a abbr acronym address area article aside audio b base basefont bdi bdo big blockquote body br button canvas caption ' +
    'center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption ' +
    'figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label ' +
    'legend li link main map mark menu menuitem meta meter nav nobr noframes noscript object ol optgroup option output p ' +
    'param picture pre progress q rp rt ruby s samp script search section select small source span strike strong style sub ' +
    'summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr'
  ).split(' '),
)

const blockTags = new Set(
  'address article aside blockquote body center details dialog div dl fieldset figure footer form header hr html main nav ol p section summary table ul h1 h2 h3 h4 h5 h6 figcaption caption'.split(
    ' ',
  ),
)
/** Tags whose whole content is code, or nothing a reader should see. */
const enclosing = new Set(['script', 'style', 'pre'])
const lineTags = new Set(['li', 'tr', 'dt', 'dd', 'br', 'option'])

/** Reads `<name …>` or `</name>`; nothing for tags that HTML doesn't know, such as `vector<int>`. */
export const readTag = (text: string): Tag | undefined => {
  const match = /^<(\/?)([A-Za-z][A-Za-z0-9-]*)/.exec(text)
  const name = match?.[2]?.toLowerCase() ?? ''
  if (match === null || !knownTags.has(name)) return undefined
  const attributes = new Map<string, string>()
  const pattern = /([A-Za-z_:][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/g
  for (const found of text.slice(match[0].length).matchAll(pattern)) {
    attributes.set((found[1] ?? '').toLowerCase(), found[2] ?? found[3] ?? found[4] ?? '')
  }
  return { name, closes: match[1] === '/', attributes }
}

/** `<aside class="notes">`: what the speaker says, as reveal.js has it. */
export const isForSpeaker = ({ name, closes, attributes }: Tag): boolean =>
  name === 'aside' && !closes && (attributes.get('class')?.split(/\s+/).includes('notes') ?? false)

const tags = /<\/?[a-z][^<>]{0,400}>/gi

/** The tags of a reader's own HTML say nothing to the speaker; points stay points. */
export const withoutTags = (text: string): string =>
  text.replace(tags, (written) => {
    const tag = readTag(written)
    if (tag === undefined) return written
    return tag.name === 'li' && !tag.closes ? '- ' : ''
  })

const entities: ReadonlyMap<string, string> = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&amp;', '&'],
])

/** What a `<pre>` shows: no tags, the entities that code needs read. */
const codeText = (html: string): string =>
  html
    .replace(/<\/?[A-Za-z][^<>]*>/g, '')
    .replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities.get(entity) ?? entity)
    .replace(/^\n|\n$/g, '')

const opener = /<!--|<\/?([A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*)?\/?>/g

/** Finds ends of comments, scripts and the like; remembers what isn't there, so that looking stays linear. */
const endFinder = (html: string): ((end: string, from: number) => number) => {
  const lower = html.toLowerCase()
  const missing = new Set<string>()
  return (end, from) => {
    if (missing.has(end)) return -1
    const at = lower.indexOf(end, from)
    if (at < 0) missing.add(end)
    return at
  }
}

/** Takes a block of HTML apart. Inline tags stay in the text for the inline reader, block tags end a paragraph. */
export const readHtml = (html: string): readonly HtmlPiece[] => {
  const pieces: HtmlPiece[] = []
  let pending = ''
  let pendingAt = 0
  let level: number | undefined
  let tail = ''
  const add = (text: string, at: number): void => {
    if (pending === '') {
      pending = text.trimStart()
      pendingAt = at + text.length - pending.length
    } else pending += text
    if (text !== '') tail = text.slice(-20)
  }
  const flush = (): void => {
    if (pending !== '') {
      pieces.push({
        kind: 'text',
        text: pending.trimEnd(),
        offset: pendingAt,
        ...(level === undefined ? {} : { level }),
      })
    }
    pending = ''
  }

  const findEnd = endFinder(html)
  let last = 0
  for (const match of html.matchAll(opener)) {
    const at = match.index
    if (at < last) continue
    add(html.slice(last, at), last)
    last = at + match[0].length
    const whole = match[0]
    const name = (match[1] ?? '').toLowerCase()
    const tag = name === 'aside' ? readTag(whole) : undefined
    const isSpoken = tag !== undefined && isForSpeaker(tag)
    const encloses = isSpoken || (enclosing.has(name) && !whole.startsWith('</'))
    const end = whole === '<!--' ? '-->' : encloses ? `</${name}` : ''
    const stop = end === '' ? -1 : findEnd(end, last)
    if (stop >= 0) {
      flush()
      const inside = html.slice(last, stop)
      last = stop + (end === '-->' ? 3 : Math.max(end.length, html.slice(stop, stop + 40).indexOf('>') + 1))
      if (end === '-->') pieces.push({ kind: 'comment', text: inside.trim(), offset: at })
      else if (isSpoken) pieces.push({ kind: 'spoken', text: withoutTags(inside).trim(), offset: at })
      else if (name === 'pre') pieces.push({ kind: 'code', text: codeText(inside), offset: at })
      else pieces.push({ kind: 'dropped', tag: name, offset: at, length: last - at })
    } else if (blockTags.has(name)) {
      flush()
      const heading = /^h([1-6])$/.exec(name)?.[1]
      level = heading !== undefined && !whole.startsWith('</') ? Number(heading) : undefined
      if (heading === undefined) pieces.push({ kind: 'dropped', tag: name, offset: at, length: 0 })
    } else if (lineTags.has(name)) {
      if (!whole.startsWith('</') && !/\n\s*$/.test(tail)) add('\n', at)
    } else if (name === 'td' || name === 'th') add(' ', at)
    else add(whole, at)
  }
  add(html.slice(last), last)
  flush()
  return pieces
}
