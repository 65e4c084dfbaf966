import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ownFile } from '../../src/io/assets.js'
import { readTemplate, readTemplateFacts } from '../../src/io/readTemplate.js'
import { checkCss } from '../../src/io/templates/checkCss.js'
import { checkLayout } from '../../src/io/templates/checkLayout.js'
import { readFacts } from '../../src/io/templates/facts.js'
import { readCss, readLayouts } from '../../src/io/templates/files.js'
import { builtInNames } from '../../src/io/templates/findTemplate.js'
import { revealThemes } from '../../src/io/templates/revealTheme.js'
import { contrast } from '../../src/render/colour.js'
import { lastValue } from '../../src/render/css.js'
import { parseColour } from '../../src/settings/colour.js'
import { folderWith } from './folders.js'

const nothingBeside = { take: async () => ({ address: undefined }) }
const yaml = 'name: ours\n'
const read = (folder: string) => readTemplate(folder, { places: ['.'] })
/** `theme.css:3 reason` of every finding. */
const faultsOf = async (files: Record<string, string>) => {
  const folder = await folderWith({ 'template.yaml': yaml, ...files })
  const { findings } = await read(folder)
  return findings.map(({ place, facts }) => {
    const file = place.file?.replaceAll('\\', '/').split('/').slice(-2).join('/') ?? ''
    return `${file.replace(/^talkback-test-\w+\//, '')}:${place.line} ${'reason' in facts ? facts.reason : ''}`
  })
}

describe('a template of one’s own', () => {
  test('rests on report: what it leaves out comes from there', async () => {
    const folder = await folderWith({
      'template.yaml': yaml,
      'theme.css': '.mine { color: red }',
      'layouts/quote.html': '<div class="flow">mine</div>',
    })
    const [{ template, findings }, report] = await Promise.all([read(folder), read('report')])
    expect(findings).toEqual([])
    expect(template.name).toBe('ours')
    expect(template.css).toBe(`${report.template.css}\n.mine { color: red }`)
    expect(template.layouts.get('quote')).toBe('<div class="flow">mine</div>')
    expect(template.layouts.get('content')).toBe(report.template.layouts.get('content'))
  })

  test('its style sheets of single layouts come after its theme.css, by name, then print.css, and all after its parent’s', async () => {
    const folder = await folderWith({
      'one/template.yaml': 'extends: ../two\n',
      'one/theme.css': '.one {}',
      'two/template.yaml': yaml,
      'two/layouts/title.css': '.title {}',
      'two/layouts/quote.css': '.quote {}',
      'two/theme.css': '.two {}',
      'two/print.css': '.saving {}',
    })
    const [{ template, findings }, report] = await Promise.all([read(join(folder, 'one')), read('report')])
    expect(findings).toEqual([])
    const own = ['.two {}', '.quote {}', '.title {}', '.saving {}', '.one {}']
    expect(template.css).toBe([report.template.css, ...own].join('\n'))
  })

  test('extends another by name, by a path from its own folder, and a theme of reveal.js', async () => {
    const folder = await folderWith({
      'one/template.yaml': 'extends: ../two\n',
      'two/template.yaml': 'extends: reveal/black\nfonts: serif\n',
      'two/theme.css': '.two {}',
    })
    const { template } = await read(join(folder, 'one'))
    expect(template.css).toContain('.two {}')
    expect(template.fonts).toBe('serif')
    expect(lastValue(template.css, 'paper')).toBe('#191919')
  })

  test('its path counts from the first of the places that has it', async () => {
    const folder = await folderWith({ 'b/ours/template.yaml': 'name: b\n', 'c/ours/template.yaml': 'name: c\n' })
    const places = ['a', 'b', 'c'].map((place) => join(folder, place))
    expect((await readTemplate('./ours', { places })).template.name).toBe('b')
  })

  test('gives settings, with files in its own folder; a child’s outrank its parent’s', async () => {
    const folder = await folderWith({
      'one/template.yaml': 'extends: ../two\ncanvas: 4:3\n',
      'two/template.yaml': 'canvas: 16:10\naccent: teal\nlogo: logo.svg\n',
    })
    const { settings } = await read(join(folder, 'one'))
    expect(settings).toEqual({ canvas: '4:3', accent: 'teal', logo: join(folder, 'two', 'logo.svg') })
  })

  test.each([
    [{ 'template.yaml': 'extends: .\n' }, /extends itself/],
    [{ 'template.yaml': 'extends: ../nowhere\n' }, /There is no template/],
    [{ 'theme.css': '' }, /holds no template.yaml/],
  ])('%j can’t be used at all', async (files, message) => {
    await expect(read(await folderWith(files))).rejects.toThrow(message)
  })

  test('faults are told with file and line, and the parent’s stands in', async () => {
    const folder = await folderWith({
      'template.yaml': yaml,
      'theme.css': '.a {',
      'layouts/content.html': '<div class="flow">\n{% if x %}</div>',
    })
    const [{ template, findings }, report] = await Promise.all([read(folder), read('report')])
    expect(findings.map(({ code, place }) => [code, place.line])).toEqual([
      ['template-fault', 1],
      ['template-fault', 2],
    ])
    expect(template.css).toBe(report.template.css)
    expect(template.layouts).toEqual(report.template.layouts)
  })

  test.each([
    [{ 'template.yaml': 'name: x\nbad: [\n' }, 'template.yaml:3 no YAML'],
    [{ 'template.yaml': '- a\n' }, 'template.yaml:1 expected one `name: value` per line'],
    [{ 'template.yaml': 'name: x\nextend: report\n' }, 'template.yaml:2 `extend` means nothing here: is it `extends`?'],
    [{ 'template.yaml': 'name: x\ncanvas: big\n' }, 'template.yaml:2 `canvas` takes'],
    [{ 'template.yaml': 'fonts: gothic\n' }, 'template.yaml:1 `fonts` can’t be'.replace('’', "'")],
    [{ 'template.yaml': 'title: Mine\n' }, 'template.yaml:1 `title` means nothing here'],
    [{ 'theme.css': '\n@import "x.css";' }, 'theme.css:2 `@import`'],
    [{ 'layouts/quote.css': '.a {' }, 'layouts/quote.css:1 this `{` is not closed'],
    [{ 'layouts/qoute.css': '' }, 'layouts/qoute.css:1 no slide has the layout `qoute`: is it `quote.css`?'],
    [{ 'layouts/qoute.html': '<div class="flow"></div>' }, 'layouts/qoute.html:1 no slide has the layout `qoute`'],
    [{ 'layouts/code.html': '<div></div>' }, 'layouts/code.html:1 no element has the class `flow`'],
  ])('%j: %s', async (files, expected) => {
    expect(await faultsOf(files)).toEqual([expect.stringContaining(expected)])
  })
})

