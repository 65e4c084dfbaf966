/** What lib/ and every deck carry of others → the notices that go with it. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const noticed = read('lib/THIRD-PARTY.txt')

test('every package in the bundles of lib/ has its notice in it', () => {
  const scripts = readdirSync(new URL('../lib', import.meta.url)).filter((file) => file.endsWith('.js'))
  // The library's bundle is not made small: it says where each piece comes from. The others hold a few more.
  const bundled = scripts.flatMap((file) => [...read(`lib/${file}`).matchAll(/^\/\/ (node_modules\/\S+)/gm)])
  const folders = bundled.flatMap(([, path = '']) => /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [])
  const packages = new Set([...folders, ...['commander', 'reveal.js', 'lean-qr'].map((name) => `node_modules/${name}`)])
  expect(packages.size).toBeGreaterThan(15)
  for (const folder of packages) {
    const { name, version }: { name: string; version: string } = JSON.parse(read(`${folder}/package.json`))
    expect(noticed).toContain(`${name} ${version}\n\n`)
  }
})

test('a list that was taken from a package has its notice, too', () => {
  expect(noticed).toContain('Vitaly Puzrin')
  expect(noticed).toContain('src/parse/emoji.ts')
})

test('a notice is a licence, not only its name', () => {
  const notices = noticed.split(`\n${'-'.repeat(72)}\n`)
  for (const notice of notices) {
    expect(notice).toMatch(/copyright|©/i)
    expect(notice).toMatch(/permission|redistribut|Licensed under|TERMS AND CONDITIONS/i)
  }
  expect(notices.map((notice) => notice.trim().split('\n')[0])).toEqual(
    notices.map((notice) => notice.trim().split('\n')[0]).sort(),
  )
})

test('what travels with decks is reveal.js and our own', () => {
  const travels = read('lib/runtime.LICENSES.txt')
  expect(travels).toMatch(/^reveal\.js \S+\n\nCopyright/)
  expect(travels).toContain('The Talkback authors')
})
