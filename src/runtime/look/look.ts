/** The fitted page, laid out for print → what `check` needs to know of it beyond its report. Bundled by itself: no deck carries it. */
import type { PageLook } from '../../model/look.js'
import { enterWindow } from '../paper.js'
import { readDeckData, slidesIn } from '../settings.js'
import { bodyOf } from './bodies.js'
import { faintText } from './faint.js'
import { markNewText } from './marks.js'
import { measureOf } from './measures.js'
import { saidBy } from './said.js'

/** Called by browser/measure.ts. @param mark attribute that elements whose fonts have to be asked for are given */
export function lookAtDeck(mark: string): PageLook {
  enterWindow()
  const slides = slidesIn(readDeckData().root)
  const [bodies, measures, said] = [slides.map(bodyOf), slides.map(measureOf), slides.map(saidBy)]
  return { bodies, measures, said, faint: faintText(slides), marked: markNewText(slides, mark) }
}
