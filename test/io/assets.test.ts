import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { ownFile, packageFile, packageFolder } from '../../src/io/assets.js'

test('finds files of packages, also of those that do not export their package.json', () => {
  expect(existsSync(packageFile('reveal.js/dist/reveal.css'))).toBe(true)
  expect(existsSync(packageFile('@fontsource/ibm-plex-sans/unicode.json'))).toBe(true)
})

test('a package that is not there is an error', () => {
  expect(() => packageFolder('no-such-package-at-all')).toThrow()
})

test('finds its own files', async () => {
  expect(await readFile(ownFile('package.json'), 'utf8')).toContain('talkback-deck')
})
