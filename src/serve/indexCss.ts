/** The style of the list of decks: a table of pictures, light or dark as the reader likes it. */

export const indexCss = `:root { color-scheme: light dark; --ground: #f1f2f4; --ink: #1c2127; --soft: #59636e; --line: #cdd2d8; --lit: #1f5fbf; --wrong: #b5362a; }
@media (prefers-color-scheme: dark) { :root { --ground: #16191d; --ink: #eceef0; --soft: #a9b2bb; --line: #3a424b; --lit: #7db7ff; --wrong: #ff8f78; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 var(--words, system-ui), system-ui, sans-serif; }
header, main { max-width: 84rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 3rem); }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.75rem; padding-block: 2.5rem 1.5rem; }
header p { margin: 0; color: var(--soft); font-variant-numeric: tabular-nums; }
header .gone { margin-left: auto; color: var(--wrong); }
h1 { margin: 0; font-size: 1.75rem; font-weight: 600; line-height: 1.2; }
ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); gap: 2.5rem 2rem; margin: 0; padding: 0 0 4rem; list-style: none; }
li { position: relative; min-width: 0; }
.picture { position: relative; aspect-ratio: calc(var(--shape) * 0.75); overflow: hidden; border-radius: 4px; outline: 1px solid var(--line); background: #fff; }
iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; pointer-events: none; color-scheme: light; }
.coming { visibility: hidden; }
h2 { margin: 0.9rem 0 0; font: 600 1.125rem/1.35 var(--font), system-ui, sans-serif; overflow-wrap: anywhere; }
a { color: inherit; text-decoration: none; outline: none; }
a::after { content: ""; position: absolute; inset: 0; }
li:hover .picture { outline: 2px solid var(--soft); }
li:has(a:focus-visible) .picture { outline: 3px solid var(--lit); outline-offset: 2px; }
li:hover a, a:focus-visible { text-decoration: underline; text-underline-offset: 0.2em; }
.facts { margin: 0.15rem 0 0; color: var(--soft); font-size: 0.9375rem; overflow-wrap: anywhere; }
.state { font-size: 0.9375rem; overflow-wrap: anywhere; }
.state:not(:empty) { margin-top: 0.5rem; padding: 0.1rem 0 0.1rem 0.75rem; border-left: 3px solid var(--wrong); }
.state b { display: block; font-weight: 600; color: var(--wrong); }
.state span { font-size: 0.875em; }
`
