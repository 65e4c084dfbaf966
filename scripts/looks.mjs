/** `npm run looks -- FOLDER`: the notes of a folder, one a line, with what is measured of how their slides are set. */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { root } from './run.mjs'

const folder = resolve(process.argv[2] ?? join(root, 'notes'))
const columns = ['slides', 'overflow', 'torn', 'cuts', 'area', 'unlike', 'rhythm', 'misaligned', 'lost', 'order']
const all = []
row('notes', columns)
for (const name of readdirSync(folder).filter((each) => each.endsWith('.md'))) {
  const check = [join(root, 'bin', 'talkback.js'), 'check', '--json', '--offline', join(folder, name)]
  const { stdout } = spawnSync(process.execPath, check, { encoding: 'utf8', maxBuffer: 1e9 })
  const deck = JSON.parse(stdout)
  if (!deck.slides) continue
  const { slides, sizes, rhythm, misaligned, coverage, order } = deck
  const counts = [
    slides.length,
    slides.filter(({ overflow }) => overflow.x + overflow.y > 0).length,
    slides.filter(({ cut }) => cut === 'torn').length,
    slides.filter(({ cut }) => cut !== '').length,
    slides.reduce((sum, { area }) => sum + area, 0),
    sizes.unlike,
    rhythm,
    misaligned,
    coverage.lost.length,
    order.least,
    sizes.neighbours,
    order.mean,
  ]
  all.push(counts)
  row(name, counts)
}
const total = columns.concat('neighbours', 'mean').map((_, at) => all.reduce((sum, counts) => sum + counts[at], 0))
total[9] = Math.min(1, ...all.map((counts) => counts[9]))
row('all', total)
console.log(`unlike neighbours: ${((100 * total[5]) / Math.max(1, total[10])).toFixed(1)} %`)
console.log(`order: least ${total[9]}, mean ${(total[11] / Math.max(1, all.length)).toFixed(3)}`)

/** Areas are said as the mean of the slides. */
function row(name, values) {
  const shown = values
    .slice(0, columns.length)
    .map((value, at) => (at === 4 && values[0] > 0 ? (value / values[0]).toFixed(2) : value))
  console.log(name.slice(0, 34).padEnd(36) + shown.map((value) => String(value).padStart(11)).join(''))
}
