/** What a served deck carries that a built one does not need. */
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
