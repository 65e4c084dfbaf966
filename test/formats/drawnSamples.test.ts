import { expect, test } from 'vitest'
import { drawnSamples } from '../../src/formats/drawnSamples.js'

test('what no font draws is not looked for, what stands around it is', () => {
  const samples = [{ words: ['안녕하세요', 'Kube'] }, { words: ['原生안'] }, { words: [], empty: true }]
  expect(drawnSamples(samples, '안녕세𠮷')).toEqual([
    { words: ['하', '요', 'Kube'] },
    { words: ['原生'] },
    { words: [], empty: true },
  ])
  expect(drawnSamples(samples, '')).toEqual(samples)
})
