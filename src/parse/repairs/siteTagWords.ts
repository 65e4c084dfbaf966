/** The name and the words of one tag of a site generator → what it says in Markdown: a picture, a film, a name; '' for nothing. */

const films: ReadonlyMap<string, string> = new Map([
  ['youtube', 'https://www.youtube.com/watch?v='],
  ['vimeo', 'https://vimeo.com/'],
  ['bilibili', 'https://www.bilibili.com/video/'],
])
export const unquoted = (words: string): string => words.trim().replace(/^(["'])(.*)\1$/, '$2')

export const attributeOf = (words: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)${name}=(?:"([^"]*)"|'([^']*)'|(\\S+))`)
    .exec(words)
    ?.slice(1)
    .find((value) => value !== undefined)

/** They say nothing, and nothing is lost without them. */
const quiet = /^(?:\/|end|raw$|more$|toc$|comment$)/

export function saidOr(name: string, words: string, note: (name: string) => void): string {
  const text = said(name, words)
  if (text === '' && !quiet.test(name)) note(name)
  return text
}

const wordsIn = (words: string): readonly string[] => (words.match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map(unquoted)

export function filmOf(name: string, words: string): string | undefined {
  const page = films.get(name)
  const id = attributeOf(words, 'id') ?? wordsIn(words)[0] ?? ''
  if (name === 'video' && /^[^\s<>()"']{3,400}$/.test(id) && /^https?:|\.\w{2,4}$/.test(id)) return id
  if (page === undefined || !/^(?:https?:\/\/)?[\w./?=&-]{2,200}$/.test(id)) return undefined
  return /^https?:/.test(id) ? id : page + id
}

/** What one tag says by itself. */
function said(name: string, words: string): string {
  const film = filmOf(name, words)
  if (film !== undefined) return `[${name}](${film})`
  const [first = '', ...rest] = wordsIn(words)
  if (/^(?:asset_img|img|image)$/.test(name) && !/\w=/.test(words)) return placedPicture(words)
  const isFigure = /^(?:figure|img|image)$/.test(name) || (name === 'include' && /(?:figure|image|img)\b/i.test(first))
  if (isFigure) return namedPicture(words)
  if (name === 'kbd' && first !== '' && !words.includes('`')) return `\`${first.replace(/^\w+=/, '')}\``
  if (/^(?:post|asset)_link$/.test(name)) return unquoted(rest.join(' ')) || first
  // What stands on a page of its own, or is opened by a click, below its name.
  if (/^(?:tab|tabitem|tab-item|details|expand)$/i.test(name)) {
    const title =
      attributeFrom(words, ['name', 'title', 'header', 'label', 'summary']) || (/=/.test(words) ? '' : first)
    return title === '' ? '' : `**${title}** `
  }
  if (name === 'label') return `==${unquoted(words.replace(/^\w*@/, ''))}==`
  if (/^(?:ref|relref|post_url|post_path|asset_path|link)$/.test(name)) return first
  return ''
}

const attributeFrom = (words: string, names: readonly string[]): string =>
  names.map((name) => attributeOf(words, name)).find((value) => value !== undefined) ?? ''

/** Hugo's `src="a.png" caption="words"`, and what themes of Jekyll include: `figure.html path="a.png"`. */
function namedPicture(words: string): string {
  const src = attributeFrom(words, ['src', 'path', 'url', 'image_path', 'image', 'link'])
  if (!/[./]/.test(src)) return ''
  const sizes = ['width', 'height'].map((name) => attributeOf(words, name))
  return pictureOf(src, attributeFrom(words, ['caption', 'title', 'alt']), sizes)
}

/** Hexo's `[class names] a.png [width [height]] ["title" ["words"]]`. */
function placedPicture(words: string): string {
  const list = wordsIn(words)
  const at = list.findIndex((word) => /[./]/.test(word))
  const src = list[at]
  if (src === undefined) return ''
  const behind = list.slice(at + 1)
  const first = behind.findIndex((word) => !/^\d{1,4}(?:px|%)?$/.test(word))
  const sizes = behind.slice(0, first < 0 ? behind.length : first)
  const texts = first < 0 ? [] : behind.slice(first)
  const [title = '', alt] = /["']/.test(words)
    ? texts.flatMap((text) => text.split('"').map((part) => part.trim())).filter(Boolean)
    : [texts.join(' ')]
  return alt === undefined ? pictureOf(src, title, sizes) : pictureOf(src, alt, sizes, title)
}

function pictureOf(src: string, words: string, sizes: readonly (string | undefined)[], title = ''): string {
  const [width, height] = sizes
  const said = [width && `width="${width}"`, height && `height="${height}"`].filter(Boolean).join(' ')
  const named = title === '' ? '' : ` "${title.replace(/"/g, '')}"`
  return `![${words.replace(/[[\]]/g, '')}](<${src}>${named})${said === '' ? '' : `{${said}}`}`
}
