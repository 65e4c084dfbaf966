/** What a served deck carries that a built one does not need. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { glyphsOf } from '../../src/io/fonts/cmap.js'
import { liveText } from '../../src/model/liveWords.js'
import { stageWords } from '../../src/model/stageWords.js'
import { openLiveDeck } from '../../src/pipeline/liveDeck.js'
import { folderWith } from '../io/folders.js'

it.each(['zh', 'zh-TW'])('its fonts draw what its page says by itself, on a machine without any: %s', async (lang) => {
  const folder = await folderWith({ 'n.md': `---\nlang: ${lang}\n---\n\n# 一\n\n## 二\n\n- 三\n` })
  const deck = openLiveDeck({ notes: join(folder, 'n.md'), offline: true, refresh: false })
  for await (const { textFonts } of deck.rounds()) {
    const missing = (text: string, isDrawn: (weight: number) => boolean): string => {
      const fonts = textFonts.filter(({ weight }) => isDrawn(weight))
      const drawn = new Set(fonts.flatMap(({ bytes }) => [...glyphsOf(bytes).keys()]))
      return [...text].filter((letter) => !drawn.has(letter.codePointAt(0) ?? 0)).join('')
    }
    const { allThree, export: heading, pdfIs, allThreeIs } = stageWords(lang)
    const plain = liveText(lang) + heading + pdfIs + allThreeIs
    expect(missing(plain, (weight) => weight < 600)).toBe('')
    expect(missing(liveText(lang) + allThree, (weight) => weight >= 600)).toBe('')
    break
  }
})

it('another style sheet or layout dresses the deck anew, and all of it is as in a deck that is opened then', async () => {
  const folder = await folderWith({
    'n.md': '---\ntemplate: ./t\n---\n\n# One\n\n## Two\n\n- three\n',
    't/template.yaml': 'name: t\nextends: plain\n',
    't/theme.css': '.slide { color: #111 }\n',
  })
  const path = (name: string) => join(folder, name)
  const open = () => openLiveDeck({ notes: path('n.md'), offline: true, refresh: false })
  type Rounds = ReturnType<ReturnType<typeof open>['rounds']>
  const shown = async (rounds: Rounds) => {
    const seen = []
    for await (const { css, slides, text, broken } of rounds) seen.push({ css, slides, text, broken })
    return seen
  }
  const deck = open()
  await shown(deck.rounds())
  for (const [name, content] of [
    ['t/theme.css', '.slide { color: #222 }\n'],
    ['t/layouts/section.html', '<h2>{{ title }}</h2>\n'],
    ['t/layouts/content.html', '<h3>{{ title }}</h3>{{ body }}\n'],
    ['t/layouts/content.html', '<h3>{{ title }}</h3>{% if %}\n'],
    ['t/layouts/content.html', '<h4>{{ title }}</h4>{{ body }}\n'],
    ['t/template.yaml', 'name: t\nextends: plain\nsettings:\n  agenda: false\n  canvas: "4:3"\n'],
    ['t/template.yaml', 'name: t\nextends: plain\n'],
    ['n.md', '---\ntemplate: ./t\naccent: "#080"\n---\n\n# One\n\n## Two\n\n- three\n'],
  ] as const) {
    await mkdir(path('t/layouts'), { recursive: true })
    await writeFile(path(name), content)
    const edited = await shown(deck.rounds(new Set([path(name)])))
    const [afresh] = await shown(open().rounds())
    for (const round of edited) expect(round).toEqual(afresh)
  }
})
