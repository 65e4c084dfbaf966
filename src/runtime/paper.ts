/** The fitted deck → pages on the printer's table, a portion at a time: Chrome then lays out and prints no others. */
import type { LaidPaper } from '../model/fitted.js'

/** One way to put a deck on paper. */
export interface Paper extends LaidPaper {
  /** The pages from `from` to before `to`, counted from 0, ready to stand in the document. */
  take(from: number, to: number): readonly HTMLElement[]
}

export interface Table {
  lay(paper: Paper): LaidPaper
  /** Puts these pages on the table, in place of those that lie there. */
  put(from: number, to: number): void
}

/**
 * Out of the window (`.on-paper` in deck.css): it would only be laid out before and after every print, and once more for
 * a mouse that is not there.
 */
export const leaveWindow = (): void => document.documentElement.classList.add('on-paper')

/** Back in the window, where it can be looked at. */
export const enterWindow = (): void => document.documentElement.classList.remove('on-paper')

/** Everything that stands on the table is taken off with the first portion. */
export function tableAt(root: Element): Table {
  const targets = linkedIn(root)
  let laid: Paper | undefined
  return {
    lay(paper) {
      laid = paper
      const { pages, bookmarks, labels } = paper
      return { pages, bookmarks, ...(labels ? { labels } : {}) }
    },
    put(from, to) {
      if (!laid) throw new Error('Nothing was laid out for print.')
      root.replaceChildren(...laid.take(from, to))
      root.prepend(standIns(targets))
    },
  }
}

/**
 * Chrome keeps a link only where its target is in the document, and a target only where a link to it is. The other one
 * may lie in another portion: a hidden element in its place is enough.
 */
function standIns(targets: ReadonlySet<string>): HTMLElement {
  const group = document.createElement('div')
  group.hidden = true
  for (const name of targets) {
    const standIn = document.createElement('a')
    standIn.href = `#${encodeURIComponent(name)}`
    if (document.getElementById(name) === null) standIn.id = name
    group.append(standIn)
  }
  return group
}

function linkedIn(root: Element): ReadonlySet<string> {
  const links = root.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')
  return new Set([...links].map((link) => decodeURIComponent(link.hash.slice(1))))
}
