import { describe, expect, it } from 'vitest'
import { resolveSettings } from '../../src/settings/resolve.js'

const read = (value: string | number) => resolveSettings({ front: { duration: { value, line: 2 } }, flags: {} })

describe('duration', () => {
  it.each([
    [45, 45],
    ['45', 45],
    ['45m', 45],
    ['45 min', 45],
    ['45 minutes', 45],
    ['45 分钟', 45],
    ['1:30', 90],
    ['1：30', 90],
    ['1h30', 90],
    ['1h 30m', 90],
    ['1.5h', 90],
    ['1小时30分', 90],
    ['0:20', 20],
    ['90s', 1.5],
    ['1:30:30', 90.5],
  ])('reads %s as %d minutes', (written, minutes) => {
    expect(read(written)).toMatchObject({ settings: { duration: minutes * 60 }, findings: [] })
  })

  it.each(['soon', '0', '-5', '1:75', '25h', '1:2:3:4', 'm', '999999'])('says that %s is no time', (written) => {
    const { settings, findings } = read(written)
    expect(settings.duration).toBe(0)
    expect(findings).toMatchObject([{ code: 'setting-invalid', facts: { name: 'duration' } }])
  })
})
