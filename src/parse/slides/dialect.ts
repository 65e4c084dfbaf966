/** What a tool's dialect is: how its decks are cut into slides, and how their lines tell what is asked of each. */
import type { Finding } from '../../model/finding.js'
import type { SlideWish } from '../../model/notes.js'
import type { Line } from '../lines.js'
import type { DeckSigns } from './signs.js'
import type { Stretch } from './stretch.js'

/** A directive by its name, and the lines that it stands on. */
export interface Told {
  readonly name: string
  readonly lines: readonly number[]
}

/** A slide's lines without what they told the tool. */
export interface Asked {
  readonly lines: readonly Line[]
  readonly wish: SlideWish
  /** It is no slide: what it says is said on others. */
  readonly isPart?: true
  /** What has no equal here. */
  readonly unmet: readonly Told[]
  /** What was obeyed. */
  readonly met: readonly Told[]
  /** What the author keeps for other formats: the lines of each part, and its first words. */
  readonly hidden?: readonly Told[]
}

export interface Dialect {
  readonly cut: (lines: readonly Line[], deck: DeckSigns) => readonly Stretch[]
  /** What the deck asks of its cuts that is not done. */
  readonly lacks?: (deck: DeckSigns) => readonly Finding[]
  /** Called once a deck, then for each slide in order: some of what is said of one is said of all that follow. */
  readonly asker?: (deck: DeckSigns) => (stretch: Stretch) => Asked
}

/** Gathers what one slide tells. */
export class Telling {
  readonly met: Told[] = []
  readonly unmet: Told[] = []
  readonly hidden: { name: string; readonly lines: number[] }[] = []

  obey(name: string, lines: readonly number[]): true {
    this.met.push({ name, lines })
    return true
  }

  drop(name: string, lines: readonly number[]): true {
    this.unmet.push({ name, lines })
    return true
  }

  /** @param text of a line of the part that the last call without one began */
  hide([line = 1]: readonly number[], text?: string): void {
    const last = this.hidden.at(-1)
    if (text === undefined || last === undefined) this.hidden.push({ name: '', lines: [line] })
    else {
      last.name ||= text.trim()
      last.lines.push(line)
    }
  }
}

/** What follows comes later: blocks/steps.ts knows it as a pause. */
export function pauseAt(line: number): readonly Line[] {
  const blank: Line = { text: '', line }
  return [blank, { text: '<!-- pause -->', line, verbatim: true }, blank]
}
