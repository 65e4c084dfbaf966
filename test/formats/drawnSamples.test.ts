import { expect, test } from 'vitest'
import { drawnSamples } from '../../src/formats/drawnSamples.js'

test('what no font draws is not looked for, what stands around it is', () => {
  const samples = [['안녕하세요', 'Kube'], ['原生안'], []]
  expect(drawnSamples(samples, '안녕세𠮷')).toEqual([['하', '요', 'Kube'], ['原生'], []])
  expect(drawnSamples(samples, '')).toEqual(samples)
})
