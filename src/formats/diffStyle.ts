/** How reports on what changed look: quiet around the slides, which have colours of their own; red and struck through for what is gone, green for what is new. */
export const reportStyle = `
:root { color-scheme: light; --ink: #1c1f24; --soft: #5b626d; --line: #d9dde3; --gone: #b3261e; --new: #13703a; --gone-ground: #fdeceb; --new-ground: #e6f4ea }
* { box-sizing: border-box }
body { margin: 0; background: #f4f5f7; color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif }
header, main { max-width: 1560px; margin: 0 auto; padding: 0 32px }
header { padding-top: 40px }
p, h1, h2, figure, dl, dd { margin: 0 }
.kind { color: var(--soft); font-size: 14px }
h1 { font-size: 30px; line-height: 1.25; overflow-wrap: anywhere }
.names { margin-top: 8px; color: var(--soft); overflow-wrap: anywhere }
.absence { margin-top: 8px; color: var(--soft); font-size: 14px; overflow-wrap: anywhere }
.counts { display: flex; align-items: baseline; flex-wrap: wrap; gap: 4px 24px; margin-top: 12px }
.counts span { text-transform: lowercase }
.counts b { font-size: 20px; font-variant-numeric: tabular-nums }
label { display: inline-block; margin-top: 12px; color: var(--soft); font-size: 14px }
article { margin: 24px 0; padding: 20px 24px 24px; background: #fff; border: 1px solid var(--line); border-radius: 6px }
h2 { font-size: 19px; line-height: 1.4; overflow-wrap: anywhere }
h2 small { color: var(--soft); font-size: 14px; font-weight: 400 }
.badge { display: inline-block; margin-inline-end: 8px; padding: 1px 10px; border: 1px solid currentColor; border-radius: 4px; font-size: 13px; font-weight: 600; vertical-align: 2px }
.added .badge { color: var(--new) }
.removed .badge { color: var(--gone) }
.changed .badge, .moved .badge { color: var(--soft) }
.added .kind-of { color: var(--new) }
.removed .kind-of { color: var(--gone) }
nav { margin: 24px 0; padding: 20px 24px; background: #fff; border: 1px solid var(--line); border-radius: 6px }
nav ol { margin: 8px 0 0; padding: 0; columns: 3 380px; column-gap: 32px; list-style: none; font-size: 14px }
nav li { break-inside: avoid; padding: 3px 0 }
nav a { display: grid; grid-template-columns: 2.2em 5.2em 1fr; gap: 8px; color: inherit; text-decoration: none; overflow-wrap: anywhere }
nav a:hover > :last-child, h2 a:hover { text-decoration: underline }
.nr { color: var(--soft); font-variant-numeric: tabular-nums; font-weight: 400 }
nav .nr { text-align: end }
nav small { color: var(--soft); font-size: 12px; white-space: nowrap }
.kind-of { color: var(--soft) }
h2 .nr { margin-inline-end: 6px; text-decoration: none }
h2 { scroll-margin-top: 16px }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 20px; margin-top: 14px }
figcaption { margin-bottom: 4px; color: var(--soft); font-size: 14px; font-variant-numeric: tabular-nums }
.frame { position: relative; border: 1px solid var(--line); line-height: 0 }
img { width: 100%; height: auto }
/* A marker's stroke: it has no edge that could be read as a letter, and shows on light and dark slides. */
.frame i { position: absolute; border-block-end: 2px solid rgb(24 160 84); background: rgb(40 200 110 / .24) }
.gone .frame i { border-color: rgb(226 60 48); background: rgb(255 80 70 / .24) }
body:not(:has(#marks:checked)) .frame i { display: none }
.absent { display: grid; place-items: center; aspect-ratio: var(--shape); border: 1px dashed #b6bcc6; color: var(--soft) }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 8px 20px; margin-top: 16px; padding-top: 14px; border-top: 1px solid var(--line) }
dt { color: var(--soft) }
dd { min-width: 0; overflow-wrap: anywhere }
.same-words { margin-top: 14px; color: var(--soft) }
.gap { color: var(--soft) }
del { background: var(--gone-ground); color: var(--gone); text-decoration: line-through }
ins { background: var(--new-ground); color: var(--new); text-decoration: none }
@media (max-width: 720px) {
  header, main { padding: 0 16px }
  header { padding-top: 24px }
  article { padding: 16px }
  nav { padding: 16px }
  .pair { grid-template-columns: 1fr }
  dl { grid-template-columns: 1fr; gap: 2px }
  dd + dt { margin-top: 10px }
}
@media print {
  body { background: #fff }
  label { display: none }
  nav { padding: 0; border: 0; border-radius: 0; break-after: page }
  nav ol { columns: 2; column-gap: 24px; font-size: 11px; line-height: 1.4 }
  nav li { padding: 1px 0 }
  nav small { font-size: 9.5px }
  nav + article { border-top: 0 }
  article { break-inside: avoid; border: 0; border-top: 1px solid var(--line); border-radius: 0; padding: 12px 0 }
  * { print-color-adjust: exact }
}
`
