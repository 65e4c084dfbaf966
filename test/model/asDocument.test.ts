import { expect, test } from 'vitest'
import { asDocument } from '../../src/model/asDocument.js'
import type { Block } from '../../src/model/notes.js'
import { composed } from '../../src/plan/layouts/composed.js'
import { code, list, p } from '../plan/build.js'

test('columns follow one another, those in others too', () => {
  const text = (said: string): Block => ({ kind: 'paragraph', inlines: [{ kind: 'text', text: said }], lines: [1, 1] })
  const columns = (...blocks: readonly Block[]): Block => ({
    kind: 'columns',
    columns: blocks.map((block) => ({ blocks: [block] })),
    lines: [1, 1],
  })
  const nested = [text('a'), columns(text('b'), columns(text('c'), text('d'))), text('e')]
  expect(asDocument(nested)).toEqual(['a', 'b', 'c', 'd', 'e'].map(text))
})

test('what is set in a layout is what the notes have', () => {
  const asIs = (...blocks: readonly Block[]) => asDocument(composed(blocks, { compose: 'auto' })?.blocks ?? [])
  expect(asIs(p('1000 users'))).toEqual([p('1000 users')])
  const [cards] = asIs(list('**Platform**: it', 'Data: all that is kept for us', 'a: b', 'c: d'))
  expect(cards).not.toHaveProperty('as')
  for (const chain of [
    p('Shop → Truck → Door'),
    code('Shop\n  ↓ loads\nTruck\n  ↓\nDoor'),
    list('Shop', '→ Truck', '→ Door'),
  ])
    expect(asIs(chain)).toEqual([chain])
})
