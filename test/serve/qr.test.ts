/** The address for a phone, on a terminal: every square of the code is where a camera looks for it. */
import { generate } from 'lean-qr'
import { describe, expect, it } from 'vitest'
import { qrLines } from '../../src/serve/qr.js'

const address = `http://192.168.1.7:4400/?key=${'k'.repeat(22)}`
const MARGIN = 4

/** Light squares of two rows of the code, as the characters of a line show them. */
const upper = (character: string): boolean => character === '█' || character === '▀'
const lower = (character: string): boolean => character === '█' || character === '▄'

describe('a QR code', () => {
  it('has each square of the code in its place, and four light ones around it', () => {
    const code = generate(address)
    const lines = qrLines(address, false)
    const rows = lines.flatMap((line) => [[...line].map(upper), [...line].map(lower)])
    expect(lines[0]).toHaveLength(code.size + 2 * MARGIN)
    const wrong: string[] = []
    for (let y = -MARGIN; y < code.size + MARGIN; y++)
      for (let x = -MARGIN; x < code.size + MARGIN; x++)
        if (rows[y + MARGIN]?.[x + MARGIN] !== !code.get(x, y)) wrong.push(`${x},${y}`)
    expect(wrong).toEqual([])
  })

  it('is light on dark whatever colours the terminal has, where it knows colours', () => {
    for (const line of qrLines(address, true)) {
      expect(line.startsWith('\u001b[97;40m')).toBe(true)
      expect(line.endsWith('\u001b[0m')).toBe(true)
    }
    expect(qrLines(address, false).join('')).not.toContain('\u001b')
  })
})