describe('a template that only the notes ask for', () => {
  const secret = '.secret { color: red }'
  const files = {
    'notes/ours/template.yaml': 'name: ours\nlogo: ../../logo.png\n',
    'notes/ours/layouts/quote.html': '<p class="flow">ours</p>',
    'notes/child/template.yaml': 'extends: ../../elsewhere\n',
    'elsewhere/template.yaml': 'name: elsewhere\n',
    'elsewhere/theme.css': secret,
    'logo.png': '',
  }
  const reader = async () => {
    const root = await folderWith(files)
    const notes = join(root, 'notes')
    return { root, chosen: (name: string) => readTemplate(name, { places: [notes], inside: notes }) }
  }

  test('is read, and so are the built-in ones', async () => {
    const { chosen } = await reader()
    expect((await chosen('ours')).template.layouts.get('quote')).toContain('ours')
    expect((await chosen('night')).template.name).toBe('night')
  })

  test.each(['../elsewhere', 'child', 'linked'])('%s leads out of their folder: refused', async (name) => {
    const { root, chosen } = await reader()
    await symlink(join(root, 'elsewhere'), join(root, 'notes', 'linked'), 'junction')
    await expect(chosen(name)).rejects.toThrow(`outside ${join(root, 'notes')}, and`)
  })

  test('has no file from elsewhere, neither by a link nor by a setting', async () => {
    const { root, chosen } = await reader()
    await symlink(join(root, 'elsewhere', 'theme.css'), join(root, 'notes', 'ours', 'theme.css'))
    const { template, settings, findings } = await chosen('ours')
    expect(template.css).not.toContain(secret)
    expect(settings).toEqual({})
    expect(findings.map(({ facts }) => ('reason' in facts ? facts.reason : ''))).toEqual([
      `its \`logo\` is outside ${join(root, 'notes')}, and notes reach no further`,
      `it is outside ${join(root, 'notes')}, and notes reach no further`,
    ])
  })
})

