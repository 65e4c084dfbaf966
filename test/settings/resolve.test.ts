import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../src/errors.js'
import type { FrontValue } from '../../src/model/notes.js'
import { checkConfig, configError } from '../../src/settings/config.js'
import { resolveSettings } from '../../src/settings/resolve.js'
import { settingsTable } from '../../src/settings/table.js'

type Written = Record<string, FrontValue['value']>

const front = (values: Written): Record<string, FrontValue> =>
  Object.fromEntries(Object.entries(values).map(([key, value], index) => [key, { value, line: index + 2 }]))

const fromFront = (values: Written) => resolveSettings({ front: front(values), flags: {} })

describe('resolveSettings', () => {
  it('gives every setting its default when nobody says anything', () => {
    const { settings, findings } = fromFront({})
    for (const [name, setting] of Object.entries(settingsTable)) expect(settings).toHaveProperty(name, setting.default)
    expect(findings).toEqual([])
  })

  it('lets template < config < front matter < flags', () => {
    const template = { density: 'brief', stacks: true, canvas: '4:3', lang: 'ja' } as const
    const config = { stacks: false, canvas: '16:10', lang: 'fr' } as const
    const layers = { template, config, front: front({ canvas: '1600x900', lang: 'en' }), flags: { lang: 'zh-Hant' } }
    expect(resolveSettings(layers).settings).toMatchObject({
      density: 'brief',
      stacks: false,
      canvas: '1600x900',
      lang: 'zh-Hant',
    })
  })

  it('leaves alone what blogs write under the names of settings', () => {
    const { settings, findings } = fromFront({
      cover: '/images/cover.png',
      slides: 'https://example.org/deck.pdf',
      template: 'page.html',
    })
    expect(findings).toEqual([])
    expect(settings).toMatchObject({ cover: false, slides: 0, template: 'report' })
    expect(fromFront({ cover: 'perhaps' }).findings).toMatchObject([{ code: 'setting-invalid' }])
  })

  it('prints a list as one text', () => {
    expect(fromFront({ author: ['甲', 'Ann'], date: 2018 }).settings).toMatchObject({ author: '甲, Ann', date: '2018' })
  })

  it.each([
    ['agenda', true, 'yes'],
    ['agenda', 'No', 'no'],
    ['stacks', 'yes', true],
    ['repair', 'off', false],
    ['sections', '2', 2],
    ['slides', 'auto', 0],
    ['canvas', '1600 × 900', '1600 × 900'],
    ['title', '  two\n lines ', 'two lines'],
    ['title', '   ', ''],
    ['density', null, 'full'],
    ['lang', 'zh_cn', 'zh-CN'],
  ] as const)('reads %s: %j as %j', (name, written, value) => {
    const { settings, findings } = fromFront({ [name]: written })
    expect(settings[name]).toBe(value)
    expect(findings).toEqual([])
  })

  it.each([
    ['sections', 7],
    ['slides', 'two'],
    ['canvas', '16:8'],
    ['canvas', '99999x1'],
    ['density', 'medium'],
    ['stacks', 'maybe'],
    ['agenda', ['yes', 'no']],
    ['lang', '中文'],
  ] as const)('keeps the default for %s: %j and says so', (name, written) => {
    const { settings, findings } = fromFront({ [name]: written })
    expect(settings[name]).toBe(settingsTable[name].default)
    expect(findings).toMatchObject([{ code: 'setting-invalid', place: { line: 2 }, facts: { name } }])
  })

  it.each([
    ['templte', 'template'],
    ['tilte', 'title'],
    ['secions', 'sections'],
    ['evnt', 'event'],
  ])('takes %s for a typo of %s', (written, meant) => {
    expect(fromFront({ [written]: 'x' }).findings).toMatchObject([
      { code: 'setting-unknown', facts: { name: written, nearest: meant } },
    ])
  })

  it.each([
    'tags',
    'link',
    'fonts',
    'data',
    'last_modified_at',
    'cssclasses',
    'categories',
    'layout',
    'draft',
    'page',
    'name',
    'slug',
    'toc',
    'updated',
    '__proto__',
    'constructor',
  ])('leaves the key %s of other tools alone', (key) => {
    const written = new Map([[key, { value: 'x', line: 2 }]])
    expect(resolveSettings({ front: Object.fromEntries(written), flags: {} }).findings).toEqual([])
  })

  it('refuses a wrong flag in one sentence, with exit code 2', () => {
    const wrong = () => resolveSettings({ front: {}, flags: { density: 'medium' } })
    expect(wrong).toThrow(new UserError("--density can't be `medium`.", 'Give `full`, `brief`.', 2))
    expect(() => resolveSettings({ front: {}, flags: { densty: 'full' } })).toThrow(/no setting `densty`/)
  })

  it('never throws on front matter, and its settings are always whole', () => {
    const value = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.array(fc.string()))
    const key = fc.oneof(fc.constantFrom(...Object.keys(settingsTable)), fc.string())
    fc.assert(
      fc.property(fc.dictionary(key, value), (written) => {
        const { settings } = fromFront(written)
        for (const [name, setting] of Object.entries(settingsTable))
          expect(typeof settings[name as keyof typeof settings]).toBe(typeof setting.default)
      }),
      { numRuns: 200 },
    )
  })
})

