import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { readFrontMatter } from '../../src/parse/frontMatter.js'
import { parseNotes } from '../../src/parse/parse.js'
import { planDeck } from '../../src/plan/plan.js'
import { renderDocument } from '../../src/render/document.js'
import { livePage } from '../../src/serve/livePage.js'
import { resolveSettings } from '../../src/settings/resolve.js'

const page = (() => {
  const source = { file: 'x.md', text: '# Talk' }
  const { settings } = resolveSettings({ front: {}, flags: {} })
  const deck = planDeck(parseNotes(source, readFrontMatter(source), settings), settings)
  return renderDocument(deck, ['<section>script-src</section>'], { style: 'assets/deck.css', script: 'let a = 1' })
})()

const policyOf = (html: string): readonly string[] =>
  /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]?.split('; ') ?? []
const allowed = (script: string): string => `'sha256-${createHash('sha256').update(script).digest('base64')}'`

it('holds its script, and lets that one alone run: on file: others would be the same as its own', () => {
  expect(page.match(/<script[^>]*>[^<]*/g)).toEqual(['<script>let a = 1'])
  expect(policyOf(page)).toContain(`script-src ${allowed('let a = 1')}`)
})

it('shows no page inside of it, goes by no other base and sends nothing anywhere', () => {
  const closed = ['default-src', 'frame-src', 'object-src', 'base-uri', 'form-action'].map((name) => `${name} 'none'`)
  expect(policyOf(page)).toEqual(expect.arrayContaining(closed))
})

it('lays out nothing before it is fitted, whenever its style sheet comes', () => {
  const style = /<style>(.*?)<\/style>/.exec(page)?.[1] ?? ''
  expect(style).toContain('html:not(.flat,.ready) .slides{content-visibility:hidden')
  // Without a script, or with one that never ends, the document is there to read.
  expect(style).toMatch(/^@media \(scripting:enabled\)\{.*6s forwards/)
})

it('is served with one more script, which is named in the same way', () => {
  const data = { socket: 's', round: 1, role: 'author', sync: false, atHome: true } as const
  const live = livePage(page, data, { script: 'let b = 2', style: 'assets/deck.css?2', origins: ['ws://h'] })
  expect(policyOf(live)).toContain(`script-src ${allowed('let b = 2')} ${allowed('let a = 1')}`)
  expect(live).toMatch(/<script>let a = 1<\/script>\n<script>let b = 2<\/script>\n<\/body>/)
  expect(live).toContain('href="assets/deck.css?2"')
})
