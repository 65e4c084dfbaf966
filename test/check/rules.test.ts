import { describe, expect, it } from 'vitest'
import { emptySlide } from '../../src/check/rules/emptySlide.js'
import { faintText } from '../../src/check/rules/faintText.js'
import { foreignFont } from '../../src/check/rules/foreignFont.js'
import { loneLine } from '../../src/check/rules/loneLine.js'
import { overflow } from '../../src/check/rules/overflow.js'
import type { Rule, SeenDeck } from '../../src/check/rules/rule.js'
import { shrunkPicture } from '../../src/check/rules/shrunkPicture.js'
import { smallDiagram, smallType } from '../../src/check/rules/smallType.js'
import { sparseSlide } from '../../src/check/rules/sparseSlide.js'
import type { FittedSlide } from '../../src/model/fitted.js'
import type { DeckLook, SlideBody } from '../../src/model/look.js'

/** A slide with nothing wrong, and what is wrong with this one. */
const fitted = (faults: Partial<FittedSlide>): FittedSlide => ({
  page: 1,
  id: 'intro',
  part: 1,
  parts: 1,
  layout: 'points',
  overflow: { x: 0, y: 0 },
  minFontPx: 20,
  fill: 0.6,
  words: 40,
  ...faults,
})

interface Fault {
  readonly slide?: Partial<FittedSlide>
  readonly body?: Partial<SlideBody>
  readonly look?: Partial<DeckLook>
  readonly width?: number
}

function seen({ slide = {}, body = {}, look = {}, width = 1280 }: Fault): SeenDeck {
  const bodies = [{ page: 1, lines: 6, widest: 0.8, pictures: 0, lost: 0, scale: 1, ...body }]
  return {
    canvas: { width, height: 720 },
    slides: [fitted(slide)],
    look: { bodies, measures: [], said: [], faint: [], foreign: [], ...look },
    placeOf: () => ({ line: 7, endLine: 9 }),
  }
}

const faint = { page: 1, slides: 4, text: 'grey on grey', ratio: 2.1, wanted: 4.5 }
const foreign = { page: 1, text: '☃ snow', font: 'Arial' }

const found: readonly [what: string, rule: Rule, fault: Fault, code: string | undefined][] = [
  ['a slide too full', overflow, { slide: { overflow: { x: 0, y: 12 } } }, 'slide-overflow'],
  ['a slide too wide', overflow, { slide: { overflow: { x: 3, y: 0 } } }, 'slide-overflow'],
  ['a rounded pixel', overflow, { slide: { overflow: { x: 1, y: 1 } } }, undefined],
  ['type below the floor', smallType, { slide: { minFontPx: 19 } }, 'type-small'],
  ['type on the floor', smallType, { slide: { minFontPx: 20 } }, undefined],
  ['the same type on a wider canvas', smallType, { slide: { minFontPx: 20 }, width: 1920 }, 'type-small'],
  ['letters of a diagram below the floor', smallDiagram, { slide: { minDrawnPx: 19 } }, 'diagram-small'],
  ['letters of a diagram on the floor', smallDiagram, { slide: { minDrawnPx: 20 } }, undefined],
  ['a slide without a diagram', smallDiagram, { slide: {} }, undefined],
  ['a slide without type', smallType, { slide: { minFontPx: 0 } }, undefined],
  ['a title and nothing', emptySlide, { body: { lines: 0 } }, 'slide-empty'],
  ['a title and a picture', emptySlide, { body: { lines: 0, pictures: 1 } }, undefined],
  ['a statement', emptySlide, { body: { lines: 0 }, slide: { layout: 'statement' } }, undefined],
  ['no word at all', emptySlide, { body: { lines: 0 }, slide: { layout: 'statement', words: 0 } }, 'slide-empty'],
  ['a little in a large room', sparseSlide, { slide: { fill: 0.14 } }, 'slide-sparse'],
  ['a little, but enough', sparseSlide, { slide: { fill: 0.15 } }, undefined],
  ['a picture that is not there', sparseSlide, { slide: { fill: 0.1 }, body: { lines: 1, lost: 1 } }, undefined],
  ['a short quote', sparseSlide, { slide: { fill: 0.1, layout: 'quote' } }, undefined],
  ['nothing: another rule says so', sparseSlide, { slide: { fill: 0 }, body: { lines: 0 } }, undefined],
  ['a part with a short line', loneLine, { slide: { parts: 2 }, body: { lines: 1, widest: 0.2 } }, 'line-alone'],
  ['a part with a long line', loneLine, { slide: { parts: 2 }, body: { lines: 1, widest: 0.8 } }, undefined],
  ['a part with two lines', loneLine, { slide: { parts: 2 }, body: { lines: 2, widest: 0.2 } }, undefined],
  ['a whole slide with a short line', loneLine, { body: { lines: 1, widest: 0.2 } }, undefined],
  ['a caption', loneLine, { slide: { parts: 2 }, body: { lines: 1, widest: 0.2, pictures: 1 } }, undefined],
  ['a picture at a third of its size', shrunkPicture, { body: { pictures: 1, scale: 0.33 } }, 'slide-picture-shrunk'],
  ['a picture at half its size', shrunkPicture, { body: { pictures: 1, scale: 0.5 } }, undefined],
  ['faint text', faintText, { look: { faint: [faint] } }, 'text-faint'],
  ['clear text', faintText, {}, undefined],
  ['a font from elsewhere', foreignFont(''), { look: { foreign: [foreign] } }, 'font-foreign'],
  ['a character no font draws', foreignFont('☃'), { look: { foreign: [foreign] } }, undefined],
]

describe('rules', () => {
  it.each(found)('%s', (_, rule, fault, code) => {
    expect(rule(seen(fault)).map((finding) => finding.code)).toEqual(code === undefined ? [] : [code])
  })

  it('say where the slide comes from', () => {
    const places = [
      ...overflow(seen({ slide: { overflow: { x: 9, y: 9 } } })),
      ...faintText(seen({ look: { faint: [faint] } })),
    ].map(({ place }) => place)
    expect(places).toEqual([
      { line: 7, endLine: 9 },
      { line: 7, endLine: 9 },
    ])
  })
})
