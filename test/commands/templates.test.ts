import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { create, list } from '../../src/commands/templates.js'
import { openTerminal } from '../../src/commands/terminal.js'
import { readTemplate } from '../../src/io/readTemplate.js'
import { variables } from '../../src/io/templates/starter.js'
import { lastValue } from '../../src/render/css.js'
import { contentsOf, folderWith } from '../io/folders.js'

/** What is printed on stdout. */
async function printed(run: (terminal: ReturnType<typeof openTerminal>) => Promise<unknown>): Promise<string> {
  let text = ''
  const stdout = { write: (part: string) => (text += part) }
  await run(openTerminal({ stdout, stderr: { write: () => {} } }, { quiet: false, env: {} }))
  return text
}

describe('talkback templates', () => {
  test('lists the looks, the usual one first, each with a sentence', async () => {
    const lines = (await printed((terminal) => list({ json: false }, terminal))).trimEnd().split('\n')
    expect(lines.map((line) => line.split(/\s+/)[0])).toEqual(['report', 'night', 'paper', 'plain', ''])
    for (const line of lines) expect(line).toMatch(/^(\w+)?\s+\S.{20}/)
    expect(lines.at(-1)).toContain(' reveal/black ')
  })

  test('--json holds the same', async () => {
    const { templates, themes } = JSON.parse(await printed((terminal) => list({ json: true }, terminal)))
    expect(templates).toContainEqual({ name: 'night', description: expect.stringMatching(/\S/) })
    expect(themes).toContain('reveal/white')
  })
})

describe('talkback templates new', () => {
  test.each(['report', 'night', 'paper', 'plain', 'reveal/black'])(
    'from %s: sound, and looks the same',
    async (from) => {
      const path = join(await folderWith(), 'deep', 'ours')
      const files = await printed((terminal) => create(path, { from }, terminal))
      expect(files.trimEnd().split('\n')).toEqual(
        ['template.yaml', 'theme.css', join('layouts', 'statement.html')].map((file) => join(path, file)),
      )
      const [{ template, findings }, parent] = await Promise.all([
        readTemplate(path, { places: ['.'] }),
        readTemplate(from, { places: ['.'] }),
      ])
      expect(findings).toEqual([])
      expect(template).toMatchObject({ name: 'ours', fonts: parent.template.fonts })
      const colours = (css: string) => variables.map(([name]) => `${name} ${lastValue(css, name)}`)
      expect(colours(template.css)).toEqual(colours(parent.template.css))
    },
  )

  test('from another folder: by a path that leads from one to the other', async () => {
    const folder = await folderWith({ 'company/template.yaml': 'name: company\n', 'company/theme.css': '.c {}' })
    await printed((terminal) => create(join(folder, 'teams', 'ours'), { from: join(folder, 'company') }, terminal))
    expect(await readFile(join(folder, 'teams/ours/template.yaml'), 'utf8')).toContain('extends: "../../company"')
    expect((await readTemplate(join(folder, 'teams/ours'), { places: ['.'] })).template.css).toContain('.c {}')
  })

  test('leaves alone what is there', async () => {
    const folder = await folderWith({ 'ours/theme.css': 'mine' })
    const again = printed((terminal) => create(join(folder, 'ours'), { from: 'report' }, terminal))
    await expect(again).rejects.toThrow(/There already is/)
    expect(await contentsOf(folder)).toEqual({ 'ours/theme.css': 'mine' })
  })

  test.each([
    ['night', 'report', /built-in/],
    ['ours', 'nihgt', /There is no template nihgt/],
  ])('%s from %s is refused, and nothing is written', async (name, from, message) => {
    const folder = await folderWith()
    await expect(printed((terminal) => create(join(folder, name), { from }, terminal))).rejects.toThrow(message)
    expect(await contentsOf(folder)).toEqual({})
  })
})
