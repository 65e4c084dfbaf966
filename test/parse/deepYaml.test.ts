/** YAML that is nested without end → a finding, and the notes below it: what reads YAML would take the process with it. */
import { expect, test } from 'vitest'
import { readFrontMatter } from '../../src/parse/frontMatter.js'

test.each([
  ['['.repeat(8000), 'front-matter-broken'],
  ['{a: '.repeat(8000), 'front-matter-broken'],
  ['- '.repeat(8000), 'front-matter-text'],
])('is broken', (value, code) => {
  const text = `---\ntitle: T\nevent: ${value}\n---\n\n# A\n`
  const { findings, bodyLine } = readFrontMatter({ file: 'a.md', text })
  expect(findings.map((finding) => finding.code)).toContain(code)
  expect(bodyLine).toBeGreaterThan(4)
})
