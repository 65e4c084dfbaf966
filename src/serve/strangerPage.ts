/** Somebody whom this server does not know → a page that says which address to open. */
import { type Answer, htmlAnswer } from './answer.js'

/**
 * @param fromElsewhere a link on another site led here. Browsers keep our cookie to themselves then, though it may have been
 * set just before; asked for by a page of ours, they send it.
 */
export const strangerAnswer = (fromElsewhere: boolean): Answer => ({
  ...htmlAnswer(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${fromElsewhere ? '<meta http-equiv="refresh" content="0">\n' : ''}<title>Talkback</title>
<style>:root { color-scheme: light dark } body { max-width: 36em; margin: 20vh auto; padding: 0 1em; font: 1.125rem/1.5 system-ui, sans-serif }</style>
</head>
<body>
<p>To open this deck, use the whole address that <code>talkback serve</code> has printed: it ends with a key, <code>?key=…</code></p>
</body>
</html>
`),
  // It may well be somebody known.
  status: fromElsewhere ? 200 : 403,
})
