/** Several served decks → the page that lists them. */
import { escapeHtml } from '../render/escape.js'
import type { DeckDoor } from './deckDoor.js'

export function indexPage(doors: ReadonlyMap<string, DeckDoor>): string {
  const entries = [...doors].map(([name, { session }]) => {
    const { title, slides } = session.shown
    const href = `${encodeURIComponent(name)}/`
    return `<li><a href="${escapeHtml(href)}"><b>${escapeHtml(title)}</b><span>${escapeHtml(session.notes)} · ${slides.length}</span></a></li>`
  })
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Decks</title>
<style>
body { max-width: 44rem; margin: 4rem auto; padding: 0 1.5rem; background: #fff; color: #1c2127; font: 1.125rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.75rem; }
ul { margin: 0; padding: 0; list-style: none; border-top: 1px solid #d5dade; }
a { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1.5rem; padding: 0.75rem 0.25rem; border-bottom: 1px solid #d5dade; color: inherit; text-decoration: none; }
a:is(:hover, :focus-visible) { background: #f3f4f5; }
span { color: #59636e; font-size: 1rem; }
</style>
</head>
<body>
<h1>Decks</h1>
<ul>
${entries.join('\n')}
</ul>
</body>
</html>
`
}
