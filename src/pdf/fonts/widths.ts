/** How wide the glyphs of a composite font are (`[3 [500 600] 7 9 250]`), in thousandths of the type size ⇄ glyph to width. */

const entry = /(\d+) (?:\[ ?([^\]]*)\]|(\d+) (-?[\d.]+))/g

export function readWidths(value: string | undefined): Map<number, number> {
  const widths = new Map<number, number>()
  const inner = (value ?? '').replace(/^\s*\[|\]\s*$/g, '')
  for (const [, first, list, last, width] of inner.matchAll(entry)) {
    const from = Number(first)
    if (list === undefined) for (let glyph = from; glyph <= Number(last); glyph++) widths.set(glyph, Number(width))
    else for (const [index, each] of (list.match(/-?[\d.]+/g) ?? []).entries()) widths.set(from + index, Number(each))
  }
  return widths
}

export function writeWidths(widths: ReadonlyMap<number, number>): string {
  const runs: { readonly from: number; readonly widths: number[] }[] = []
  for (const [glyph, width] of [...widths].sort(([a], [b]) => a - b)) {
    const run = runs.at(-1)
    if (run && run.from + run.widths.length === glyph) run.widths.push(width)
    else runs.push({ from: glyph, widths: [width] })
  }
  return `[${runs.map((run) => `${run.from} [${run.widths.join(' ')}]`).join(' ')}]`
}
