/** The fitted deck → paper with two, three, four or six slides a sheet. */

import { MM } from './frame.js'
import { type GridKind, gridOf, LABEL } from './grid.js'
import { type Arrangement, type HandoutSource, placeSlide, writingLines } from './paper.js'
import { makeArea, makeElement } from './sheet.js'

/** Between two lines to write on, px. */
export const PITCH = 8 * MM

export function arrangeGrid(kind: GridKind, { slides, wish }: HandoutSource): Arrangement {
  const { canvas } = wish
  const { frame, cells } = gridOf(kind, wish.settings, canvas)
  const none = { left: 0, top: 0, width: 0, height: 0 }
  return {
    frame,
    sheets: Math.ceil(slides.length / cells.length),
    places: slides.map((_slide, index) => ({
      sheet: Math.floor(index / cells.length),
      area: cells[index % cells.length]?.slide ?? none,
    })),
    fill(sheet, body) {
      for (const [index, { slide: area, lines }] of cells.entries()) {
        const number = sheet * cells.length + index
        const slide = slides[number]
        if (!slide) break
        const below = { ...area, top: area.top + area.height, height: LABEL }
        const label = makeArea('sheet-number', below)
        label.append(makeElement('span', '', String(number + 1)))
        body.append(placeSlide(slide, area, canvas), label)
        if (lines) body.append(writingLines(lines, PITCH))
      }
    },
  }
}
