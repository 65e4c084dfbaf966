/** What esbuild bundled → the packages in it, and their notices: whose they are, and what is allowed with them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run.mjs'

/**
 * @param metafiles of bundles
 * @returns folders of packages, as they lie below `root`, each once
 */
export function packagesIn(metafiles) {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs))
  const folders = inputs.flatMap((path) => /.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? [])
  return [...new Set(folders)]
}

/** Lists in our own code that were taken from packages: the name of the package, which has its licence in `licences/`, and of what. */
export const copied = [['markdown-it-emoji', 'of the names in src/parse/emoji.ts']]

/**
 * @param lists from packages that are not in the bundle
 * @returns a text with the notice of each package, in the order of their names: the same packages give the same bytes
 */
export function noticesOf(folders, lists = []) {
  const notices = new Map([
    ...folders.map(noticeOf),
    ...lists.map(([name, of]) => [`${name}, ${of}`, textOf(join(root, 'scripts', 'licences', `${name}.txt`))]),
  ])
  return [...notices.keys()]
    .sort()
    .map((name) => `${name}\n\n${notices.get(name)}\n`)
    .join(`\n${'-'.repeat(72)}\n\n`)
}

function noticeOf(folder) {
  const place = join(root, folder)
  const { name, version, license, author } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'))
  const own = readdirSync(place).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
  const texts = own.sort().map((file) => textOf(join(place, file)))
  // Some, puppeteer among them, name their authors and their licence, and leave the text out.
  const said = () =>
    `Copyright ${author.name ?? author}\n\n${textOf(join(root, 'scripts', 'licences', `${license}.txt`))}`
  return [`${name} ${version}`, texts.length > 0 ? texts.join('\n\n') : said()]
}

const textOf = (file) => readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim()
