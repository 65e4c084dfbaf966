import { expect, test } from 'vitest'
import { familyNames } from '../../src/runtime/parts/familyNames.js'

test.each([
  ["'JetBrains Mono', monospace", ['JetBrains Mono', 'monospace']],
  ['"Talkback Sans", \'Fira "Sans"\',Georgia', ['Talkback Sans', 'Fira "Sans"', 'Georgia']],
  ['"Sans, of ours" , Courier New', ['Sans, of ours', 'Courier New']],
  ['', []],
])('%s', (css, families) => {
  expect(familyNames(css)).toEqual(families)
})