describe('theme.css', () => {
  test.each([
    '.a { content: "}" } /* } */ .b { background: url(data:image/svg+xml;utf8,%3Csvg/%3E) }',
    '@media (width > 3px) { .a[b="["] { color: rgb(0 0 0) } }',
    '/* @import "x"; url(http://x) */',
    '.a { fill: url(#b) } .c::after { content: "\\"" }',
    '',
  ])('sound: %s', async (css) => {
    expect(await checkCss(css, nothingBeside)).toEqual({ content: css, faults: [] })
  })

  test('one of megabytes is read to its end', async () => {
    const css = `${'a { b: c }\n'.repeat(200_000)}a {`
    const { faults } = await checkCss(css, nothingBeside)
    expect(faults).toEqual([{ line: 200_001, reason: 'this `{` is not closed' }])
  })

  test.each([
    ['.a {\n.b { }\n', 1, 'this `{` is not closed'],
    ['.a { }\n}', 2, 'this `}` closes nothing'],
    ['.a { color: rgb(0 }', 1, 'this `(` is not closed'],
    ['\n/* a', 2, 'this comment is not closed'],
    ['.a { content: "x\n}', 1, 'this string is not closed'],
    ['\n\n@import url(https://x.y/z.css);', 3, '`@import`'],
    ['.a { background: url("//x.y/z.png") }', 1, 'is not in the deck'],
    ['.a { background: url(logo.png) }', 1, 'is not in the deck'],
  ])('%j has a fault in line %i: %s', async (css, line, reason) => {
    const { content, faults } = await checkCss(css, nothingBeside)
    expect(content).toBe('')
    expect(faults).toContainEqual({ line, reason: expect.stringContaining(reason) })
  })
})

describe('a layout', () => {
  test.each([
    ['<p class="flow">\n{{ x | nope }}', 2, 'undefined filter: nope'],
    ['<p class="flow">\n\n{% nope %}', 3, 'tag "nope" not found'],
    ['<p class="flow">{{ x', 1, 'not closed'],
    ['<p class="flow">\n{% include "x" %}', 2, 'Failed to lookup'],
    ['<p class="flow">{% for i in (1..900000000) %}{% endfor %}', 1, 'memory'],
  ])('%j has a fault in line %i: %s', async (text, line, reason) => {
    expect(await checkLayout('content', text, nothingBeside)).toEqual({
      content: undefined,
      faults: [{ line, reason: expect.stringContaining(reason) }],
    })
  })

  test('the title slide needs no flow', async () => {
    expect((await checkLayout('title', '<h1>{{ title | raw }}</h1>', nothingBeside)).faults).toEqual([])
  })
})

test('lines of plain words say what they say as YAML', () => {
  for (const text of [
    'name: ours',
    'name: ours\ndescription: Light and quiet, for talks.\n',
    'name: true',
    'name: ours\nname: again',
    'fonts: serif\nmaxSlides: many',
    'name:',
    'description: a: b',
    'density: calm # so',
    'name: [a]',
  ])
    expect(readFacts(text)).toEqual(readFacts(`${text}\n# for whoever reads this\n`))
})

test('an empty template.yaml says nothing, and nothing is wrong with it', () => {
  expect(readFacts('')).toEqual({ content: { settings: {}, lines: {} }, faults: [] })
})

describe('the built-in templates', async () => {
  const names = [...(await builtInNames()), ...(await revealThemes()).map((theme) => `reveal/${theme}`)]

  test('are four, and the fourteen themes of reveal.js', () => expect(names).toHaveLength(18))

  // Builds leave this out for our own.
  test.each(await builtInNames())('%s is sound', async (name) => {
    const found = { folder: ownFile('templates', name), builtIn: false }
    const files = [await readTemplateFacts(found), ...(await readCss(found)), ...(await readLayouts(found))]
    expect(files.filter(({ faults }) => faults.length > 0)).toEqual([])
  })

  test.each(names)('%s asks no network, and its colours can be read where they stand', async (name) => {
    const { css } = (await read(name)).template
    expect(css).not.toMatch(/@import|https?:|url\(/)
    const colour = (variable: string): readonly [number, number, number] => {
      const value = lastValue(css, variable) ?? ''
      const of = /^var\(--([\w-]+)\)$/.exec(value)?.[1]
      return of === undefined ? (parseColour(value) ?? [Number.NaN, 0, 0]) : colour(of)
    }
    const stands = { paper: ['ink', 'soft', 'accent'], panel: ['ink', 'soft'] }
    const onSection = { section: ['section-ink', 'section-text', 'section-soft', 'section-accent'] }
    for (const [ground, texts] of Object.entries({ ...stands, ...onSection }))
      for (const text of texts)
        expect(contrast(colour(text), colour(ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
  })
})