describe('checkConfig', () => {
  it('reads what a config file holds', () => {
    expect(checkConfig({ Template: 'report', speaker: 'Ann', stacks: 'yes' }, 'talkback.yaml')).toEqual({
      values: { template: 'report', author: 'Ann', stacks: true },
      faults: [],
    })
    expect(checkConfig(null, 'talkback.yaml')).toEqual({ values: {}, faults: [] })
  })

  it('keeps what can be followed', () => {
    const { values, faults } = checkConfig({ tags: [], accent: 'teal', slides: 9, stacks: {} }, 'talkback.yaml')
    expect(values).toEqual({ accent: 'teal' })
    expect(faults.map(({ code }) => code)).toEqual(['config-unknown', 'setting-invalid', 'setting-invalid'])
  })

  it.each([
    [{ templte: 'x' }, /talkback.yaml:1:1 names a setting `templte`/, 'Did you mean `template`?'],
    [{ tags: [] }, /names a setting `tags`/, /^Settings are: title/],
    [{ slides: 9 }, /`slides` can't be `9`/, /^Give a heading level/],
    [['report'], /holds no settings/, /`name: value`/],
    ['report', /holds no settings/, /`name: value`/],
  ])('has words for the author of %j', (content, message, hint) => {
    const { values, faults } = checkConfig(content, 'talkback.yaml')
    expect(values).toEqual({})
    expect(faults.map(configError)).toMatchObject([
      { name: 'UserError', message: expect.stringMatching(message), hint: expect.stringMatching(hint), code: 2 },
    ])
  })
})

describe('settings that name files', () => {
  it.each(['/etc/x.ttf', '\\\\host\\x.ttf', 'C:\\x.ttf'])('in notes are beside them: not %s', (font) => {
    const { settings, findings } = fromFront({ font })
    expect(settings.font).toBe('')
    expect(findings).toEqual([expect.objectContaining({ code: 'setting-invalid', place: { line: 2 } })])
  })

  it.each(['/etc/look', 'C:\\look'])('or templates in notes: not %s', (template) => {
    const { settings, findings } = fromFront({ template })
    expect(settings.template).toBe('report')
    expect(findings).toMatchObject([{ code: 'setting-invalid', facts: { name: 'template' } }])
  })

  it('may be in a folder beside them', () => {
    expect(fromFront({ template: './a/../ours' })).toMatchObject({
      settings: { template: './a/../ours' },
      findings: [],
    })
    expect(fromFront({ logo: 'img/logo.png' })).toMatchObject({ settings: { logo: 'img/logo.png' }, findings: [] })
  })
})
