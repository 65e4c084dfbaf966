/** `npm run looks -- FOLDER`: the notes of a folder, one a line, with what is measured of how their slides are set. */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { root } from './run.mjs'

const folder = resolve(process.argv[2] ?? join(root, 'notes'))
const columns = ['slides', 'overflow', 'torn', 'cuts', 'area', 'unlike', 'rhythm', 'misaligned', 'lost']
const all = []
row('notes', columns)
for (const name of readdirSync(folder).filter((each) => each.endsWith('.md'))) {
  const check = [join(root, 'bin', 'talkback.js'), 'check', '--json', '--offline', join(folder, name)]
  const { stdout } = spawnSync(process.execPath, check, { encoding: 'utf8', maxBuffer: 1e9 })
  const deck = JSON.parse(stdout)
  if (!deck.slides) continue
  const { slides, sizes, rhythm, misaligned, coverage } = deck
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
    sizes.neighbours,
  ]
  all.push(counts)
  row(name, counts)
}
const total = columns.concat('neighbours').map((_, at) => all.reduce((sum, counts) => sum + counts[at], 0))
row('all', total)
console.log(`unlike neighbours: ${((100 * total[5]) / Math.max(1, total[9])).toFixed(1)} %`)

/** Areas are said as the mean of the slides. */
function row(name, values) {
  const shown = values
    .slice(0, columns.length)
    .map((value, at) => (at === 4 && values[0] > 0 ? (value / values[0]).toFixed(2) : value))
  console.log(name.slice(0, 34).padEnd(36) + shown.map((value) => String(value).padStart(11)).join(''))
}
