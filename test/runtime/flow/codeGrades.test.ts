import { describe, expect, it } from 'vitest'
import type { Box } from '../../../src/runtime/flow/box.js'
import { codeGrades } from '../../../src/runtime/flow/codeGrades.js'
import { cutFlow } from '../../../src/runtime/flow/cutFlow.js'
import { slidePrices } from '../../../src/runtime/flow/prices.js'

/** First lines of the parts that code has where so many lines find room. */
function parts(code: string, lines: number): readonly string[] {
  const text = code.split('\n')
  const grades = codeGrades(text)
  const boxes = text.map(
    (_, index): Box => ({
      top: index * 30,
      bottom: index * 30 + 30 + 10,
      lead: index === 0 ? 0 : 10,
      joint: 'code',
      depth: 0,
      grade: grades[index] ?? 0,
      lone: Math.min(index, text.length - index) < 3,
      forced: false,
    }),
  )
  const { cuts } = cutFlow(boxes, { first: lines * 30 + 20, next: lines * 30 + 20, short: 80 }, slidePrices)
  return [0, ...cuts].map((at) => text[at] ?? '')
}

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 2
  template:
    spec:
      containers:
        - name: web
          image: nginx
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  ports:
    - port: 80`

const functions = `import { a } from 'a'

/** Says one. */
export function one() {
  if (a) {
    return 1
  }
  return 2
}

/** Says two. */
export function two() {
  return 2
}`

describe('code is cut', () => {
  it.each([
    ['between two documents', deployment, 12, ['apiVersion: apps/v1', '---']],
    ['between functions, the comment with its own', functions, 10, ["import { a } from 'a'", '/** Says two. */']],
    ['at the highest level that the room allows', deployment, 8, ['apiVersion: apps/v1', 'spec:', '---']],
    ['anywhere, where no line is better than another', 'a\nb\nc\nd\ne\nf', 4, ['a', 'd']],
  ])('%s', (_, code, lines, starts) => {
    expect(parts(code, lines)).toEqual(starts)
  })

  it('into the fewest parts that hold it, however good other places are', () => {
    expect(parts(functions, 14)).toHaveLength(1)
    expect(parts(functions, 7)).toHaveLength(2)
    expect(parts(`${deployment}\n---\n${deployment}`, 13)).toHaveLength(3)
  })
})

it('reads a log of any length', () => {
  expect(codeGrades(new Array<string>(300_000).fill('  one more line'))).toHaveLength(300_000)
})
