/** The address of the page ⇄ the slide that it names, as reveal.js writes it: `#/title`, `#/title--2` for a part. */

/** reveal.js writes where it is up to a second late: call this before the page is left. */
export function writeAddress(id: string): void {
  if (id !== '') replace(id)
}

/** A part that is not there any more would lead to the first slide: the last one that is there is nearer. Before the player starts. */
export function mendAddress(): void {
  const name = decoded(location.hash.replace(/^#\/?/, ''))
  const [, planned = '', part = ''] = /^(.+)--(\d{1,4})$/.exec(name) ?? []
  if (part === '' || document.getElementById(name)) return
  for (let earlier = Number(part); earlier > 0; earlier--) {
    const id = earlier > 1 ? `${planned}--${earlier}` : planned
    if (document.getElementById(id) === null) continue
    replace(id)
    return
  }
}

const replace = (id: string): void => history.replaceState(null, '', `#/${encodeURIComponent(id)}`)

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
